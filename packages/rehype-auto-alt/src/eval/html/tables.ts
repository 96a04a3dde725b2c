import { ruleUrl } from '../../rules/rule-id.ts'
import type { RuleId } from '../../rules/rule-id.ts'
import type { EvalReport } from '../report.ts'
import { figureGroups } from './figure-rows.ts'
import { share } from './in-figures.ts'
import { type Markup, markup } from './markup.ts'

/** The figures of all providers, a column each. */
export function figuresTable(report: EvalReport): Markup {
  const { providers } = report
  const groups = figureGroups(report).map(
    ({ rows, title }) => markup`
<tbody>
<tr><th class="group" colspan="${providers.length + 1}" scope="rowgroup">${title}</th></tr>
${rows.map(
  ({
    label,
    of
  }) => markup`<tr><th scope="row">${label}</th>${providers.map((one) => markup`<td>${of(one)}</td>`)}</tr>
`
)}</tbody>`
  )
  return scrolling(
    'Figures of each provider',
    markup`<table>
<thead><tr><th scope="col">Measure</th>${providers.map(({ provider }) => markup`<th scope="col">${provider}</th>`)}</tr></thead>
${groups}
</table>`
  )
}

/** How often each rule was broken: by first answers, and in what would be stored. `undefined` where none was. */
export function rulesTable({ providers }: EvalReport): Markup | undefined {
  const rules = new Set(
    providers.flatMap(({ style }) => [...Object.keys(style.first), ...Object.keys(style.final)] as RuleId[])
  )
  if (rules.size === 0) return undefined
  const rows = [...rules].map(
    (rule) => markup`<tr><th scope="row"><a href="${ruleUrl(rule)}">${rule}</a></th>${providers.map(
      ({ style }) =>
        markup`<td>${share(style.first[rule] ?? 0, style.texts)}</td><td>${share(style.final[rule] ?? 0, style.texts)}</td>`
    )}</tr>
`
  )
  return scrolling(
    'Rules that were broken',
    markup`<table>
<thead>
<tr><th rowspan="2" scope="col">Rule</th>${providers.map(({ provider }) => markup`<th colspan="2" scope="colgroup">${provider}</th>`)}</tr>
<tr>${providers.map(() => markup`<th scope="col">First answer</th><th scope="col">In the end</th>`)}</tr>
</thead>
<tbody>
${rows}</tbody>
</table>`
  )
}

/** A table that is wider than a small screen is moved by itself, with the keyboard too. */
function scrolling(label: string, table: Markup): Markup {
  return markup`<div class="scroll" role="region" aria-label="${label}" tabindex="0">
${table}
</div>`
}
