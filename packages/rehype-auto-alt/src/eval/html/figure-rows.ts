import type { Figures } from '../figures.ts'
import type { EvalReport } from '../report.ts'
import { dollars, meanAndRange, share, time, whole } from './in-figures.ts'

/** One measure, for each provider. */
export interface FigureRow {
  readonly label: string
  readonly of: (figures: Figures) => string
}

/** Measures that belong together. */
export interface FigureGroup {
  readonly title: string
  readonly rows: readonly FigureRow[]
}

/** All measures of a report, in the order in which they are shown. */
export function figureGroups({ sample }: EvalReport): readonly FigureGroup[] {
  return [
    {
      title: 'What came of it',
      rows: [
        row('Images answered about', ({ answered }) => share(answered, sample.taken)),
        outcome('Fit for a page', 'fit'),
        outcome('To be looked at first', 'flagged'),
        outcome('Called decorative', 'decorative'),
        outcome('Left out: the model cannot tell', 'unsure'),
        outcome('Left out: declined', 'refused'),
        outcome('Left out: no usable text', 'unusable'),
        row('No answer', ({ outcomes }) => whole(outcomes.failed)),
        row('Not asked', ({ outcomes }) => whole(outcomes['not-asked']))
      ]
    },
    {
      title: 'Rules of style, of first answers that are a text',
      rows: [
        style('Kept by the first answer', ({ firstPass }) => firstPass),
        style('Kept by the text in the end', ({ finalPass }) => finalPass),
        style('Needed a repair request', ({ repaired }) => repaired),
        style('Reworded neutrally', ({ reworded }) => reworded),
        style('Cut', ({ cut }) => cut),
        row('In the right language at once', ({ language }) => share(language.firstRight, language.texts)),
        row('In the right language in the end', ({ language }) => share(language.finalRight, language.texts))
      ]
    },
    {
      title: 'Length in characters',
      rows: [
        row(`Median (human: ${sample.length?.median ?? '–'})`, ({ length }) => `${length?.median ?? '–'}`),
        row(
          `Nine of ten up to (human: ${sample.length?.p90 ?? '–'})`,
          ({ length }) => `${length?.p90 ?? '–'}`
        )
      ]
    },
    {
      title: 'Agreement with the human text: mean, and where eight of ten lie',
      rows: [
        row('ROUGE-L', ({ agreement }) => meanAndRange(agreement.rougeL)),
        row('ROUGE-1', ({ agreement }) => meanAndRange(agreement.rouge1)),
        row('Texts compared', ({ agreement }) => whole(agreement.rougeL?.n ?? 0))
      ]
    },
    {
      title: 'Cost',
      rows: [
        row('Tokens in', ({ tokens }) => tokensOf(tokens.input, tokens.isEstimated)),
        row('Tokens out', ({ tokens }) => tokensOf(tokens.output, tokens.isEstimated)),
        row('US dollars', ({ usd }) => dollars(usd)),
        row('US dollars for 1,000 images', ({ usdPerThousand }) => dollars(usdPerThousand))
      ]
    },
    {
      title: 'Time and requests',
      rows: [
        row('Time to an answer: median', ({ latency }) => time(latency?.median)),
        row('Time to an answer: nine of ten up to', ({ latency }) => time(latency?.p90)),
        row('Whole run', ({ wallSeconds }) => (wallSeconds === null ? '–' : time(wallSeconds * 1000))),
        row('Requests', ({ requests }) => whole(requests.total)),
        row('Requests for a repair', ({ requests }) => whole(requests.repairs)),
        row('Requests that failed', ({ requests }) => whole(requests.failed)),
        row('Images answered in a former run', ({ remembered }) => whole(remembered))
      ]
    }
  ]
}

function row(label: string, of: FigureRow['of']): FigureRow {
  return { label, of }
}

function outcome(label: string, name: keyof Figures['outcomes']): FigureRow {
  return row(label, ({ answered, outcomes }) => share(outcomes[name], answered))
}

function style(label: string, of: (style: Figures['style']) => number): FigureRow {
  return row(label, (figures) => share(of(figures.style), figures.style.texts))
}

function tokensOf(tokens: number, isEstimated: boolean): string {
  return `${isEstimated ? 'about ' : ''}${whole(tokens)}`
}
