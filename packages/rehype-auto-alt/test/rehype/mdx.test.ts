import { describe, expect, test } from 'vitest'
import { jsxAttributes } from '../../src/rehype/jsx-attributes.ts'
import { type TreeNode, childrenOf } from '../../src/rehype/tree-nodes.ts'
import { captionedSite } from '../support/captioned-site.ts'
import { places, renderMdx } from './pipelines.ts'

/** The attributes of each image of a tree, as a compiler would find them. */
function imagesOf(node: TreeNode, names: readonly string[] = ['img']): Record<string, unknown>[] {
  const inside = childrenOf(node).flatMap((child) => imagesOf(child, names))
  if (node.type === 'element' && names.includes(node.tagName)) return [{ ...node.properties }, ...inside]
  const isJsx = node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement'
  if (isJsx && names.includes(node.name ?? ''))
    return [Object.fromEntries(jsxAttributes(node).attributes), ...inside]
  return inside
}

describe('an image in MDX gets its stored caption', () => {
  test.each([
    ['from Markdown', '![](cat.png)'],
    ['as a block of JSX', '<img src="cat.png" />'],
    ['as JSX within a line', 'See <img src="cat.png" /> there.'],
    ['with an expression that is a text', '<img src={"cat.png"} />'],
    ['with an expression that is a template', '<img src={`cat.png`} />'],
    ['with an alternative that is null', '<img src="cat.png" alt={null} />'],
    ['with a blank alternative', '<img src="cat.png" alt={" "} />'],
    ['in other JSX', '<figure>\n  <div>\n    ![](cat.png)\n  </div>\n</figure>'],
    ['with a width that is a number', '<img src="cat.png" width={64} />']
  ])('%s', async (_, text) => {
    const site = await captionedSite('cat')
    const { file, tree } = await renderMdx(site, text)
    expect(imagesOf(tree).map(({ alt }) => alt)).toEqual(['CAPTION cat'])
    expect(file.messages).toEqual([])
  })
})

describe('an image in MDX is left alone', () => {
  test.each([
    ['with words', '<img src="cat.png" alt="Words" />', 'Words'],
    ['with words in an expression', '<img src="cat.png" alt={"Words"} />', 'Words'],
    ['with an empty alternative of its author', '<img src="cat.png" alt="" />', ''],
    ['with an empty alternative in an expression', '<img src="cat.png" alt={\'\'} />', ''],
    [
      'with words that only the run time knows',
      '<img src="cat.png" alt={props.alt} />',
      { expression: 'props.alt' }
    ],
    ['with a spread that may bring words', '<img src="cat.png" {...props} />', undefined],
    ['hidden by an expression', '<img src="cat.png" aria-hidden={true} />', undefined],
    ['within what is hidden by an expression', '<div hidden={true}><img src="cat.png" /></div>', undefined],
    ['switched off', '<img src="cat.png" data-auto-alt="off" />', undefined]
  ])('%s', async (_, text, alt) => {
    const site = await captionedSite('cat')
    const { file, tree } = await renderMdx(site, text)
    expect(imagesOf(tree).map((image) => image['alt'])).toEqual([alt])
    expect(file.messages).toEqual([])
  })
})

test('an alternative that was null is written in its place, another comes last', async () => {
  const site = await captionedSite('cat')
  const { tree } = await renderMdx(site, '<img alt={null} src="cat.png" />\n\n<img src="cat.png" id="b" />')
  const written = childrenOf(tree).flatMap((node) =>
    node.type === 'mdxJsxFlowElement'
      ? [node.attributes.map((attribute) => 'name' in attribute && attribute.name)]
      : []
  )
  expect(written).toEqual([
    ['alt', 'src'],
    ['src', 'id', 'alt']
  ])
})

test('a picture of one pixel in MDX is not described', async () => {
  const site = await captionedSite('cat')
  const { file, tree } = await renderMdx(site, '<img src="cat.png" width={1} height={1} />')
  expect(imagesOf(tree)).toEqual([{ src: 'cat.png', width: '1', height: '1' }])
  expect(file.messages.map(({ reason }) => reason)).toEqual([expect.stringContaining('too-small')])
})

test('elements of MDX hold what they are written around, also where HTML would end them', async () => {
  const site = await captionedSite('cat')
  const { tree } = await renderMdx(
    site,
    '<p aria-hidden="true">\n  <section>\n    <img src="cat.png" />\n  </section>\n</p>'
  )
  expect(imagesOf(tree)).toEqual([{ src: 'cat.png' }])
})

test('a component that counts as an image gets a caption, and others do not', async () => {
  const site = await captionedSite('cat')
  const text = '<Picture src="cat.png" />\n\n<picture>\n  <Card src="cat.png" />\n</picture>'
  const { file, tree } = await renderMdx(site, text, { components: ['Picture'] })
  expect(imagesOf(tree, ['Picture', 'picture', 'Card'])).toEqual([
    { src: 'cat.png', alt: 'CAPTION cat' },
    {},
    { src: 'cat.png' }
  ])
  expect(file.messages).toEqual([])
})

test('a link in MDX is named by its image beside what shows nothing, and by what else it shows', async () => {
  const site = await captionedSite('cat')
  await site.store(site.key('cat', ':en:link=/shop'), { alt: 'To the shop' })
  const beside = ['{/* the shop */}', "{' '}", '{null}', '{false}', '{name}', "{'Shop'}", '{`Shop`}', '{7}']
  const links = beside.map((expression) => `<a href="/shop">${expression}<img src="cat.png" /></a>`)
  const { tree } = await renderMdx(site, links.join('\n\n'))
  const [name, plain] = ['To the shop', 'CAPTION cat']
  expect(imagesOf(tree).map(({ alt }) => alt)).toEqual([name, name, name, name, plain, plain, plain, plain])
})

test('the marker of an earlier stage is taken off JSX', async () => {
  const site = await captionedSite('cat')
  const text =
    '<img src="cat.png" alt="" data-auto-alt-intent="missing" />\n\n<img src="cat.png" alt="Words" data-auto-alt-intent="missing" />'
  const { tree } = await renderMdx(site, text)
  expect(imagesOf(tree)).toEqual([
    { src: 'cat.png', alt: 'CAPTION cat' },
    { src: 'cat.png', alt: 'Words' }
  ])
})

test('messages about images in MDX point at them', async () => {
  const site = await captionedSite()
  const { file } = await renderMdx(
    site,
    'export const a = 1\n\nSee <img src="a.png" /> and\n\n> <img src="b.png" />\n\n- ![](c.png)'
  )
  expect(places(file)).toEqual([
    '3:5-3:24 unreadable-image',
    '5:3-5:22 unreadable-image',
    '7:3-7:13 unreadable-image'
  ])
})
