import type { VFile } from 'vfile'

import type { Outcome } from '../captioner/outcome.ts'
import { type RuleId, ruleUrl } from '../rules/rule-id.ts'
import type { TreeImage } from './find-in-tree.ts'

const source = 'auto-alt'

const unreadable: ReadonlySet<string> = new Set([
  'not-found', 'outside-roots', 'not-an-address', 'remote-not-allowed', 'private-address', 'fetch-failed',
  'git-lfs-pointer', 'empty', 'damaged', 'unsupported', 'too-large'
])

/** What to do with images that stay without. */
export interface MessageSettings {
  readonly onMissing: 'warn' | 'error' | 'ignore'
  /** Empty alternatives without a source position. */
  readonly unplaced: number
}

/**
 * Puts what a person should know about a page's images on its file.
 *
 * @throws VFileMessage with `onMissing: 'error'` when an image stays without.
 */
export function reportOutcomes(
  file: VFile,
  images: readonly TreeImage[],
  outcomes: readonly Outcome[],
  { onMissing, unplaced }: MessageSettings
): void {
  let left = 0
  for (const [index, outcome] of outcomes.entries()) {
    const image = images[index]
    if (!image) continue
    if (outcome.kind === 'filled') {
      for (const problem of outcome.problems) {
        if (problem === 'link-purpose') say(file, image, 'link-purpose', `Unexpected alternative “${outcome.alt}” on the only content of a link, expected where the link leads`)
        else if (problem === 'too-long') say(file, image, 'too-long', `Unexpected long alternative of ${outcome.image}, expected a shorter one: it is written by a person and kept as it is`)
      }
    } else if (outcome.reason !== 'excluded' && onMissing !== 'ignore') {
      left++
      const ruleId = unreadable.has(outcome.reason) ? 'unreadable-image' : 'missing-alt'
      const message = say(file, image, ruleId, `Unexpected image without a text alternative (${outcome.reason}): ${outcome.message}`)
      if (onMissing === 'error') message.fatal = true
    }
  }
  if (unplaced > 0) {
    const images = unplaced === 1 ? '1 empty `alt` has' : `${unplaced} empty \`alt\`s have`
    file.info(`${images} no source position and counts as decorative; the option \`emptyAlt\` changes that`, { source })
  }
  if (onMissing === 'error' && left > 0) {
    const what = left === 1 ? '1 image has' : `${left} images have`
    file.fail(`${what} no text alternative, and \`onMissing\` is 'error'`, { source, ruleId: 'missing-alt' })
  }
}

function say(file: VFile, { handle, use }: TreeImage, ruleId: RuleId, reason: string): ReturnType<VFile['message']> {
  const place = use.place && { line: use.place.line, column: use.place.column, offset: use.place.offset }
  const message = file.message(reason, { source, ruleId, ...(place && { place }) })
  if (handle.kind !== 'raw' && handle.node.position) message.place = handle.node.position
  message.url = ruleUrl(ruleId)
  message.actual = use.alt ?? ''
  return message
}
