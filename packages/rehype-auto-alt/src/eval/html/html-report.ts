import { createHash } from 'node:crypto'

import type { EvalReport } from '../report.ts'
import type { Thumbnail } from '../thumbnails.ts'
import { imageArticle } from './image-article.ts'
import { plural, share, whole } from './in-figures.ts'
import { Markup, markup } from './markup.ts'
import { style } from './style.ts'
import { figuresTable, rulesTable } from './tables.ts'

const meaning = 'https://github.com/auto-alt/auto-alt/blob/main/docs/quality.md'

/**
 * A report as one page that needs nothing besides itself, no script either.
 *
 * @param thumbnails Of the images, in their order.
 */
export function htmlReport(report: EvalReport, thumbnails: readonly (Thumbnail | undefined)[]): string {
  const { images } = report
  const rules = rulesTable(report)
  const styleHash = createHash('sha256').update(style).digest('base64')
  const policy = `default-src 'none'; img-src data:; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'`
  const hasFlaws = images.some(({ answers }) => answers.length > 0)
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>Evaluation of text alternatives</title>
<style>${new Markup(style)}</style>
</head>
<body data-auto-alt="off">
<main>
<h1>Evaluation of text alternatives</h1>
${aboutSample(report)}
<p>Agreement with one person’s words is not quality, and keeping the rules of style says nothing about truth. <a href="${meaning}">What each figure means, and what it does not</a></p>
${notesOf(report)}
<h2>Figures</h2>
${figuresTable(report)}
${
  rules &&
  markup`<h2>Rules that were broken</h2>
${rules}`
}
<h2>Images</h2>
${hasFlaws ? filter : undefined}
${images.map((image, index) => imageArticle(image, index + 1, thumbnails[index]))}
</main>
</body>
</html>
`.text
}

const filter = markup`<fieldset>
<legend>Show</legend>
<label><input type="radio" name="show" id="show-all" checked> all images</label>
<label><input type="radio" name="show" id="only-flawed"> only those where an answer broke a rule or did not come</label>
</fieldset>`

function aboutSample({ date, sample, settings }: EvalReport): Markup {
  const { alternatives, from, images, poor, taken, unusable } = sample
  const asked = taken === images ? plural(images, 'image') : `${share(taken, images)} images`
  const source = from === 'pages' ? 'alternatives on the pages' : 'references in the set'
  const left = [
    ...(poor > 0 ? [`${plural(poor, 'alternative')} broke a rule or came from a model`] : []),
    ...(unusable > 0 ? [`${plural(unusable, 'image')} could not be used`] : [])
  ]
  return markup`<p>${date}. ${asked} with a good human alternative, from ${whole(alternatives)} ${source}${left.length > 0 ? `; ${left.join(', ')}` : ''}. Prompt ${settings.prompt}, at most ${settings.maxLength} characters, ${settings.context ? 'with' : 'without'} words of the page.</p>`
}

/** What has to be known before the figures are read. */
function notesOf({ isComparable, providers, sample }: EvalReport): Markup[] {
  const notes = [
    ...(sample.taken < 30
      ? [`With ${plural(sample.taken, 'image')}, small differences between providers say nothing.`]
      : []),
    ...(isComparable
      ? []
      : ['The providers answered about different images: hold their figures against each other with care.']),
    ...providers.flatMap(({ halt, provider }) => (halt === null ? [] : [`${provider}: ${halt}`]))
  ]
  return notes.map(
    (note) => markup`<p class="note">${note}</p>
`
  )
}
