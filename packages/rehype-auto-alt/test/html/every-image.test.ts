import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createAutoAlt } from '../../src/captioner/create-auto-alt.ts'
import { fillHtml } from '../../src/html/fill-html.ts'
import { findImages, type HtmlImage } from '../../src/html/find-images.ts'
import { needsAlternative } from '../../src/rules/verdict/needs-alternative.ts'
import { findUses } from '../../src/source/find-uses.ts'
import { pageFor } from '../../src/source/page.ts'
import { captionedSite } from '../support/captioned-site.ts'
import { render } from '../rehype/pipelines.ts'

async function everyImage(html: string, document = true): Promise<HtmlImage[]> {
  return await findImages(html, { document, elements: 'all' })
}

async function verdicts(html: string, document = true): Promise<string[]> {
  return (await everyImage(html, document)).map(({ element, verdict }) => `${element} ${verdict}`)
}

describe('besides img, these count as images', () => {
  test.each([
    ['an area of an image map that is a link', '<map><area href=/a alt=A></map>', 'area', []],
    ['an image button', '<input type=" Image " src=/go.png alt=Go>', 'button', ['/go.png']],
    [
      'an object by its type',
      '<object type=image/svg+xml data=/plan title=Plan></object>',
      'object',
      ['/plan']
    ],
    [
      'an object by its address',
      '<object data="/plan.PNG?v=2" title=Plan></object>',
      'object',
      ['/plan.PNG?v=2']
    ],
    ['a drawing', '<svg role=img aria-label=Plan></svg>', 'svg', []],
    ['a part of a drawing', '<svg><g role=graphics-symbol aria-label=Door></g></svg>', 'svg', []],
    ['any element by its role', '<span role=img aria-label=Wave>👋</span>', 'role', []],
    ['by the newer name of the role', '<span role=image aria-label=Wave>👋</span>', 'role', []],
    [
      'by the first role that there is',
      '<span role="picture img button" aria-label=Wave>👋</span>',
      'role',
      []
    ]
  ])('%s', async (_, html, kind, sources) => {
    expect(await everyImage(html)).toMatchObject([{ kind, sources, verdict: 'named' }])
    expect(await findImages(html)).toEqual([])
  })
})

test.each([
  '<map><area alt="nowhere to go"></map>',
  '<input type=submit>',
  '<object data=/page.html></object>',
  '<object type=image/png></object>',
  '<object type=application/pdf data=/scan.png></object>',
  '<svg><title>No role</title></svg>',
  '<canvas aria-label=x></canvas>',
  '<div role="button img">Go</div>',
  '<div role=graphics-document></div>',
  '<svg><symbol role=img></symbol></svg>',
  '<!-- <svg role=img> --><script>"<area href=x>"</script><textarea><input type=image></textarea>'
])('but not %j', async (html) => expect(await everyImage(html)).toEqual([]))

test('an img with the role of an image stays an img, which its alt names', async () => {
  expect(await everyImage('<img role=img alt=Harbour>')).toEqual([
    expect.not.objectContaining({ kind: expect.anything() })
  ])
})

test('places are those of the start tags', async () => {
  const html =
    '<p>😀\r\n <area href=/x>\n<svg\n role="img"><title>A</title></svg><object data=a.png><input type=image></object>'
  const places = (await everyImage(html)).map(({ end, place, start }) => [
    html.slice(start, end),
    place.line,
    place.column
  ])
  expect(places).toEqual([
    ['<area href=/x>', 2, 2],
    ['<svg\n role="img">', 3, 1],
    ['<object data=a.png>', 4, 35],
    ['<input type=image>', 4, 54]
  ])
})

