import fc from 'fast-check'
import { parse, serialize, type DefaultTreeAdapterTypes } from 'parse5'
import { expect, test } from 'vitest'

import type { Outcome } from '../../src/captioner/outcome.ts'
import { describeInHtml } from '../../src/html/descriptions/describe-in-html.ts'
import { findImages } from '../../src/html/find-images.ts'
import { spliceAlternatives } from '../../src/html/splice.ts'
import { nastyMarkup, ordinaryMarkup } from './markup-arbitrary.ts'

type Parent = DefaultTreeAdapterTypes.ParentNode

/** Every image is another one. */
function outcomeOf(index: number): Outcome {
  const key = `${index.toString(16).padStart(8, '0').repeat(4)}:en`
  const described = { alt: 'A', description: 'B', key }
  return { kind: 'filled', source: 'file', origin: 'human', image: 'x', problems: [], ...described }
}

/** The tree of a page as text, without what was inserted, and how much that was. */
function treeOf(html: string): { readonly text: string; readonly inserted: number } {
  let inserted = 0
  const remove = (parent: Parent): void => {
    parent.childNodes = parent.childNodes.filter((node) => {
      const isOurs =
        'attrs' in node &&
        node.attrs.some(({ name, value }) => name === 'id' && value.startsWith('auto-alt-'))
      if (isOurs) inserted++
      return !isOurs
    })
    for (const node of parent.childNodes) {
      if ('content' in node) remove(node.content)
      if ('childNodes' in node) remove(node)
    }
  }
  const tree = parse(html, { scriptingEnabled: false })
  remove(tree)
  return { text: serialize(tree).replaceAll('\r', ''), inserted }
}

test.each([
  ['describedby', 'as authors write it', ordinaryMarkup],
  ['describedby', 'that nobody writes on purpose', nastyMarkup],
  ['details', 'as authors write it', ordinaryMarkup],
  ['details', 'that nobody writes on purpose', nastyMarkup]
] as const)(
  '%s: what is inserted into markup %s leaves all else in its place',
  async (longDescription, _what, markups) => {
    let all = 0
    const check = fc.asyncProperty(markups, async (markup) => {
      const html = `<!doctype html><title>Page</title>${markup}`
      const images = await findImages(html)
      const outcomes = images.map((_, index) => outcomeOf(index))
      const { attributes, patches } = await describeInHtml(html, images, outcomes, { longDescription })
      const { inserted, text } = treeOf(spliceAlternatives(html, [], images, patches))
      expect(text).toBe(treeOf(html).text)
      expect(inserted).toBe(patches.length)
      all += attributes.filter(Boolean).length
    })
    await fc.assert(check, { seed: 2026, numRuns: 1000 })
    expect(all).toBeGreaterThan(500)
  }
)
