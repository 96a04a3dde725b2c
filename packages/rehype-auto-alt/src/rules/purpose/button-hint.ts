/** Words in names of elements that say nothing about what a button does. */
const structure =
  /^(?:btn|button|link|toggle|toggler|trigger|id|js|el|ref|wrapper|container|item|icon|img|image|nav|header|footer|top|main|content|radix|headlessui|mui|react|app)$/iu
const longestHint = 40

/**
 * What a button may do, by the name that the page's code gives it or what it opens: `#site-menu` → “site menu”.
 * `undefined` for a name that tells nothing.
 *
 * @param names Its `id`, the fragment of its address.
 */
export function buttonHint(names: readonly (string | undefined)[]): string | undefined {
  for (const name of names) {
    const words = (name ?? '')
      .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
      .split(/[^\p{L}]+/u)
      .filter((word) => word.length > 2 && !structure.test(word))
    const hint = words.join(' ').toLowerCase()
    if (hint !== '' && hint.length <= longestHint) return hint
  }
  return undefined
}
