import { isFileNameAlternative } from '../findings/file-name-alt.ts'
import { isPlaceholderAlternative } from '../findings/placeholder.ts'

/** What data, code, a schema, a model's own marks and damaged text look like. */
const data =
  /^[[{<]|"\s*:\s*["{[]|\balt_text\b|<\/[a-z]|data:image\/|\uFFFD|<unk>|\[UNK\]|(?<![\p{L}\p{N}])UNK(?![\p{L}\p{N}])|\p{M}{6}/iu

/** What stands in a form or a program where an answer should be, and talk before an answer that never came. */
const filler =
  /^(?:your (?:answer|text|description|caption|alt(?:ernative)?(?: text)?) (?:goes )?here|lorem ipsum.*|nan|string|object object|sample text|insert .{1,30} here|none|unknown|not applicable|(?:the )?(?:image|picture|photo) (?:is )?(?:not (?:available|found|visible)|unavailable|unclear|missing)|(?:unclear|unavailable|unreadable|missing) (?:image|picture|photo)|nothing (?:is )?visible|sure!?|here (?:is|are|you go|it is))$/iu

/** Words that describe: at least two letters, more letters than marks, no data, no placeholder, no file's name. */
export function isSentenceLike(text: string): boolean {
  if (!/\p{L}\p{M}*\p{L}|[\u3040-\u9FFF\uAC00-\uD7AF]/u.test(text) || data.test(text)) return false
  const solid = text.replace(/\s/gu, '')
  const words = solid.replace(/[^\p{L}\p{M}\p{N}\p{Extended_Pictographic}\p{Emoji_Component}]/gu, '')
  if (words.length < solid.length * 0.4) return false
  if (filler.test(text)) return false
  return !isPlaceholderAlternative(text) && !isFileNameAlternative(text, undefined)
}
