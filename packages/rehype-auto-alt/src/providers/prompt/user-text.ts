import { languageName } from '../language-name.ts'
import { contextLines, mostBeside, plainPageText, visibleTextLine } from '../page-text.ts'
import type { DescribeRequest } from '../provider.ts'
import { purposeText } from './purpose-text.ts'

/** What is asked about one picture: its purpose, then everything that the page gives, marked as material. */
export function userText(request: DescribeRequest): string {
  const { image } = request
  return [
    purposeText(request),
    ...(image.isDrawn === true ? [drawnText] : []),
    ...marked('Text from the page:', 'page-text', pageLines(request)),
    ...voiceLines(request),
    ...translationLines(request),
    ...repairLines(request),
    '',
    'Answer with the JSON object.'
  ].join('\n')
}

/** For models that answer more exactly when they are told what to look for. */
const drawnText =
  'It looks drawn or shown on a screen rather than taken by a camera. Find out whether it is a chart, a diagram, a screenshot, a picture of words, a logo or an illustration. Read its title, labels and numbers, and name only those that you can read.'

/** What the page says about this picture, one labelled line each, that which is nearest to its purpose first. */
export function pageLines({
  beside,
  context,
  fileName,
  purpose,
  visibleText
}: Pick<DescribeRequest, 'beside' | 'context' | 'fileName' | 'purpose' | 'visibleText'>): string[] {
  const lines: string[] = []
  const add = (label: string, text: string | undefined, limit: number): void => {
    const plain = text === undefined ? '' : plainPageText(text, limit)
    if (plain !== '') lines.push(`${label}: ${plain}`)
  }
  if (purpose.kind === 'link') {
    add('Link target', purpose.target, 200)
    add('Link target in words', purpose.address, 200)
    add('Title of the page that the link leads to', purpose.title, 200)
  }
  if (purpose.kind === 'button') add('Name of the button in the code, a weak hint', purpose.hint, 100)
  add('Heard beside the picture', beside, mostBeside)
  if (context) lines.push(...contextLines(context, beside))
  if (visibleText !== undefined) lines.push(visibleTextLine(visibleText))
  add('Name of the file, a weak hint', fileName, 100)
  return lines
}

function voiceLines({ voice = [] }: DescribeRequest): string[] {
  const examples = voice
    .slice(0, 5)
    .map((text) => `- ${plainPageText(text, 200)}`)
    .filter((line) => line !== '- ')
  return marked(
    'Alternatives of other pictures that people wrote on this site. Write in their manner; they tell nothing about this picture:',
    'examples',
    examples
  )
}

function translationLines({ language, translation }: DescribeRequest): string[] {
  const text = translation === undefined ? '' : plainPageText(translation.text, 600)
  if (translation === undefined || text === '') return []
  return [
    ...marked(
      `A person wrote or approved this text alternative of the picture, in ${languageName(translation.language)}:`,
      'reviewed-text',
      [text]
    ),
    `Translate it into ${languageName(language)} instead of writing a new one: the same meaning, names and length. Use the picture only to find the right words.`
  ]
}

function repairLines({ maxLength, previous }: DescribeRequest): string[] {
  if (!previous) return []
  const target = Math.max(1, Math.floor(maxLength * 0.85))
  return [
    ...marked(
      'You have answered for this picture before, and the answer cannot be used:',
      'previous-answer',
      [plainPageText(previous.text, 600)]
    ),
    ...previous.faults.slice(0, 10).map((fault) => `- ${plainPageText(fault, 200)}`),
    `Write it anew in at most ${target} characters, without these faults, and keep what matters most.`
  ]
}

/** Material between marks that nothing in it can close; nothing at all where there is none. */
export function marked(heading: string, tag: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', heading, `<${tag}>`, ...lines, `</${tag}>`]
}
