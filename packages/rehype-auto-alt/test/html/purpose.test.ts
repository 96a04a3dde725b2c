import { describe, expect, test } from 'vitest'
import { findImages } from '../../src/html/find-images.ts'

async function purposes(html: string): Promise<string[]> {
  return (await findImages(html)).map(({ purpose }) =>
    purpose.kind === 'link' ? `link ${purpose.href}` : purpose.kind
  )
}

describe('an image that is all of a link names the link', () => {
  test.each([
    ['<a href="/x"><img></a>', ['link /x']],
    ['<a href="/x"> \n&nbsp;<span><picture><img></picture></span>&#8203;</a>', ['link /x']],
    ['<a href="/x"><img><span aria-hidden="true">→</span><span hidden>new</span></a>', ['link /x']],
    ['<a href="/x"><img alt=""></a>', ['link /x']],
    ['<a href="/x"><img alt="Shop"></a>', ['link /x']],
    ['<a href="/x"><svg><path/></svg><img></a>', ['link /x']],
    ['<a href="/x"><img><noscript>Scripts are off</noscript></a>', ['link /x']],
    ['<a href="/x" title="Shop"><img></a>', ['link /x']],
    ['<a href="/a?b=1&amp;c=2"><img></a>', ['link /a?b=1&c=2']]
  ])('%j', async (html, expected) => expect(await purposes(html)).toEqual(expected))
})

describe('an image stays informative', () => {
  test.each([
    ['beside text', '<a href="/x"><img> Shop</a>'],
    ['beside the text of a drawing', '<a href="/x"><svg><title>Shop</title></svg><img></a>'],
    ['in a link with a label', '<a href="/x" aria-label="Shop"><img></a>'],
    ['in a link labelled by other text', '<p id=t>Shop</p><a href="/x" aria-labelledby="t"><img></a>'],
    ['beside something labelled', '<a href="/x"><i aria-label="Shop"></i><img></a>'],
    ['in a link to its own large version', '<a href="/large.webp"><img></a>'],
    ['in an anchor that is no link', '<a name="x"><img></a>'],
    ['beside a field', '<label><input type=checkbox><img></label>']
  ])('%s', async (_, html) => expect(await purposes(html)).toEqual(['informative']))
})

test('a label that leads nowhere on a whole page does not name the link', async () => {
  const link = '<a href="/x" aria-labelledby="gone"><img></a>'
  expect(await purposes(`<!doctype html>${link}`)).toEqual(['link /x'])
  expect(await purposes(link)).toEqual(['informative'])
})

describe('of several images in a link one names it', () => {
  test.each([
    [
      'the first that is missing a name',
      '<a href="/x"><img src=light><img src=dark></a>',
      ['link /x', 'informative']
    ],
    ['not one that is decorative', '<a href="/x"><img alt=""><img></a>', ['informative', 'link /x']],
    ['not one that is hidden', '<a href="/x"><img hidden><img></a>', ['informative', 'link /x']],
    ['the one that has a name already', '<a href="/x"><img><img alt="Shop"></a>', ['informative', 'link /x']],
    [
      'and its stand-in without scripts',
      '<a href="/x"><img data-src=a><noscript><img src=a></noscript></a>',
      ['link /x', 'link /x']
    ]
  ])('%s', async (_, html, expected) => expect(await purposes(html)).toEqual(expected))
})

describe('an image that is all of a button names the button', () => {
  test.each([
    '<button><img></button>',
    '<div role="button"><img></div>',
    '<details><summary><img></summary>text</details>',
    '<a href="#menu"><img></a>',
    '<a href="javascript:open()"><img></a>',
    '<a href="/x" role="button"><img></a>'
  ])('%j', async (html) => expect(await purposes(html)).toEqual(['button']))

  test('the nearest one', async () => {
    expect(await purposes('<a href="/x"><button><img></button></a>')).toEqual(['button'])
    expect(await purposes('<a href="/x"><img><button>Buy</button></a>')).toEqual(['informative'])
  })
})
