import { describe, expect, it } from 'vitest'

import { givenWords } from '../../src/captioner/request/given-words.ts'
import { plainRequest } from '../providers/prompt-requests.ts'
import { askingSite } from './asking-site.ts'

const named = 'Marie Curie at a laboratory bench'

async function problemsOf(context: object, options: object = {}, answer: object = {}): Promise<unknown> {
  const site = await askingSite({
    answer: () => ({ alt_text: named, kind: 'photo', visible_text: '', confidence: 0.9, ...answer })
  })
  await site.picture('content/portrait.png', 'tan')
  const uses = [site.use('portrait.png', { context })]
  const [outcome] = await site.open({ publish: 'all', ...options }).captionAll(uses)
  return outcome?.kind === 'filled' ? outcome.problems : outcome
}

describe('a name in a caption', () => {
  it.each<[string, object, object?]>([
    ['the title', { title: 'The life of Marie Curie' }],
    ['a heading', { headings: ['Marie Curie'] }],
    ['the caption beside it', { caption: 'Marie Curie, 1912' }],
    ['the text before it', { before: 'Here works Marie Curie.' }],
    ['the text after it', { after: 'Marie Curie won twice.' }],
    ['the description of the page', { description: 'About Marie Curie' }],
    ['the frontmatter of the page', { grounds: 'marie-curie' }],
    ['the owner’s instructions', {}, { prompt: 'All portraits show Marie Curie.' }]
  ])('is right where %s gives it', async (_, context, options) => {
    expect(await problemsOf(context, options)).toEqual([])
  })

  it('is right where it can be read in the picture', async () => {
    expect(await problemsOf({}, {}, { visible_text: 'Marie Curie' })).toEqual([])
  })

  it('is right where the name of the picture’s file gives it, and no word besides names', async () => {
    const site = await askingSite({
      answer: () => ({
        alt_text: 'Marie Curie, a happy woman',
        kind: 'photo',
        visible_text: '',
        confidence: 1
      })
    })
    await site.picture('content/marie-curie_happy-woman.png', 'tan')
    const use = site.use('marie-curie_happy-woman.png', { context: { headings: [], grounds: 'women' } })
    const [outcome] = await site.open({ publish: 'all' }).captionAll([use])
    expect(outcome).toMatchObject({ kind: 'filled', alt: 'Marie Curie, a person', problems: [] })
  })

  it('is flagged where nothing gives it, or the page is kept from the model', async () => {
    expect(await problemsOf({ title: 'Portraits' })).toEqual(['unfounded-name'])
    expect(await problemsOf({ title: 'The life of Marie Curie' }, { context: false })).toEqual([
      'unfounded-name'
    ])
  })
})

describe('the words that a request gives', () => {
  it('are those about this picture: no examples, no file name', () => {
    const words = givenWords({
      ...plainRequest,
      purpose: { kind: 'link', target: '/a', title: 'b' },
      beside: 'c',
      context: { headings: ['d', ' '], product: 'e' },
      translation: { language: 'de', text: 'f' },
      instructions: 'g',
      voice: ['an example'],
      fileName: 'a file'
    })
    expect(words).toBe('b\n/a\nc\nd\ne\nf\ng')
  })

  it('are none without any', () => {
    expect(givenWords(plainRequest)).toBeUndefined()
  })
})
