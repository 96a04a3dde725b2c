import { describe, expect, test } from 'vitest'
import { seenIn, tagOf, usesIn } from './seen.ts'

/** What the attributes of an `img` come to, in this order: verdict and alternative. */
const attributes: readonly (readonly [written: string, seen: string])[] = [
  ['', 'missing'],
  ['alt="A cat"', 'named "A cat"'],
  ['alt="Cats &amp; dogs"', 'named "Cats & dogs"'],
  ['alt=""', 'decorative ""'],
  ['alt', 'decorative ""'],
  ['alt={title}', 'named'],
  ['alt={t("cat")}', 'named'],
  ['alt={`A ${kind}`}', 'named'],
  ['alt={"A cat"}', 'named "A cat"'],
  ['alt={`A cat`}', 'named "A cat"'],
  ["alt={`A ${'cat'}`}", 'named "A cat"'],
  ["alt={'A ' + 'cat'}", 'named "A cat"'],
  ["alt={'A ' + kind}", 'named'],
  ['alt={("A cat" as string)!}', 'named "A cat"'],
  ['alt={""}', 'decorative ""'],
  ['alt={``}', 'decorative ""'],
  ['alt={"" as const}', 'decorative ""'],
  ["alt={ok ? '' : ''}", 'decorative ""'],
  ["alt={ok && ''}", 'decorative ""'],
  ["alt={ok ? undefined : ''}", 'decorative ""'],
  ["alt={ok ? 'A cat' : 'A cat'}", 'named "A cat"'],
  ["alt={ok ? 'A cat' : ''}", 'named'],
  ["alt={title || ''}", 'named'],
  ["alt={title ?? ''}", 'named'],
  ["alt={'' || 'A cat'}", 'named "A cat"'],
  ["alt={null ?? 'A cat'}", 'named "A cat"'],
  ['alt={undefined}', 'missing'],
  ['alt={void 0}', 'missing'],
  ['alt={null}', 'missing'],
  ['alt={false}', 'missing'],
  ['alt={ok ? null : undefined}', 'missing'],
  ['alt=" "', 'missing " "'],
  ['alt={/a/}', 'named'],
  ['alt={0}', 'named "0"'],
  ['alt={10n}', 'named "10"'],
  ['{...props}', 'unknown'],
  ['{...props} alt="A cat"', 'named "A cat"'],
  ['{...props} alt=""', 'decorative ""'],
  ['{...props} alt={title}', 'named'],
  ['alt={title} {...rest}', 'named'],
  ['alt="" {...props}', 'unknown ""'],
  ['{...{ alt: "A cat" }}', 'named "A cat"'],
  ['alt="A cat" {...{ alt: "" }}', 'decorative ""'],
  ['{...{ width: 20 }}', 'missing'],
  ['{...{ alt() {} }}', 'named'],
  ['{...{ [name]: "x" }}', 'unknown'],
  ['{...{ ...props }}', 'unknown'],
  ['aria-label="A cat"', 'named'],
  ['aria-label={title}', 'named'],
  ['aria-labelledby={id}', 'named'],
  ['aria-label={""}', 'missing'],
  ['ariaLabel="A cat"', 'missing'],
  ['title={title}', 'named'],
  ['alt="" title={title}', 'decorative ""'],
  ['aria-hidden', 'hidden'],
  ['aria-hidden={true}', 'hidden'],
  ['aria-hidden="true"', 'hidden'],
  ['aria-hidden={false}', 'missing'],
  ['aria-hidden={quiet}', 'missing'],
  ['hidden', 'hidden'],
  ['hidden={false}', 'missing'],
  ['role="presentation"', 'decorative'],
  ['role={role}', 'unknown'],
  ['role="presentation" tabIndex={0}', 'missing'],
  ["style={{ display: 'none' }}", 'hidden'],
  ["style={{ color: 'red' }}", 'missing']
]

describe('an img of JSX', () => {
  test.each(attributes)('with %s is %s', async (written, seen) => {
    const text = `export default () => <img src="a.png" ${written} />\n`
    expect(await seenIn('page.tsx', text)).toEqual([`img ${seen}`])
  })
})

