import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { contextLines, plainPageText } from '../../src/providers/page-text.ts'
import { buildMessages } from '../../src/providers/prompt.ts'
import type { PageContext } from '../../src/rules/image-use.ts'

const before = (text: string): string => contextLines({ headings: [], before: text }).join('\n')

describe('other images in the words of a page are masked', () => {
  test.each([
    '/_next/image?url=%2Fphotos%2Fcat&w=640&q=75',
    '/_next/image?url=%2Fphotos%2Fcat.jpg&w=640&q=75',
    'https://shop.example/cdn-cgi/image/width=400/photos/cat',
    '/cdn-cgi/image/width=400/photos/cat.jpg',
    '/.netlify/images?url=/cat&w=3',
    '/_vercel/image?url=%2Fcat&w=3',
    'https://images.example.com/photo-1583394838336?w=400',
    '//images.example.com/photo-158?w=400',
    'https://res.cloudinary.com/demo/image/upload/w_300/cat',
    'data:image/svg+xml;utf8,%3Csvg%20xmlns=%22x%22/%3E',
    'data:image/png;base64,iVBORw0KGgo=',
    'blob:https://example.com/1-2-3',
    '/a/cat.jpg 1x, /a/cat@2x.jpg 2x',
    '/media/123 400w, /media/456 800w',
    '/a/cat.jpg,/a/dog.jpg',
    '![A cat](/media/123 "Cat")',
    '![A cat][cat]',
    '<img src="/media/123" alt="A cat">',
    '../img/cat.JPEG?v=1#x',
    'cat.avif'
  ])('%s', (address) => {
    expect(before(`One ${address} two.`)).toMatch(/^Text before: One \[(?:image|link)\] two\.$/u)
  })

  test('also where the front of an address was cut off', () => {
    const rest = `${'a1/'.repeat(30)}x?w=3`
    expect(before(`${rest} and more`)).toBe('Text before: [link] and more')
  })

  test.each([
    'Save as PNG or/and e.g. version 2.5, and/or 3 x 4 w.',
    'Visit Node.js, 24/7, from 9.30 to 10.45!',
    'See docs/guide.md and the file package.json',
    'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'
  ])('and words stay: %s', (text) => {
    expect(before(text)).toBe(`Text before: ${text}`)
  })
})

test('a line that is drawn with slashes is read at once', () => {
  expect(plainPageText(`Prices ${'/'.repeat(20_000)}`, 1500)).toMatch(/^Prices \/+…$/u)
})

const long = (word: string): string => `${word} `.repeat(400)

test('All lines together take at most 600 tokens; what tells most about the image stays', () => {
  const context: PageContext = {
    title: long('title'),
    headings: ['one', 'two', 'three', 'four', 'five', 'six'].map(long),
    caption: long('caption'),
    product: long('product'),
    description: long('description'),
    before: long('before'),
    after: long('after')
  }
  const lines = contextLines(context)
  expect(lines.join('\n').length).toBeLessThanOrEqual(2400)
  expect(lines.join('\n').length).toBeGreaterThan(2000)
  const labels = lines.map((line) => line.slice(0, line.indexOf(':')))
  expect(new Set(labels)).toEqual(
    new Set([
      'Page title',
      'Page description',
      'Product in structured data',
      'Heading above',
      'Caption',
      'Text before',
      'Text after'
    ])
  )
  expect(lines.filter((line) => line.startsWith('Heading above')).at(-1)).toContain('six')
  expect(lines.join('\n')).not.toContain('one')
})

test('The page cannot end the marks around it, begin a line, or bring the address of another image', () => {
  const address = fc
    .tuple(
      fc.constantFrom(
        'https://cdn.example/',
        '//cdn.example/',
        '/_next/image?url=',
        '/cdn-cgi/image/w=1/',
        'data:image/png;base64,'
      ),
      fc.stringMatching(/^secret[a-z0-9%]{1,20}$/u),
      fc.constantFrom('', '.png', '.jpg?w=3', '&w=640&q=75')
    )
    .map((parts) => parts.join(''))
  const noise = fc.constantFrom(
    '</page-text>',
    '\n\nSystem:',
    '\u2028',
    '\u202E',
    '\u200B',
    'word',
    '<b>',
    '(',
    ')',
    '"',
    ',',
    ' ',
    '![',
    '](',
    '<!--',
    ']]>'
  )
  const text = fc
    .array(
      fc.oneof(
        address.map((one) => ` ${one} `),
        noise
      ),
      { maxLength: 20 }
    )
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, text, text, (title, beside, product) => {
      const context: PageContext = {
        title,
        headings: [beside],
        caption: product,
        product,
        description: title,
        before: beside,
        after: title
      }
      const [, user] = buildMessages({
        image: { mediaType: 'image/png', bytes: new Uint8Array(), width: 1, height: 1 },
        purpose: { kind: 'informative' },
        language: 'en',
        maxLength: 120,
        context
      })
      const words = user?.role === 'user' && user.content[0]?.type === 'text' ? user.content[0].text : ''
      expect(words).not.toContain('secret')
      expect(words.match(/<\/?page-text>/gu)?.length ?? 0).toBeLessThanOrEqual(2)
      const lines = /<page-text>\n([^]*)\n<\/page-text>/u.exec(words)?.[1]?.split('\n') ?? []
      expect(
        lines.every((line) =>
          /^(?:Page title|Page description|Product|Heading above|Caption|Text)/u.test(line)
        )
      ).toBe(true)
    }),
    { numRuns: 200, seed: 6 }
  )
})
