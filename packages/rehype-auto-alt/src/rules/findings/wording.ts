import { isFileNameAlternative } from './file-name-alt.ts'
import { type Finding, imageName, quoted } from './finding.ts'
import type { ImageUse } from '../image-use.ts'
import { isBlank } from '../blank.ts'
import { isOnlySymbols } from './only-symbols.ts'
import { isPlaceholderAlternative } from './placeholder.ts'
import { countGraphemes } from '../plain-text.ts'
import { redundantOpening } from '../answer/prefixes.ts'
import { soundAlike } from '../same-words.ts'

/** What is wrong with the words of an alternative that is there. A text that says nothing is told so once. */
export function wordingFindings(use: ImageUse, { maxLength }: { readonly maxLength: number }): Finding[] {
  const alt = use.name ?? use.alt
  if (alt === null || isBlank(alt)) return []
  const empty = saysNothing(use, alt)
  if (empty) return [empty]
  return [redundantPrefix(use, alt), tooLong(use, alt, maxLength), repeatsText(use, alt)].filter(
    (finding) => finding !== undefined
  )
}

function saysNothing(use: ImageUse, alt: string): Finding | undefined {
  const name = imageName(use)
  if (isOnlySymbols(alt)) {
    const message = `The alternative of ${name} is ${quoted(alt)}, which has no word to read out. Say what it means, as “Next” for an arrow.`
    return { ruleId: 'only-symbols', message }
  }
  if (isFileNameAlternative(alt, use.sources[0])) {
    const message = `The alternative of ${name} is the name of a file, ${quoted(alt)}. Say what the image shows.`
    return { ruleId: 'filename-as-alt', message }
  }
  if (isPlaceholderAlternative(alt)) {
    const message = `The alternative of ${name} is ${quoted(alt)}, which says nothing about it. Say what the image shows; of a logo, whose it is.`
    return { ruleId: 'placeholder-alt', message }
  }
  return undefined
}

function redundantPrefix(use: ImageUse, alt: string): Finding | undefined {
  const opening = redundantOpening(alt.trim())
  if (opening === undefined) return undefined
  const message = `The alternative of ${imageName(use)} begins with ${quoted(opening)}. Screen readers say that it is an image: begin with what it shows.`
  return { ruleId: 'redundant-prefix', message }
}

function tooLong(use: ImageUse, alt: string, maxLength: number): Finding | undefined {
  // Most are far below, and counting what a reader takes for a character takes its time.
  const length = alt.length <= maxLength ? 0 : countGraphemes(alt.trim())
  if (length <= maxLength) return undefined
  const message = `The alternative of ${imageName(use)} has ${length} characters, over the ${maxLength} of \`maxLength\`. Keep what matters here, and move the rest into the text beside it.`
  return { ruleId: 'too-long', message }
}

function repeatsText(use: ImageUse, alt: string): Finding | undefined {
  const { caption, headings, before } = use.context
  // With words in between it is no repetition that anybody hears.
  const heading = before === undefined ? headings.at(-1) : undefined
  const beside = soundAlike(alt, caption)
    ? 'its caption'
    : soundAlike(alt, use.control?.text)
      ? `the ${use.control?.kind ?? 'link'} around it`
      : soundAlike(alt, heading)
        ? 'the heading before it'
        : soundAlike(alt, use.beside)
          ? 'the text beside it'
          : undefined
  if (beside === undefined) return undefined
  const advice =
    beside === 'its caption'
      ? 'Say what the caption leaves out.'
      : 'Say what that text leaves out, or write alt="" if there is nothing to add.'
  const message = `The alternative of ${imageName(use)} repeats ${beside}, so it is heard twice. ${advice}`
  return { ruleId: 'repeats-text', message }
}
