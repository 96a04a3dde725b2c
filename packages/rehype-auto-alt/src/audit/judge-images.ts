import { severityOf } from '../rules/findings/audit-rules.ts'
import type { Finding } from '../rules/findings/finding.ts'
import type { ImageUse } from '../rules/image-use.ts'
import { needsAlternative } from '../rules/verdict/needs-alternative.ts'
import { pictureFileFindings } from '../rules/findings/picture-files.ts'
import { presenceFinding } from '../rules/findings/presence.ts'
import { repeatedNeighbour, reusedAlternatives, sharedAlternatives } from '../rules/findings/repetition.ts'
import { wordingFindings } from '../rules/findings/wording.ts'
import type { AuditSettings } from './audit-settings.ts'
import { endOfImage } from './extent.ts'
import type { Pictures, StoredWords } from './pictures.ts'

/** An image of a page, with what else is known about it. */
export interface JudgedImage {
  readonly use: ImageUse
  readonly isExcluded: boolean
  readonly caption: StoredWords | undefined
  readonly findings: Finding[]
}

/** Judges the images of a page by every rule, in their order. */
export async function judgeImages(
  uses: readonly ImageUse[],
  body: string,
  settings: AuditSettings
): Promise<readonly JudgedImage[]> {
  const judged: JudgedImage[] = []
  for (const use of uses) judged.push(await judge(use, body, settings))
  judgeNeighbours(judged, body)
  await judgeShared(judged, settings.pictures)
  return judged
}

async function judge(use: ImageUse, body: string, settings: AuditSettings): Promise<JudgedImage> {
  const { ignoreCaptions, maxLength, pictures, rules, strict } = settings
  const isExcluded = use.off || (await pictures.isExcluded(use))
  const isOpen = needsAlternative(use)
  const caption = isOpen && !isExcluded ? await pictures.captionOf(use) : undefined
  const findings: Finding[] = []
  if (!isExcluded) {
    const isMarkdown = use.place !== undefined && body.startsWith('![', use.place.offset)
    const isFilled = caption !== undefined && !ignoreCaptions
    const presence = isFilled ? undefined : presenceFinding(use, { isMarkdown, strict })
    if (presence) findings.push(presence)
    if (use.verdict === 'named') findings.push(...wordingFindings(use, { maxLength }))
    const mayBeGone = use.verdict !== 'hidden' && severityOf('unknown-image', rules) !== undefined
    const formerCaption = isOpen && caption === undefined ? await pictures.formerCaptionOf(use) : undefined
    findings.push(
      ...pictureFileFindings(use, { isGone: mayBeGone && (await pictures.isGone(use)), formerCaption })
    )
  }
  return { use, isExcluded, caption, findings }
}

function judgeNeighbours(judged: readonly JudgedImage[], body: string): void {
  const inReach = judged.filter(({ isExcluded, use }) => !isExcluded && use.verdict !== 'hidden')
  for (const [index, { findings, use: second }] of inReach.entries()) {
    const first = inReach[index - 1]?.use
    if (!first?.place || !second.place) continue
    const [start, end] = [first.place.offset, endOfImage(body, first.place.offset)]
    const next = second.place.offset
    const finding = repeatedNeighbour({
      first,
      second,
      between: body.slice(end, next),
      tags: [body.slice(start, end), body.slice(next, endOfImage(body, next))]
    })
    if (finding) findings.push(finding)
  }
}

async function judgeShared(judged: readonly JudgedImage[], pictures: Pictures): Promise<void> {
  const isRepeated = ({ findings }: JudgedImage): boolean =>
    findings.some(({ ruleId }) => ruleId === 'repeated-neighbour' || ruleId === 'placeholder-alt')
  const inReach = judged.filter((each) => !each.isExcluded && !isRepeated(each))
  for (const group of sharedAlternatives(inReach.map(({ use }) => use))) {
    const digests = await Promise.all(group.map((use) => pictures.digestOf(use)))
    const known = group.flatMap((use, index) => {
      const digest = digests[index]
      return digest === undefined ? [] : [{ use, digest }]
    })
    const found = reusedAlternatives(known)
    for (const { findings, use } of inReach) {
      const finding = found.get(use)
      if (finding) findings.push(finding)
    }
  }
}