describe('the images of JSX are', () => {
  test.each<[title: string, text: string, seen: readonly string[]]>([
    [
      'next/image, under any name',
      `import Photo from 'next/image'\n;<Photo src="/a.png" />`,
      ['Photo missing']
    ],
    [
      'next/legacy/image',
      `import Image from 'next/legacy/image'\n;<Image alt="" />`,
      ['Image decorative ""']
    ],
    [
      'Image and Picture of astro:assets',
      `import { Image as I, Picture } from 'astro:assets'\n;<I><Picture alt="A" /></I>`,
      ['I missing', 'Picture named "A"']
    ],
    ['Image of @unpic/react', `import { Image } from '@unpic/react'\n;<Image />`, ['Image missing']],
    ['not an icon of that name', `import { Image } from 'lucide-react'\n;<Image />`, []],
    ['not the Image of React Native', `import { Image } from 'react-native'\n;<Image />`, []],
    ['not a component of the project', `import Image from './image'\n;<Image />`, []],
    ['not a type of that name', `import type Image from 'next/image'\n;<Image />`, []],
    ['those of animation libraries', '<motion.img src="a.png" />', ['motion.img missing']],
    [
      'in conditions',
      '<p>{ok && <img />}{a ? <img alt="" /> : b ?? <img alt="B" />}</p>',
      ['img missing', 'img decorative ""', 'img named "B"']
    ],
    [
      'in loops',
      '<ul>{list.map((x) => { if (x) return <img />; return <li><img alt="" /></li> })}</ul>',
      ['img missing', 'img decorative ""']
    ],
    [
      'in fragments',
      '<><img /><React.Fragment><img alt="" /></React.Fragment></>',
      ['img missing', 'img decorative ""']
    ],
    [
      'handed to components',
      '<Card icon={<img />}>{() => <img alt="" />}</Card>',
      ['img missing', 'img decorative ""']
    ],
    [
      'in nested functions',
      'function A() { const b = () => [<img key="1" />]; return <B b={b} /> }',
      ['img missing']
    ],
    ['in decorated classes', '@x class A { @y z = 1; render() { return <img /> } }', ['img missing']],
    [
      'in arguments of calls',
      'render(<img />, wrap(<p><img alt="" /></p>))',
      ['img missing', 'img decorative ""']
    ],
    [
      'in defaults, templates, blocks and names of members',
      'class A { static { f(<img />) } [`${<img alt="" />}`]({ a = <img alt="A" /> }) {} }',
      ['img missing', 'img decorative ""', 'img named "A"']
    ],
    [
      'beside text that is shown',
      '<a href="/">{ok ? name : <img />}{list.map((x) => (x < 2 ? "two" : <img alt="" />))}</a>',
      ['img missing', 'img decorative ""']
    ],
    ['behind comparisons', 'const a = 1 < 2 && b<c; export default () => <img />', ['img missing']],
    ['not in comments', '<p>{/* <img /> */}</p> // <img />', []],
    ['not in texts', 'const a = "<img />" + `<img />`; <p>{"<img />"}</p>', []],
    ['hidden in what is hidden', '<div aria-hidden><p><img /></p></div>', ['img hidden']],
    ['hidden in a drawing', '<svg role="img"><image /><path /></svg>', []]
  ])('%s', async (_, text, seen) => {
    expect(await seenIn('page.tsx', text)).toEqual(seen)
    expect(await seenIn('page.jsx', text.replace('import type', 'import'))).toHaveLength(
      text.includes('import type') ? 1 : seen.length
    )
  })

  test('components that the settings name, as they are written', async () => {
    const text = '<><Photo /><ui.Photo alt="A" /><photo /></>'
    expect(await seenIn('page.jsx', text, ['Photo', 'ui.Photo'])).toEqual([
      'Photo missing',
      'ui.Photo named "A"'
    ])
  })
})

describe('a picture is known where it is written', () => {
  test.each([
    ['imported', `import logo from './logo.png'`, 'logo', './logo.png'],
    ['imported with a query', `import logo from './logo.png?url'`, 'logo', './logo.png?url'],
    ['imported, as an object', `import logo from './logo.svg'`, 'logo.src', './logo.svg'],
    ['imported as default', `import { default as logo } from '@/logo.webp'`, 'logo', '@/logo.webp'],
    ['required', '', `require('./logo.png')`, './logo.png'],
    ['imported, as an object that may be none', `import logo from './logo.svg'`, 'logo?.src', './logo.svg'],
    ['required as default', '', `require('./logo.png').default`, './logo.png'],
    ['required where there is require', '', `require?.('./logo.png')`, './logo.png'],
    ['a constant', `const logo = require('./logo.png')`, 'logo', './logo.png'],
    ['a URL', '', `new URL('./logo.png', import.meta.url).href`, './logo.png'],
    [
      'a URL in a constant',
      `export const logo = new URL('./logo.png', import.meta.url)`,
      'logo.pathname',
      './logo.png'
    ],
    ['a text', '', `'/logo.png'`, '/logo.png'],
    ['imported from code', `import logo from './logo'`, 'logo', undefined],
    ['something in what is imported', `import logo from './logo.png'`, 'logo.other', undefined],
    ['shadowed by a parameter', `import logo from './logo.png'\nlist.map((logo) => logo)`, 'logo', undefined],
    [
      'shadowed by a pattern',
      `import logo from './logo.png'\nfunction a({ b: [logo] }) {}`,
      'logo',
      undefined
    ],
    ['known at run time', '', '`/img/${name}.png`', undefined]
  ])('%s', async (_, before, src, address) => {
    const [use] = await usesIn('page.tsx', `${before}\nexport default () => <img src={${src}} />`)
    expect(use?.sources).toEqual(address === undefined ? [] : [address])
  })
})