describe('a name comes', () => {
  test.each([
    [
      'from an id of a hidden element',
      '<p id=a hidden><b>Hi</b></p><svg role=img aria-labelledby=a></svg>',
      'svg named'
    ],
    [
      'not from what is hidden in a shown one',
      '<p id=a><b hidden>Hi</b></p><svg role=img aria-labelledby=a></svg>',
      'svg missing'
    ],
    ['not from an empty element', '<p id=a> </p><svg role=img aria-labelledby=a></svg>', 'svg missing'],
    ['not from itself', '<input type=image id=a aria-labelledby=a>', 'input missing'],
    [
      'from the alt of another image',
      '<span role=img aria-labelledby=a></span><img id=a alt=Hi>',
      'span named',
      'img named'
    ],
    [
      'from the title of a drawing in the label',
      '<p id=a><svg role=img><title>Hi</title></svg></p><area href=/ aria-labelledby=a>',
      'svg named',
      'area named'
    ],
    [
      'from one of several ids',
      '<p id=a></p><p id=b>Hi</p><area href=/ aria-labelledby="no a b">',
      'area named'
    ],
    [
      'from its own title element by id',
      '<svg role=img aria-labelledby=a><title id=a>Hi</title></svg>',
      'svg named'
    ],
    [
      'from its own desc element by id',
      '<svg role=img aria-labelledby=a><desc id=a>Hi</desc></svg>',
      'svg named'
    ],
    [
      'from a label behind it',
      '<input type=image id=a> and more <p></p><label for=a>Hi</label>',
      'input named'
    ],
    [
      'from the picture in a label',
      '<label><img alt=Hi><input type=image></label>',
      'img named',
      'input named'
    ],
    ['not from the label of another field', '<label>Hi <input><input type=image></label>', 'input missing'],
    [
      'not from a label for another field',
      '<label for=b>Hi <input type=image id=a></label>',
      'input missing'
    ],
    ['for a button from its title beside an empty alt', '<input type=image alt="" title=Hi>', 'input named'],
    ['for an area from its title beside an empty alt', '<area href=/ alt="" title=Hi>', 'area named'],
    ['not from the alt of an object', '<object data=a.png alt=Hi></object>', 'object missing'],
    ['not from what stands in for an object', '<object data=a.png>Hi</object>', 'object missing'],
    ['not from the content of an element', '<b role=img>Hi</b>', 'b missing']
  ])('%s', async (_, html, ...expected) => expect(await verdicts(html)).toEqual(expected))

  test('from far behind the image, on a page that has said everything else', async () => {
    const start = '<!doctype html><title>T</title><p>'
    const late = '</p><p>And</p><p>more</p>'
    expect(await verdicts(`${start}<input type=image id=a> x${late}<label for=a>Hi</label>`)).toEqual([
      'input named'
    ])
    expect(await verdicts(`${start}<svg role=img><g>x</g><g>y</g><title>Hi</title></svg> x${late}`)).toEqual([
      'svg named'
    ])
  })

  test('from an id that stands elsewhere, in a piece of a page', async () => {
    expect(await verdicts('<svg role=img aria-labelledby=a></svg>', false)).toEqual(['svg named'])
    expect(await verdicts('<svg role=img aria-labelledby=a></svg>', true)).toEqual(['svg missing'])
  })
})

describe('an image is hidden', () => {
  test.each([
    [
      'in a drawing that is one image',
      '<svg role=img aria-label=x><g role=img></g></svg>',
      'svg named',
      'g hidden'
    ],
    [
      'in an element that is one image',
      '<figure role=img aria-label=x><img></figure>',
      'figure named',
      'img hidden'
    ],
    ['in parts that others draw', '<svg><defs><g role=img></g></defs></svg>', 'g hidden'],
    [
      'by what is around it',
      '<div aria-hidden=true><area href=/><input type=image></div>',
      'area hidden',
      'input hidden'
    ],
    [
      'but not in a document of graphics',
      '<svg role=graphics-document aria-label=x><g role=img></g></svg>',
      'svg named',
      'g missing'
    ],
    ['but not in a button', '<button><svg role=img></svg></button>', 'svg missing'],
    [
      'but not where it is made visible again',
      '<p style="visibility:hidden"><b role=img style="visibility:visible"></b></p>',
      'b missing'
    ]
  ])('%s', async (_, html, ...expected) => expect(await verdicts(html)).toEqual(expected))
})

test('what an image is there for follows from what it is, and from the link around it', async () => {
  const html =
    '<area href=/a><area href=#b><input type=image><a href=/c><svg role=img></svg></a><a href=/d><svg role=img></svg><img></a>' +
    '<a href=/e><img alt=""><svg role=img aria-label=E></svg></a><object data=a.png></object>'
  const told = (await everyImage(html)).map(({ element, purpose }) =>
    purpose.kind === 'link' ? `${element} ${purpose.href}` : `${element} ${purpose.kind}`
  )
  expect(told).toEqual([
    'area /a',
    'area button',
    'input button',
    'svg /c',
    'svg informative',
    'img /d',
    'img informative',
    'svg /e',
    'object informative'
  ])
})

test('an image button that its role takes away is no button', async () => {
  const [image] = await everyImage('<input type=image src=a.png role=none disabled>')
  expect(image).toMatchObject({ verdict: 'decorative', purpose: { kind: 'informative' } })
})

