/** `German (de)`; the bare tag where it has no English name. */
export function languageName(tag: string): string {
  if (!/^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/iu.test(tag)) return 'English (en)'
  try {
    const name = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }).of(tag)
    return name === undefined ? `the language with the tag ${tag}` : `${name} (${tag})`
  } catch {
    return 'English (en)'
  }
}