describe('an image is named with the link around it', () => {
  test.each([
    ['all of a link', '<a href="/x"><img alt="" /></a>', 'link'],
    ['all of a button', '<button><img alt="" /></button>', 'button'],
    ['all of a link of next/link', `import L from 'next/link'\n;<L href="/x"><img alt="" /></L>`, 'link'],
    [
      'all of a link of React Router',
      `import { Link } from 'react-router'\n;<Link to="/x"><img alt="" /></Link>`,
      'link'
    ],
    ['in a condition', '<a href="/x">{ok && <img alt="" />}</a>', 'link'],
    ['beside a comment', '<a href="/x">{/* x */}{" "}{null}<img alt="" /></a>', 'link'],
    ['beside words', '<a href="/x"><img alt="" /> Shop</a>', 'informative'],
    ['beside words in a condition', '<a href="/x"><img alt="" />{ok && "Shop"}</a>', 'informative'],
    ['beside words in an expression', `<a href="/x"><img alt="" />{ok ? 'Shop' : null}</a>`, 'informative'],
    ['beside what the run time knows', '<a href="/x"><img alt="" />{t("shop")}</a>', 'informative'],
    ['beside a component', '<a href="/x"><img alt="" /><Label /></a>', 'informative'],
    ['in a link that is filled at run time', '<a href="/x" {...props}><img alt="" /></a>', 'informative'],
    ['beside a list of words', '<a href="/x"><img alt="" />{list.map((x) => x.name)}</a>', 'informative'],
    ['beside a list of nothing', '<a href="/x"><img alt="" />{list?.map((x) => null)}</a>', 'link'],
    ['beside HTML', '<a href="/x"><img alt="" /><i dangerouslySetInnerHTML={html} /></a>', 'informative'],
    ['in another component', '<Link to="/x"><img alt="" /></Link>', 'informative']
  ])('%s', async (_, text, purpose) => {
    const [use] = await usesIn('page.jsx', text)
    expect(use?.purpose.kind).toBe(purpose)
  })
})

test('places are exact after a byte order mark, CRLF, tabs and astral characters', async () => {
  const text =
    '\uFEFF// 😀\r\nexport default () => (\r\n\t<p>😀😀 <img\r\n\t\tsrc="a.png" title="a > b" /></p>\r\n)'
  const [use] = await usesIn('page.tsx', text)
  expect(use && tagOf(use, text)).toBe('<img\r\n\t\tsrc="a.png" title="a > b" />')
  expect(use?.place).toEqual({ line: 3, column: 10, offset: text.indexOf('<img') })
})

test('JavaScript of every kind is read, and TypeScript without JSX holds no image', async () => {
  const text = 'const a = <img />'
  for (const name of ['a.js', 'a.mjs', 'a.cjs', 'a.JSX'])
    expect(await seenIn(name, text)).toEqual(['img missing'])
  for (const name of ['a.ts', 'a.mts', 'a.cts']) expect(await seenIn(name, 'const a = <img>b')).toEqual([])
  expect(await seenIn('a.js', '// @flow\nconst a = (b: ?string) => <img />')).toEqual(['img missing'])
  expect(await seenIn('a.tsx', 'const a = <T,>(b: T) => <img />')).toEqual(['img missing'])
})

test('code that does not parse is an error with its place and reason', async () => {
  await expect(usesIn('a.tsx', 'const a = <img />\nconst b = <p>\n')).rejects.toMatchObject({
    reason: 'Unterminated JSX contents.',
    line: 2,
    column: 14,
    file: 'a.tsx'
  })
  await expect(usesIn('a.jsx', '// <img\nconst = 1')).rejects.toMatchObject({ line: 2, column: 7 })
})

test('code as deep as generators write it is read', async () => {
  const sum = Array.from({ length: 2000 }, (_, index) => `a${index}`).join(' + ')
  expect(await seenIn('a.jsx', `const a = <img alt={${sum}} />`)).toEqual(['img named'])
})