describe('what is heard beside an image', () => {
  async function control(html: string): Promise<unknown> {
    return (await everyImage(html)).map((image) => image.control)
  }

  test.each([
    [
      'text of the link',
      '<a href=/x><img alt=A>\n <b>More</b> here</a>',
      [{ kind: 'link', text: 'More here' }]
    ],
    ['nothing', '<button><img alt=A> </button>', [{ kind: 'button', text: '' }]],
    ['in a link that acts', '<a href=/x role=button><img>Go</a>', [{ kind: 'button', text: 'Go' }]],
    ['in an element with the role of a link', '<b role=link><img>Go</b>', [{ kind: 'link', text: 'Go' }]],
    [
      'the names of the other images',
      '<a href=/x><img alt=""><img alt=One> and <svg role=img><title>Two</title></svg></a>',
      [
        { kind: 'link', text: 'One and Two' },
        { kind: 'link', text: 'and Two' },
        { kind: 'link', text: 'One and' }
      ]
    ],
    [
      'not what is hidden',
      '<a href=/x><img><i hidden>No</i><i aria-hidden=true>No</i></a>',
      [{ kind: 'link', text: '' }]
    ],
    ['a field, whatever it says', '<summary><input><img></summary>', [{ kind: 'button', text: '{…}' }]],
    [
      'the label of something in it',
      '<summary><i aria-label=More></i><img></summary>',
      [{ kind: 'button', text: 'More' }]
    ],
    ['nothing of a link with a name of its own', '<a href=/x aria-label=Home><img>Go</a>', [undefined]],
    ['nothing outside of links', '<p><img>Go</p>', [undefined]]
  ])('%s', async (_, html, expected) => expect(await control(html)).toEqual(expected))

  test('is cut where it is long', async () => {
    const [image] = await everyImage(`<a href=/x><img>${'<i>word</i> '.repeat(1000)}</a>`)
    expect(image?.control?.text.length).toBeLessThanOrEqual(300)
    const [other] = await everyImage(`<a href=/x><img>${'<i>w</i>'.repeat(100)}</a>`)
    expect(other?.control?.text.length).toBeLessThan(100)
  })

  test('the text of the same block', async () => {
    const html =
      '<p>No</p><p>Some <img> <b>words</b></p>No<ul><li><img>One<li><img></ul><table><tr><td><img>Cell</table>'
    expect((await everyImage(html)).map(({ beside }) => beside)).toEqual([
      'Some words',
      'One',
      undefined,
      'Cell'
    ])
  })

  test('and not told where nobody audits', async () => {
    const [image] = await findImages('<a href=/x><img alt=A> Go</a>')
    expect(image).not.toHaveProperty('control')
    expect(image).not.toHaveProperty('beside')
    expect(image).not.toHaveProperty('name')
  })
})

test('the words that are heard are those that win', async () => {
  const html =
    '<img alt=a aria-label=b title=c><img alt=a title=c><img title=c><img alt="" title=c><img alt=a role=none>' +
    '<p id=d>D</p><img alt=a aria-labelledby=d><svg role=img title=e><title>f</title></svg><img>'
  expect((await everyImage(html)).map(({ name }) => name)).toEqual([
    'b',
    'a',
    'c',
    undefined,
    '',
    '',
    'f',
    undefined
  ])
})

test('in Markdown and MDX they are found as well, in HTML and in JSX', async () => {
  const settings = { components: [], emptyAlt: 'auto', elements: 'all' } as const
  const text =
    '# Hi\n\n<map>\n<area href="/x">\n</map>\n\nSee <svg role="img"><title>Plan</title></svg> <Icon role="img" />\n'
  for (const name of ['a.md', 'a.mdx']) {
    const uses = await findUses(
      pageFor(`/site/${name}`, '/site'),
      text.replace('href="/x">', 'href="/x" />'),
      settings
    )
    expect(uses.map(({ element, place, verdict }) => [element, place?.line, verdict])).toEqual([
      ['area', 4, 'missing'],
      ['svg', 7, 'named'],
      ...(name === 'a.md' ? [['icon', 7, 'missing']] : [])
    ])
  }
})

test('words that only the run time knows name a drawing, and are not told', async () => {
  const settings = { components: [], emptyAlt: 'auto', elements: 'all' } as const
  const text = 'export const Plan = () => <svg role="img"><title>{title}</title></svg>\n'
  const [use] = await findUses(pageFor('/site/plan.tsx', '/site'), text, settings)
  expect(use).toMatchObject({ element: 'svg', verdict: 'named', name: '' })
})

const leftAlone = [
  '<map><area href="/x"><area href="/y" alt=""></map>',
  '<form><input type="image" src="cat.png"><input type=image src=cat.png alt=""></form>',
  '<object data="cat.png" type="image/png"></object>',
  '<svg role="img"><title></title></svg>',
  '<div role="img" alt=""></div>'
].join('\n')

test('nobody but people names them: pages stay as they are, byte for byte', async () => {
  const site = await captionedSite('cat')
  const page = pageFor(join(site.root, 'content/a.html'), site.root)
  const { html, images } = await fillHtml(
    `${leftAlone}<img src="cat.png">`,
    page,
    createAutoAlt(site.options)
  )
  expect(html).toBe(`${leftAlone}<img alt="CAPTION cat" src="cat.png">`)
  expect(images).toHaveLength(1)
  const through = await render(site, `${leftAlone}<img src="cat.png">`, { syntax: 'html' })
  expect(through.html.replace(' alt="CAPTION cat"', '')).toBe(through.without)
  const found = await everyImage(leftAlone)
  expect(found.map(({ verdict }) => verdict)).toEqual(Array.from({ length: 7 }, () => 'missing'))
  expect(found.filter(needsAlternative)).toEqual([])
})
