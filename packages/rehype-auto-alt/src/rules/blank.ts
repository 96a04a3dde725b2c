const nothingToHear = /^[\s\p{Cc}\p{Default_Ignorable_Code_Point}\u2800]*$/u

/** True for text that shows and says nothing: white space of every kind, zero-width and other invisible characters. */
export function isBlank(text: string): boolean {
  const first = text.charCodeAt(0)
  if (first > 0x20 && first < 0x7f) return false
  return nothingToHear.test(text)
}
