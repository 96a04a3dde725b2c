import type { VFile } from 'vfile'

import type { LeftReason, Outcome } from '../captioner/outcome.ts'
import { type RuleId, ruleUrl } from '../rules/rule-id.ts'
import type { TreeImage } from './find-in-tree.ts'
import type { TreeSocialImage } from './social-in-tree.ts'

const source = 'auto-alt'

const unreadable: ReadonlySet<LeftReason> = new Set<LeftReason>([
  'not-found',
  'outside-roots',
  'not-an-address',
  'remote-not-allowed',
  'private-address',
  'fetch-failed',
  'git-lfs-pointer',
  'empty',
  'damaged',
  'unsupported',
  'too-large'
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
 * @param images Images that had no alternative.
 * @param outcomes What became of them, in the same order.
 * @throws VFileMessage that names each image, with `onMissing: 'error'` when an image stays without.
 */
export function reportOutcomes(
  file: VFile,
  images: readonly TreeImage[],
  outcomes: readonly Outcome[],
  { onMissing, unplaced }: MessageSettings
): void {
  const left: string[] = []
  for (const [index, outcome] of outcomes.entries()) {
    const image = images[index]
    if (!image) continue
    if (outcome.kind === 'filled') sayProblems(file, image, outcome)
    else if (outcome.reason !== 'excluded' && onMissing !== 'ignore') {
      const ruleId = unreadable.has(outcome.reason) ? 'unreadable-image' : 'missing-alt'
      const reason = `Unexpected image without a text alternative (${outcome.reason}): ${outcome.message}`
      const message = say(file, image, ruleId, reason)
      if (onMissing === 'error') message.fatal = true
      left.push(
        `${outcome.image}${image.use.place ? ` (${image.use.place.line}:${image.use.place.column})` : ''}`
      )
    }
  }
  if (unplaced > 0) {
    const what =
      unplaced === 1
        ? '1 empty `alt` has no source position and counts'
        : `${unplaced} empty \`alt\`s have no source position and count`
    file.info(`${what} as decorative; the option \`emptyAlt\` changes that`, { source })
  }
  if (onMissing === 'error' && left.length > 0) {
    const what = left.length === 1 ? '1 image has' : `${left.length} images have`
    const reason = `${what} no text alternative, and \`onMissing\` is 'error': ${left.join(', ')}`
    file.fail(reason, { source, ruleId: 'missing-alt' })
  }
}

/** Says of a page once that pictures which it hands to other sites lack words that are stored. */
export function reportSocial(file: VFile, [first, ...others]: readonly TreeSocialImage[]): void {
  if (!first) return
  const more = others.length === 0 ? '' : ` and ${others.length} more`
  const reason = `A caption is stored for ${first.sources[0] ?? 'a picture'}, which has no ${first.words}${more}; \`social: true\` writes it`
  const { position } = first.element
  const message = file.info(reason, {
    source,
    ruleId: 'missing-social-alt',
    ...(position && { place: position })
  })
  message.url = ruleUrl('missing-social-alt')
}

function sayProblems(
  file: VFile,
  image: TreeImage,
  { alt, image: name, problems }: Extract<Outcome, { kind: 'filled' }>
): void {
  if (problems.includes('link-purpose')) {
    const advice = 'write it in the page, or run `auto-alt generate` to have one made for this link'
    say(
      file,
      image,
      'link-purpose',
      `Unexpected alternative “${alt}” of ${name}, expected where its link leads: ${advice}`
    )
  }
  if (problems.includes('too-long')) {
    const advice = 'a person wrote it, so it is kept; shorten it, or raise `maxLength`'
    say(file, image, 'too-long', `Unexpected long alternative of ${name}: ${advice}`)
  }
}

function say(
  file: VFile,
  { position, use }: TreeImage,
  ruleId: RuleId,
  reason: string
): ReturnType<VFile['message']> {
  const message = file.message(reason, { source, ruleId, ...(position && { place: position }) })
  message.url = ruleUrl(ruleId)
  if (use.alt !== null) message.actual = use.alt
  return message
}
