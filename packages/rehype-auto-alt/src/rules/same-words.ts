/** A text as a listener hears it: letter case, white space and the marks around it make no difference. */
export function heard(text: string): string {
  return (
    text
      .normalize('NFKC')
      .replace(/\s+/gu, ' ')
      .trim()
      .replace(/^[“”"'‘’«»„([*_\s]+/u, '')
      // From the first mark of several only: a run of them in mid text is not counted from each.
      .replace(/(?<![“”"'‘’«»)\].,:;!…*_\s])[“”"'‘’«»)\].,:;!…*_\s]+$/u, '')
      .toLowerCase()
  )
}

/** Whether two texts sound the same. Texts of which nothing is left do not. */
export function soundAlike(one: string, other: string | undefined): boolean {
  if (other === undefined) return false
  const words = heard(one)
  return words !== '' && words === heard(other)
}
