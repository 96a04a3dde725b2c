import type { Plan } from '../eval/evaluate.ts'
import { figureGroups } from '../eval/html/figure-rows.ts'
import { dollars, plural, whole } from '../eval/html/in-figures.ts'
import type { EvalReport } from '../eval/report.ts'

/** What a dry run of an evaluation says, in words. */
export function planAsText({ estimates, sample }: Plan): string {
  const lines = estimates.map(({ provider, remembered, requests, tokens, usd }) => {
    const price =
      usd === null ? 'price not known (see `prices`)' : usd === 0 ? 'no cost' : `about ${dollars(usd)}`
    const known = remembered > 0 ? `; ${plural(remembered, 'image')} answered before` : ''
    return `  ${provider}: ${plural(requests, 'request')}, roughly ${whole(tokens)} tokens, ${price}${known}`
  })
  const { cases, unusable } = sample
  const about = aboutSample({ ...sample, taken: cases.length, unusable: unusable.length })
  return `${about}\n\nWould ask, repairs not counted:\n${lines.join('\n')}\n`
}

/** The same for machines. */
export function planJson({ estimates, sample: { alternatives, cases, images, poor } }: Plan): string {
  const sample = { alternatives, poor, images, taken: cases.length }
  return `${JSON.stringify({ version: 1, dryRun: true, sample, providers: estimates }, undefined, 2)}\n`
}

/** What an evaluation found: the figures of each provider, and where the report is. */
export function reportAsText(report: EvalReport, file: string): string {
  const { isComparable, providers, sample } = report
  const rows: string[][] = [['', ...providers.map(({ provider }) => provider)]]
  for (const group of figureGroups(report)) {
    rows.push([], [group.title])
    for (const { label, of } of group.rows) rows.push([`  ${label}`, ...providers.map(of)])
  }
  const widths = [0, ...providers.map((_, index) => index + 1)].map((column) =>
    Math.max(...rows.filter(({ length }) => length > 1).map((row) => row[column]?.length ?? 0))
  )
  const table = rows.map((row) =>
    row
      .map((cell, column) => (row.length === 1 ? cell : cell.padEnd(widths[column] ?? 0)))
      .join('   ')
      .trimEnd()
  )
  const notes = [
    ...(isComparable ? [] : ['The providers answered about different images.']),
    ...providers.flatMap(({ halt, provider }) => (halt === null ? [] : [`${provider}: ${halt}`]))
  ]
  return `${[aboutSample(sample), ...table, '', ...notes, `Report: ${file}`].join('\n')}\n`
}

type Sample = Pick<EvalReport['sample'], 'alternatives' | 'poor' | 'taken' | 'unusable'>

function aboutSample({ alternatives, poor, taken, unusable }: Sample): string {
  const left = [
    ...(poor > 0 ? [`${whole(poor)} not good enough`] : []),
    ...(unusable > 0 ? [`${whole(unusable)} of an image that cannot be used`] : [])
  ]
  const why = left.length > 0 ? ` (${left.join(', ')})` : ''
  return `${plural(taken, 'image')} with a good human alternative, of ${plural(alternatives, 'alternative')}${why}`
}
