/* Pages to measure with: made up, the same each time, of the sizes and the markup that sites have. */
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'

const kinds = { '.html': 'html', '.htm': 'html', '.md': 'markdown', '.markdown': 'markdown', '.jsx': 'jsx' }
const words =
  'about after again audience before begin between build captions change chapter content covers describe each early every example few figure file first follow garden gives harbour hold house image inside keep later layout listen long make market measure morning narrow nothing number often open order outside page paper part people photo picture place plan point question quiet reader river road same screen section several shape share simple site small sound start still street table teach text their under until village voice walk water while window without word write year'.split(
    ' '
  )

/** Numbers that look random and are the same each time. */
function dice(seed) {
  let state = seed
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

const sentence = (roll, length = 8 + roll(10)) =>
  `${Array.from({ length }, () => words[roll(words.length)]).join(' ')}.`
const paragraph = (roll) => Array.from({ length: 3 + roll(3) }, () => sentence(roll)).join(' ')

/** Alternatives as people write them: most are there, one in eight is not. */
const alternative = (roll) => (roll(8) === 0 ? undefined : sentence(roll, 5 + roll(4)).slice(0, -1))

/** A Markdown page. Without images, it has none of what could be one. */
export function markdownPage(number, images) {
  const roll = dice(number + 1)
  const sections = Array.from({ length: 4 }, (_, index) => {
    const image =
      index < images
        ? `\n![${alternative(roll) ?? ''}](./pictures/${words[roll(words.length)]}-${roll(40)}.jpg)\n`
        : ''
    const list = Array.from({ length: 4 }, () => `- ${sentence(roll, 6)}`).join('\n')
    const code =
      '```js\nconst total = values.reduce((sum, value) => sum + value, 0)\nif (total > 3) report(total)\n```'
    return `## ${sentence(roll, 4)}\n\n${paragraph(roll)} See [the ${words[roll(words.length)]}](../page-${roll(99)}.md) and \`npm run build\`.\n${image}\n${list}\n\n${index % 2 === 0 ? code : `> ${sentence(roll)}`}\n\n${paragraph(roll)}\n`
  })
  return `---\ntitle: ${sentence(roll, 4)}\ndate: 2026-01-${String((number % 28) + 1).padStart(2, '0')}\n---\n\n# ${sentence(roll, 4)}\n\n${paragraph(roll)}\n\n${sections.join('\n')}`
}

function htmlImage(roll) {
  const alt = alternative(roll)
  return `<img src="/pictures/${words[roll(words.length)]}-${roll(40)}.jpg" width="640" height="480" loading="lazy"${alt === undefined ? '' : ` alt="${alt}"`}>`
}

/** A page of HTML, with six images or none. */
function htmlPage(number, hasImages) {
  const roll = dice(number + 1)
  const nav = Array.from(
    { length: 12 },
    () =>
      `<li class="item"><a href="/${words[roll(words.length)]}/" class="link">${words[roll(words.length)]}</a></li>`
  ).join('\n        ')
  const sections = Array.from(
    { length: 6 },
    (_, index) => `<section class="section" id="part-${index}">
      <h2 class="title">${sentence(roll, 4)}</h2>
      <p>${paragraph(roll)}</p>
      ${hasImages ? `<figure>${htmlImage(roll)}<figcaption>${sentence(roll, 5)}</figcaption></figure>` : `<blockquote>${sentence(roll, 5)}</blockquote>`}
      <p>${paragraph(roll)} <a href="/page-${roll(99)}/">${sentence(roll, 3)}</a></p>
      <ul>${Array.from({ length: 4 }, () => `<li><strong>${words[roll(words.length)]}</strong> ${sentence(roll, 6)}</li>`).join('')}</ul>
    </section>`
  ).join('\n    ')
  return `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <title>${sentence(roll, 4)}</title>
  <link rel="stylesheet" href="/style.css">
</head>
<body>
  <header><nav><ul>
        ${nav}
  </ul></nav></header>
  <main>
    <h1>${sentence(roll, 4)}</h1>
    ${sections}
  </main>
  <script>window.page = ${number}</script>
</body>
</html>
`
}

/** A component, with five images or none. */
function jsxComponent(number, hasImages) {
  const roll = dice(number + 1)
  const image = () => {
    const alt = alternative(roll)
    const written = alt === undefined ? '' : roll(4) === 0 ? ' alt={title}' : ` alt="${alt}"`
    return `<img className="picture" src={pictures[${roll(9)}]}${written} />`
  }
  const cards = Array.from(
    { length: 5 },
    () => `      <section className="card" onClick={() => onSelect(${roll(99)})}>
        <h2>${sentence(roll, 4)}</h2>
        ${hasImages ? image() : `<p className="lead">${sentence(roll, 5)}</p>`}
        <p>${sentence(roll)}</p>
        {items.map((item) => (
          <a key={item.id} href={item.href}>{item.label}</a>
        ))}
      </section>`
  ).join('\n')
  return `import { useMemo, useState } from 'react'
import ${hasImages ? 'pictures' : 'prices'} from './${hasImages ? 'pictures' : 'prices'}.js'

export function Page${number}({ items, title, onSelect }) {
  const [open, setOpen] = useState(false)
  const sorted = useMemo(() => items.toSorted((a, b) => a.order - b.order), [items])
  const total = sorted.reduce((sum, { price }) => sum + price, 0)
  if (!open) return <button type="button" onClick={() => setOpen(true)}>${sentence(roll, 3)}</button>
  return (
    <main>
      <h1>{title} ({total})</h1>
${cards}
    </main>
  )
}
`
}

const generators = {
  html: [htmlPage, 'html', 400],
  markdown: [(number, hasImages) => markdownPage(number, hasImages ? 3 : 0), 'md', 1200],
  jsx: [jsxComponent, 'jsx', 600]
}

/**
 * The generated pages of a kind: texts by file name.
 *
 * @param every One page in how many holds images. 1: all of them.
 */
export function generated(kind, every = 1) {
  const [make, extension, count] = generators[kind]
  const page = (number) => [`page-${number}.${extension}`, make(number, number % every === 0)]
  return new Map(Array.from({ length: count }, (_, number) => page(number)))
}

/** The pages of a kind below a folder. */
export function pagesBelow(folder, kind) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && kinds[extname(entry.name).toLowerCase()] === kind)
  const texts = files.map(({ name, parentPath }) => readFileSync(join(parentPath, name), 'utf8'))
  return new Map(
    texts.map((text, index) => [`page-${index}${extname(files[index].name).toLowerCase()}`, text])
  )
}

/** Writes pages into a project of their own, a thousand to a folder. */
export function writePages(root, pages) {
  mkdirSync(root, { recursive: true })
  writeFileSync(join(root, 'package.json'), '{ "name": "bench", "private": true, "type": "module" }\n')
  let number = 0
  for (const [name, text] of pages) {
    const file = join(root, `part-${Math.floor(number++ / 1000)}`, name)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
}
