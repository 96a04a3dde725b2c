import { lineStarts, placeAt } from '../html/place.ts'
import { type RuleLevels, severityOf } from '../rules/findings/audit-rules.ts'
import { type Finding, shownSource } from '../rules/findings/finding.ts'
import type { ImageUse, Page, Place } from '../rules/image-use.ts'
import { ruleUrl } from '../rules/rule-id.ts'
import { findUses, mayHoldUses } from '../source/find-uses.ts'
import type { AuditSettings } from './audit-settings.ts'
import { endOfImage } from './extent.ts'
import type { JudgedImage } from './judge-images.ts'
import { optOutMark, readOptOuts } from './opt-outs.ts'
import type { AuditedImage, FileFindings, Problem } from './problem.ts'
import { mayHaveSocialFindings, socialFindings } from './social-findings.ts'
import type { SourceEdit } from './source-edit.ts'

export type { AuditSettings }

/** Most pages hold nothing to judge; to import a module that is loaded takes its time, too. */
let judging: Promise<typeof import('./judge-images.ts')> | undefined

/**
 * Audits one page.
 *
 * @throws Error of the parser for a page that does not parse.
 */
export async function auditPage(page: Page, text: string, settings: AuditSettings): Promise<FileFindings> {
  // Editors and most tools do not count a byte order mark as a column.
  const mark = text.startsWith('\uFEFF') ? 1 : 0
  const body = text.slice(mark)
  const uses = (await findUses(page, body, { ...settings, elements: 'all' })).toSorted(
    (one, other) => offsetOf(one) - offsetOf(other)
  )
  const social = await socialFindings(page, body, settings)
  if (uses.length === 0 && social.length === 0 && !body.includes(optOutMark)) return nothingIn(page)
  const { judgeImages } = await (judging ??= import('./judge-images.ts'))
  const judged = await judgeImages(uses, body, settings)
  const optOuts = readOptOuts(body, page.file)
  const isAnyFound = judged.length > 0 || social.length > 0 || optOuts.invalid.length > 0
  const starts = isAnyFound ? lineStarts(body) : []
  const problems = [
    ...judged.flatMap(({ findings, use }) =>
      findings.flatMap((finding) => problemOf(finding, use, { body, starts, settings }) ?? [])
    ),
    ...social.flatMap(({ end, message, ruleId, src, start }) => {
      const [from, to] = [placeAt(start, starts), placeAt(end, starts)]
      const place = { ...from, endLine: to.line, endColumn: to.column }
      const problem = fileProblem(page.name, { ruleId, message }, place, settings.rules)
      return problem ? [{ ...problem, src }] : []
    }),
    ...optOuts.invalid.flatMap(({ message, ...place }) => {
      const finding: Finding = { ruleId: 'invalid-opt-out', message }
      return fileProblem(page.name, finding, { ...place, endLine: place.line }, settings.rules) ?? []
    })
  ]
    .filter((problem) => problem.ruleId === 'invalid-opt-out' || !optOuts.covers(problem))
    .sort((one, other) => one.line - other.line || one.column - other.column)
  const images = judged.map((each) => imageOf(each, mark))
  const fillable = judged
    .flatMap((each) => edit(each, body) ?? [])
    .filter(({ line }) => !presenceRules.some((ruleId) => optOuts.covers({ line, ruleId })))
    .map(({ alt, offset }) => ({ alt, offset: offset + mark }))
  return { file: page.name, images, problems, lines: linesOf(problems, body, starts), fillable }
}

/** Whether a page can have findings at all. Most pages of most sites cannot, and need no further look. */
export function mayHaveFindings(page: Page, text: string, { components }: AuditSettings): boolean {
  const holdsUses = mayHoldUses(page, text, components) !== undefined
  return holdsUses || text.includes(optOutMark) || mayHaveSocialFindings(page, text)
}

/** What is found in a page that has no image. */
export function nothingIn({ name }: Page): FileFindings {
  return { file: name, images: [], problems: [], lines: new Map(), fillable: [] }
}

const presenceRules = ['missing-alt', 'markdown-empty-alt', 'empty-alt-in-link'] as const

/** What can be written for an image. Markdown has no way to say that one is decorative. */
function edit({ caption, use }: JudgedImage, body: string): (SourceEdit & { line: number }) | undefined {
  if (!caption?.isFromFile || !use.place) return undefined
  const { line, offset } = use.place
  const isWordless = caption.alt === '' && body.startsWith('![', offset)
  return isWordless ? undefined : { offset, alt: caption.alt, line }
}

/** A problem of a file as a whole, or of a place in it that is no image. */
export function fileProblem(
  file: string,
  { message, ruleId }: Finding,
  place: Pick<Problem, 'line' | 'column' | 'endLine' | 'endColumn'>,
  levels: RuleLevels
): Problem | undefined {
  const severity = severityOf(ruleId, levels)
  if (severity === undefined) return undefined
  const { column, endColumn, endLine, line } = place
  return {
    file,
    line,
    column,
    endLine,
    endColumn,
    ruleId,
    severity,
    message,
    src: null,
    alt: null,
    url: ruleUrl(ruleId)
  }
}

function imageOf({ caption, use }: JudgedImage, mark: number): AuditedImage {
  const { alt, element, page, place, sources, verdict } = use
  const { column, line, offset } = place ?? firstPlace
  const image = { file: page.name, line, column, offset: offset + mark, element }
  const rest = { src: shownSource(sources), verdict, alt }
  return { ...image, ...rest, ...(caption !== undefined && { caption: caption.alt }) }
}

interface Source {
  readonly body: string
  readonly starts: readonly number[]
  readonly settings: AuditSettings
}

function problemOf(
  { message, ruleId }: Finding,
  use: ImageUse,
  { body, settings, starts }: Source
): Problem | undefined {
  const severity = severityOf(ruleId, settings.rules)
  if (severity === undefined) return undefined
  const { column, line, offset } = use.place ?? firstPlace
  const end = use.end ?? placeAt(endOfImage(body, offset), starts)
  return {
    file: use.page.name,
    line,
    column,
    endLine: end.line,
    endColumn: end.column,
    ruleId,
    severity,
    message,
    src: shownSource(use.sources),
    alt: use.alt,
    url: ruleUrl(ruleId)
  }
}

const firstPlace: Place = { line: 1, column: 1, offset: 0 }

function offsetOf({ place }: ImageUse): number {
  return place?.offset ?? 0
}

function linesOf(
  problems: readonly Problem[],
  body: string,
  starts: readonly number[]
): ReadonlyMap<number, string> {
  const lines = new Map<number, string>()
  for (const { line } of problems) {
    if (!lines.has(line)) lines.set(line, body.slice(starts[line - 1], starts[line]).replace(/[\r\n]+$/u, ''))
  }
  return lines
}
