import { type Finding, imageName, quoted } from './finding.ts'
import type { ImageUse } from '../image-use.ts'
import { heard, soundAlike } from '../same-words.ts'

/** Two images of a page, one after the other. */
export interface Neighbours {
  readonly first: ImageUse
  readonly second: ImageUse
  /** Source text from the end of the first's tag to the start of the second's. */
  readonly between: string
  /** Both start tags, or their Markdown, as written. */
  readonly tags: readonly [first: string, second: string]
}

/** Tells of an image that says what the image just before it says. */
export function repeatedNeighbour({ between, first, second, tags }: Neighbours): Finding | undefined {
  const words = wordsOf(second)
  if (words === undefined || !soundAlike(words, wordsOf(first))) return undefined
  if (!isNothingBetween(first, second, between) || tags.some((tag) => oneOfSeveral.test(tag)))
    return undefined
  if (isSamePicture(first.sources[0], second.sources[0])) return undefined
  const message = `${imageName(second)} has the same alternative as the image just before it, ${quoted(words)}, so it is heard twice. Say what it shows besides, or write alt="" if it adds nothing.`
  return { ruleId: 'repeated-neighbour', message }
}

/** What is heard for a named image, as far as it stands there. */
function wordsOf({ alt, name, verdict }: ImageUse): string | undefined {
  return verdict === 'named' ? (name ?? alt ?? undefined) : undefined
}

/** Words around both are the same, and they are not cells of a table or items of a list, which are heard apart. */
function isNothingBetween(first: ImageUse, second: ImageUse, between: string): boolean {
  const [one, other] = [first.context, second.context]
  if (one.before !== other.before || one.after !== other.after || one.caption !== other.caption) return false
  if (one.headings.at(-1) !== other.headings.at(-1)) return false
  if (/<(?:t[dhr]|li|d[dt]|figure|option|slot)\b|\||\n\s*(?:[-*+]|\d+[.)])\s/iu.test(between)) return false
  // What stands in braces, or on the two sides of a `? :`, may be there or not.
  return !/[{}]|^[\s)]*:[\s(]*$/u.test(between)
}

/** Of such images a reader gets one: by a condition, or by the colours that are asked for. */
const oneOfSeveral = /\sv-(?:if|else|else-if|show)\b|(?:\b|[-_])(?:light|dark)(?:\b|[-_])/iu

const mode = /(?:^|[-_.])(?:light|dark|day|night)(?:[-_.]?(?:mode|theme|only))?(?=$|[-_.])/giu
const size =
  /(?:[-_@.](?:\d+x\d+|\d+[xw]|\d{2,4}|x?small|medium|x?large|thumb(?:nail)?|preview|mobile|desktop|tablet|sm|md|lg|xl))+$/iu

/**
 * Whether two addresses are those of one picture: light and dark, or in several sizes and formats. Only one of them is
 * seen, and only one is heard.
 */
export function isSamePicture(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return false
  if (/#(?:gh-)?(?:light|dark)/iu.test(one) && /#(?:gh-)?(?:light|dark)/iu.test(other)) return true
  const [first, second] = [pictureOf(one), pictureOf(other)]
  if (one.replace(/[?#].*$/su, '') === other.replace(/[?#].*$/su, '')) return false
  return first !== '' && first === second
}

function pictureOf(source: string): string {
  const name = source.replace(/[?#].*$/su, '').replace(/^.*\//su, '')
  const stem = name.replace(/\.[^.]*$/u, '')
  return stem
    .replace(mode, '')
    .replace(size, '')
    .replace(/[-_.]+$/u, '')
    .toLowerCase()
}

/** An image of a page with what tells its picture from others. */
export interface DigestedUse {
  readonly use: ImageUse
  readonly digest: string
}

/** Groups of informative images of a page that share an alternative, as far as their files may differ. */
export function sharedAlternatives(uses: readonly ImageUse[]): ImageUse[][] {
  const groups = new Map<string, ImageUse[]>()
  for (const use of uses) {
    if (use.purpose.kind !== 'informative') continue
    const words = heard(wordsOf(use) ?? '')
    if (words === '') continue
    const group = groups.get(words)
    if (group) group.push(use)
    else groups.set(words, [use])
  }
  return [...groups.values()].filter((group) => new Set(group.map(({ sources }) => sources[0])).size > 1)
}

/** Tells of images that have another's alternative, but not its bytes. */
export function reusedAlternatives(group: readonly DigestedUse[]): Map<ImageUse, Finding> {
  const findings = new Map<ImageUse, Finding>()
  const [first, ...others] = group
  if (!first) return findings
  for (const { digest, use } of others) {
    const isOther = digest !== first.digest && !isSamePicture(first.use.sources[0], use.sources[0])
    if (!isOther) continue
    const place = first.use.place ? ` on line ${first.use.place.line}` : ''
    const message = `${imageName(use)} has the alternative of another image, ${imageName(first.use)}${place}: ${quoted(wordsOf(use) ?? '')}. Say what this one shows.`
    findings.set(use, { ruleId: 'wrong-alt-reused', message })
  }
  return findings
}
