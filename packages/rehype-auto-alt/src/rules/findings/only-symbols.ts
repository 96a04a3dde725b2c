/** Signs that screen readers call by a name, and emoji, which they describe. */
const spoken = /[\p{Sc}+%&@#=°©®™×÷√∞½¼¾]|\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F/u

/** True for an alternative without a letter or digit, such as "→" or "***", that nobody can read out. */
export function isOnlySymbols(text: string): boolean {
  return /\S/u.test(text) && !/[\p{L}\p{N}]/u.test(text) && !spoken.test(text)
}
