import { describe, expect, it } from 'vitest'

import { buildMessages } from '../../src/providers/prompt.ts'
import type { DescribeRequest } from '../../src/providers/provider.ts'
import { descriptionShape } from '../../src/providers/response-format.ts'
import { testPicture } from '../../src/providers/test-picture.ts'
import { checkAnswer } from '../../src/rules/answer/check-answer.ts'
import { settleAnswer } from '../../src/rules/answer/settle-answer.ts'

const image = { ...testPicture, isDrawn: true }
const informative: DescribeRequest = {
  image,
  purpose: { kind: 'informative' },
  language: 'en',
  maxLength: 120,
  longDescription: true,
  visibleText: 'X',
  fileName: 'x.png',
  voice: ['X'],
  translation: { language: 'de', text: 'X' },
  context: {
    title: 'X',
    headings: ['X'],
    caption: 'X',
    before: 'X',
    after: 'X',
    description: 'X',
    product: 'X'
  },
  previous: { text: 'X', faults: [] }
}
const requests: readonly DescribeRequest[] = [
  informative,
  { ...informative, purpose: { kind: 'button' } },
  { ...informative, purpose: { kind: 'link' } },
  { ...informative, purpose: { kind: 'link', target: '/x' } },
  { ...informative, purpose: { kind: 'link', target: '/x', title: 'X' } },
  { image, purpose: { kind: 'informative' }, beside: 'X', language: 'de', maxLength: 80 }
]

/** Everything that a model is told in words of ours. Single words and short labels could be an answer. */
function sentences(): string[] {
  const texts = requests.flatMap((request) =>
    buildMessages(request).flatMap(({ content }) =>
      typeof content === 'string'
        ? content
        : content.flatMap((part) => (part.type === 'text' ? part.text : []))
    )
  )
  const descriptions = [
    ...JSON.stringify(descriptionShape(informative)).matchAll(/"description":"([^"]*)"/gu)
  ].map(([, description = '']) => description)
  const all = [...texts, ...descriptions].flatMap((text) => text.split(/\n|(?<=[.;!?]) (?=\p{Lu})/u))
  return [...new Set(all.map((line) => line.trim()))].filter((line) => line.split(' ').length > 4)
}

describe('a model that gives back what it was told', () => {
  it.each(sentences())('is caught at %j', (sentence) => {
    const style = { maxLength: 2000, language: 'en', fullStop: false }
    const checked = checkAnswer(sentence, style)
    expect(checked.faults).toContain('prompt-echo')
    expect(settleAnswer(checked, style)).toBeUndefined()
  })
})
