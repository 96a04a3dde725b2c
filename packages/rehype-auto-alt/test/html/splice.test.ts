import fc from 'fast-check'
import { serialize, type DefaultTreeAdapterTypes } from 'parse5'
import { describe, expect, test } from 'vitest'
import { findImages } from '../../src/html/find-images.ts'
import { spliceAlternatives, spliceTags, type HtmlEdit } from '../../src/html/splice.ts'
import { nastyMarkup } from './markup-arbitrary.ts'
import { childrenOf, parseAsOracle } from './oracle.ts'

async function fill(html: string, alt: string, attributes?: Record<string, string>): Promise<string> {
  const images = await findImages(html)
  return spliceAlternatives(
    html,
    images.map((image) => ({ image, alt, ...(attributes && { attributes }) }))
  )
}

describe('an alternative is written', () => {
  test.each([
    ['<img>', '<img alt="A cat">'],
    ['<img src=a.png>', '<img alt="A cat" src=a.png>'],
    ['<img/>', '<img alt="A cat"/>'],
    ['<img src=a/>', '<img alt="A cat" src=a/>'],
    ['<IMG\r\n  SRC="a.png"\r\n  ALT=""\r\n>', '<IMG\r\n  SRC="a.png"\r\n  alt="A cat"\r\n>'],
    ["<img alt='' src=a>", '<img alt="A cat" src=a>'],
    ['<img src=a alt>', '<img src=a alt="A cat">'],
    ['<img src=a alt/>', '<img src=a alt="A cat"/>'],
    ['<img alt=>', '<img alt="A cat">'],
    ['<img alt = x src=a>', '<img alt="A cat" src=a>'],
    ['<img alt="" alt="no">', '<img alt="A cat" alt="no">'],
    ['<image src=a>', '<image alt="A cat" src=a>']
  ])('into %j', async (html, expected) => {
    expect(await fill(html, 'A cat')).toBe(expected)
  })

  test('so that it comes out of the page as it went in, on one line', async () => {
    const html = await fill('<img>', 'He said "a < b" &amp; \'c\'\r\n  twice\u2028over')
    expect(html).toBe('<img alt="He said &quot;a &lt; b&quot; &amp;amp; \'c\' twice over">')
    expect((await findImages(html))[0]?.alt).toBe('He said "a < b" &amp; \'c\' twice over')
  })

  test('empty for a picture that needs none', async () => {
    expect(await fill('<img src=a>', '')).toBe('<img alt="" src=a>')
  })

  test('with further attributes, which replace their like', async () => {
    expect(await fill('<img src=a>', 'x', { 'data-alt-origin': 'ai' })).toBe(
      '<img alt="x" data-alt-origin="ai" src=a>'
    )
    expect(await fill('<img data-alt-origin=ai alt>', 'x', { 'data-alt-origin': 'ai' })).toBe(
      '<img data-alt-origin="ai" alt="x">'
    )
  })
})

describe('the marker of an earlier stage goes', () => {
  test.each([
    ['<img src="a" data-auto-alt-intent="missing" alt="">', '<img src="a" alt="">'],
    ['<img src=a data-auto-alt-intent="missing"/>', '<img src=a />'],
    ['<img src="a"data-auto-alt-intent="missing"alt="">', '<img src="a"alt="">'],
    ['<img data-auto-alt-intent="missing">', '<img>'],
    [
      '<svg><title>t</title></svg><x-image data-auto-alt-intent=missing></x-image>',
      '<svg><title>t</title></svg><x-image></x-image>'
    ],
    ['<pre>data-auto-alt-intent="missing"</pre>', '<pre>data-auto-alt-intent="missing"</pre>'],
    [
      '<textarea><img data-auto-alt-intent="missing"></textarea>',
      '<textarea><img data-auto-alt-intent="missing"></textarea>'
    ]
  ])('without any edit from %j', (html, expected) => {
    expect(spliceAlternatives(html, [])).toBe(expected)
  })

  test('together with an edit', async () => {
    const html =
      '<img alt="" data-auto-alt-intent="missing" src="a"><img data-auto-alt-intent="missing" alt="" src="b">'
    const [first] = await findImages(html)
    const edits: HtmlEdit[] = first ? [{ image: first, alt: 'x' }] : []
    expect(spliceAlternatives(html, edits)).toBe('<img alt="x" src="a"><img alt="" src="b">')
    expect(spliceTags(html, edits)).toBe(
      '<img alt="x" src="a"><img data-auto-alt-intent="missing" alt="" src="b">'
    )
  })

  test("while an author's own data-auto-alt stays", () => {
    const html = '<img data-auto-alt="off" alt="">'
    expect(spliceAlternatives(html, [])).toBe(html)
  })
})

test('every other byte of a page stays, and a browser sees the same page with other alternatives', async () => {
  await fc.assert(
    fc.asyncProperty(nastyMarkup, async (markup) => {
      const html = `<!doctype html>${markup}`
      const images = await findImages(html)
      const written = 'new "alt"'
      const result = spliceAlternatives(
        html,
        images.map((image) => ({ image, alt: written }))
      )
      expect(
        undo(
          html,
          result,
          images.map(({ attributes, nameEnd }) => attributes.get('alt') ?? { start: nameEnd, end: nameEnd })
        )
      ).toBe(html)
      expect(withoutAlternatives(result)).toBe(withoutAlternatives(html))
      expect((await findImages(result)).map(({ alt }) => alt)).toEqual(images.map(() => written))
    }),
    { seed: 7, numRuns: 1500 }
  )
})

/** Takes the written alternatives out again and puts back what stood there. */
function undo(html: string, result: string, ranges: readonly { start: number; end: number }[]): string {
  let undone = ''
  let rest = result
  let at = 0
  for (const { start, end } of ranges) {
    undone += rest.slice(0, start - at)
    rest = rest.slice(start - at)
    const written = `${start === end ? ' ' : ''}alt="new &quot;alt&quot;"`
    expect(rest.startsWith(written)).toBe(true)
    rest = rest.slice(written.length)
    undone += html.slice(start, end)
    at = end
  }
  return undone + rest
}

function withoutAlternatives(html: string): string {
  const tree = parseAsOracle(html, true)
  const strip = (node: DefaultTreeAdapterTypes.ParentNode | DefaultTreeAdapterTypes.ChildNode): void => {
    if ('tagName' in node && node.tagName === 'img')
      node.attrs = node.attrs.filter(({ name }) => name !== 'alt')
    for (const child of childrenOf(node)) strip(child)
  }
  strip(tree)
  return serialize(tree)
}
