import { ruleUrl } from '../../rules/rule-id.ts'
import type { EvalAnswer, EvalOutcome } from '../eval-answer.ts'
import type { ReportImage } from '../report.ts'
import type { Thumbnail } from '../thumbnails.ts'
import { dollars, time, whole } from './in-figures.ts'
import { type Markup, markup } from './markup.ts'

/** What stands for a text where there is none. */
const withoutText: Readonly<Record<EvalOutcome, string>> = {
  fit: '',
  flagged: '',
  decorative: 'Called decorative.',
  unsure: 'No text: the model cannot tell what it shows.',
  refused: 'No text: the model declined.',
  unusable: 'No text that could be stored.',
  failed: 'No answer.',
  'not-asked': 'Not asked.'
}

/** One image with what people and providers say of it, side by side. */
export function imageArticle(image: ReportImage, number: number, thumbnail: Thumbnail | undefined): Markup {
  const isFlawed = image.answers.some(
    ({ attempts, outcome }) => outcome !== 'fit' || attempts.some(({ faults }) => faults.length > 0)
  )
  const place = image.line === null ? image.page : `${image.page}:${image.line}`
  return markup`
<article class="image${isFlawed ? ' flawed' : ''}" aria-labelledby="image-${number}">
<h3 id="image-${number}">${image.image}</h3>
<p class="place">${place === image.image ? '' : `${place}, `}language: ${image.language}</p>
<div class="sides">
${pictureOf(thumbnail)}
<section class="said human">
<h4>Human</h4>
${image.references.map((text) => words(text, image.language))}
</section>
${image.answers.map((answer) => answerOf(answer, image.language))}
</div>
</article>
`
}

/** The words about it stand beside it. */
function pictureOf(thumbnail: Thumbnail | undefined): Markup {
  if (!thumbnail) return markup`<p class="picture none">Not shown.</p>`
  const { height, uri, width } = thumbnail
  return markup`<p class="picture"><img src="${uri}" width="${width}" height="${height}" alt=""></p>`
}

function words(text: string, language: string): Markup {
  return markup`<p class="words" lang="${language}" dir="auto">${text}</p>
`
}

function answerOf(answer: ReportImage['answers'][number], language: string): Markup {
  const { message, outcome, problems, provider, text } = answer
  return markup`<section class="said ${outcome}">
<h4>${provider}</h4>
${text === null ? markup`<p class="none">${withoutText[outcome]}</p>` : words(text, language)}
${message === undefined ? undefined : markup`<p>${message}</p>`}
${problems.length === 0 ? undefined : markup`<p class="problems">To be looked at: ${listed(problems.map((rule) => markup`<a href="${ruleUrl(rule)}">${rule}</a>`))}</p>`}
${historyOf(answer, language)}
<p class="took">${tookOf(answer)}</p>
</section>
`
}

/** How the text came about, where it is not the first answer as it was. */
function historyOf({ attempts, isCut, isReworded, text }: EvalAnswer, language: string): Markup | undefined {
  const [first] = attempts
  if (!first || (attempts.length === 1 && first.faults.length === 0 && first.raw === text)) return undefined
  if (first.raw === '') return undefined
  const steps = attempts.map(
    ({ inWords, raw }, index) => markup`<li>${index === 0 ? 'First answer' : 'After the repair request'}:
${words(raw, language)}${inWords.length === 0 ? undefined : markup`<ul>${inWords.map((fault) => markup`<li>${fault}</li>`)}</ul>`}</li>
`
  )
  const done = [...(isReworded ? ['reworded neutrally'] : []), ...(isCut ? ['cut to fit'] : [])]
  return markup`<details>
<summary>${attempts.length > 1 ? 'Repaired' : 'As it came'}</summary>
<ol>${steps}</ol>
${done.length === 0 ? undefined : markup`<p>Then ${done.join(' and ')}.</p>`}
</details>`
}

function tookOf(answer: EvalAnswer): string {
  const { agreement, attempts, inputTokens, isEstimated, length, outputTokens, requests, usd } = answer
  const milliseconds = attempts.reduce((sum, attempt) => sum + attempt.milliseconds, 0)
  const tokens = inputTokens + outputTokens
  return [
    ...(length === undefined ? [] : [`${length} characters`]),
    ...(agreement ? [`ROUGE-L ${agreement.rougeL.toFixed(2)}`] : []),
    ...(tokens === 0 ? [] : [`${isEstimated ? 'about ' : ''}${whole(tokens)} tokens`]),
    ...(usd === null || usd === 0 ? [] : [dollars(usd)]),
    ...(attempts.length === 0 ? [] : [time(milliseconds)]),
    `${requests} ${requests === 1 ? 'request' : 'requests'}`
  ].join(' · ')
}

function listed(items: readonly Markup[]): Markup[] {
  return items.map((item, index) => (index === 0 ? item : markup`, ${item}`))
}
