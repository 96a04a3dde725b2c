import { expect, test } from 'vitest'
import { createImageFinder, type FoundImage } from '../../src/html/image-finder.ts'
import { feedHtml } from '../../src/html/tokenize.ts'

/** Markup that arrives in pieces, as the `raw` nodes of a Markdown tree do. */
function findInPieces(pieces: readonly string[]): readonly FoundImage<string>[] {
  const finder = createImageFinder<string>({ document: false, emptyAlt: 'auto', components: [] })
  for (const piece of pieces) feedHtml(piece, finder, ({ start, end }) => piece.slice(start, end))
  return finder.finish().images
}

test('a link whose tags arrive one by one is one link', () => {
  const [image] = findInPieces(['<a href="/x">', '<img src=a>', '</a>', 'text'])
  expect(image).toMatchObject({
    handle: '<img src=a>',
    purpose: { kind: 'link', href: '/x' },
    context: { after: 'text' }
  })
})

test('an element that opens in one piece hides images in the next ones', () => {
  const images = findInPieces(['<div aria-hidden="true">', '<img>', '</div>', '<img>'])
  expect(images.map(({ verdict }) => verdict)).toEqual(['hidden', 'missing'])
})

test('an image between the pieces of a text field is text', () => {
  const finder = createImageFinder<string>({ document: false, emptyAlt: 'auto', components: [] })
  feedHtml('<textarea>', finder, () => '')
  finder.open({ name: 'img', attributes: new Map(), spread: false, selfClosing: false, handle: 'in' })
  feedHtml('</textarea>', finder, () => '')
  finder.open({ name: 'img', attributes: new Map(), spread: false, selfClosing: false, handle: 'behind' })
  expect(finder.finish().images.map(({ handle }) => handle)).toEqual(['behind'])
})

test('elements of a tree and tags of HTML text make up one page', () => {
  const finder = createImageFinder<string>({ document: false, emptyAlt: 'auto', components: ['Figure'] })
  finder.open({
    name: 'p',
    attributes: new Map([['lang', 'de']]),
    spread: false,
    selfClosing: false,
    handle: ''
  })
  feedHtml('<a href="/x">', finder, () => '')
  finder.open({
    name: 'img',
    attributes: new Map([['alt', '']]),
    spread: false,
    selfClosing: false,
    emptyAltBy: 'markdown',
    handle: 'md'
  })
  feedHtml('</a>', finder, () => '')
  finder.open({
    name: 'Figure',
    attributes: new Map([['src', 'f.png']]),
    spread: true,
    selfClosing: false,
    handle: 'jsx'
  })
  finder.close('Figure')
  finder.close('p')
  expect(finder.finish().images).toMatchObject([
    {
      handle: 'md',
      verdict: 'missing',
      lang: 'de',
      purpose: { kind: 'link', href: '/x' },
      emptyAltBy: 'markdown'
    },
    {
      handle: 'jsx',
      element: 'Figure',
      verdict: 'unknown',
      sources: ['f.png'],
      purpose: { kind: 'informative' }
    }
  ])
})
