import { describe, expect, test } from 'vitest'
import { seenIn, tagOf, usesIn } from './seen.ts'

const page = (template: string, script = ''): string =>
  `<script setup lang="ts">\n${script}\n</script>\n\n<template>${template}</template>\n`

describe('an img of Vue', () => {
  test.each([
    ['', 'missing'],
    ['alt="A cat"', 'named "A cat"'],
    ['alt="Cats &amp; dogs"', 'named "Cats & dogs"'],
    ['alt', 'decorative ""'],
    ['alt=""', 'decorative ""'],
    [':alt="title"', 'named'],
    ['v-bind:alt="title"', 'named'],
    [':alt', 'named'],
    [`:alt="''"`, 'decorative ""'],
    [':alt="``"', 'decorative ""'],
    [`:alt="'A cat'"`, 'named "A cat"'],
    [':alt="`A ${kind}`"', 'named'],
    [`:alt="$t('cat') as string"`, 'named'],
    [':alt="undefined"', 'missing'],
    [':alt="null"', 'missing'],
    [`:alt="ok ? '' : ''"`, 'decorative ""'],
    [':alt="a b"', 'named'],
    ['v-bind="props"', 'unknown'],
    ['v-bind="props" alt="A cat"', 'named "A cat"'],
    ['alt="" v-bind="props"', 'unknown ""'],
    [`v-bind="{ alt: 'A cat' }"`, 'named "A cat"'],
    [`:[name]="'A cat'"`, 'unknown'],
    [':aria-hidden="true"', 'hidden'],
    ['aria-hidden="true"', 'hidden'],
    [':aria-label="title"', 'named'],
    [':role="role"', 'unknown'],
    [`:style="{ display: 'none' }"`, 'hidden'],
    ['v-if="ok" @load="alt = 1"', 'missing'],
    ['v-pre :alt="title"', 'missing']
  ])('with %s is %s', async (written, seen) => {
    expect(await seenIn('Page.vue', page(`<img src="a.png" ${written}>`))).toEqual([`img ${seen}`])
  })
})

describe('the images of Vue are', () => {
  test.each<[title: string, template: string, seen: readonly string[]]>([
    [
      'those of Nuxt',
      '<NuxtImg /><nuxt-img alt="" /><NuxtPicture></NuxtPicture><nuxt-picture :alt="a" />',
      ['NuxtImg missing', 'nuxt-img decorative ""', 'NuxtPicture missing', 'nuxt-picture named']
    ],
    [
      'in conditions and loops',
      '<p v-if="a"><img></p><template v-else><li v-for="x in y"><img></li></template>',
      ['img missing', 'img missing']
    ],
    [
      'in slots',
      '<Card><template #icon><img></template><slot><img></slot></Card>',
      ['img missing', 'img missing']
    ],
    ['not in comments', '<!-- <img> --><p>x</p>', []],
    ['not in texts', `<p>{{ "<img>" }}</p><textarea><img></textarea>`, []],
    ['hidden in what is hidden', '<div :aria-hidden="true"><img></div>', ['img hidden']]
  ])('%s', async (_, template, seen) => {
    expect(await seenIn('Page.vue', page(template, 'const a = "<img>" // <img>'))).toEqual(seen)
  })

  test('components that the settings name, in both spellings', async () => {
    const text = page('<MyPhoto /><my-photo alt="" /><other-photo />')
    expect(await seenIn('Page.vue', text, ['MyPhoto'])).toEqual(['MyPhoto missing', 'my-photo decorative ""'])
  })

  test('not in other blocks and languages of templates', async () => {
    expect(
      await seenIn(
        'Page.vue',
        '<docs><img></docs>\n<template lang="pug">img\n| <img></template>\n<style>a::after { content: "<img>" }</style>'
      )
    ).toEqual([])
  })

  test('in JSX of its script', async () => {
    const text = '<script lang="tsx">\nexport default () => <img alt="" />\n</script>\n'
    expect(await seenIn('Page.vue', text)).toEqual(['img decorative ""'])
  })

  test('in every template, before and behind its script', async () => {
    const text =
      '<template><img></template>\n<script>\nconst a = 1 < 2\n</script>\n<script setup>\nconst b = `</p>`\n</script>'
    expect(await seenIn('Page.vue', text)).toEqual(['img missing'])
  })
})

test('pictures that the script imports are known, and texts stay as they are written', async () => {
  const script = `import cat from './cat.png'\nconst dog = new URL('./dog.png', import.meta.url).href`
  const text = page(
    '<img :src="cat"><img :src="dog"><img src="@/assets/a.png"><img :src="`x`"><img :src="other">',
    script
  )
  const uses = await usesIn('Page.vue', text)
  expect(uses.map(({ sources }) => sources)).toEqual([
    ['./cat.png'],
    ['./dog.png'],
    ['@/assets/a.png'],
    ['x'],
    []
  ])
})

test('a picture is not taken for what a template calls by its name', async () => {
  const text = page(
    '<i v-for="(cat, index) of cats"><img :src="cat"></i><Card #icon="{ dog }"><img :src="dog" /></Card>',
    `import cat from './cat.png'\nimport dog from './dog.png'`
  )
  expect((await usesIn('Page.vue', text)).map(({ sources }) => sources)).toEqual([[], []])
})

describe('an image is named with the link around it', () => {
  test.each([
    ['all of a link', '<a href="/x"><img alt=""></a>', 'link'],
    ['all of a link of a router', '<RouterLink to="/x"><img alt=""></RouterLink>', 'link'],
    ['all of a link of Nuxt', '<nuxt-link :to="x"><img v-if="a" alt=""></nuxt-link>', 'button'],
    ['beside what the run time knows', '<a href="/x">{{ title }}<img alt=""></a>', 'informative'],
    ['beside a slot', '<a href="/x"><slot /><img alt=""></a>', 'informative'],
    ['beside a component', '<a href="/x"><MyLabel /><img alt=""></a>', 'informative'],
    ['beside HTML', '<a href="/x"><i v-html="x" /><img alt=""></a>', 'informative']
  ])('%s', async (_, template, purpose) => {
    const [use] = await usesIn('Page.vue', page(template))
    expect(use?.purpose.kind).toBe(purpose)
  })
})

test('places are exact after a byte order mark, CRLF, tabs and astral characters', async () => {
  const text =
    '\uFEFF<script>\r\nconst a = "😀"\r\n</script>\r\n<template>\r\n\t<p>😀 é {{ a }}<NuxtImg\r\n\t:src="a > b"\r\n></NuxtImg></p></template>'
  const [use] = await usesIn('Page.vue', text)
  expect(use && tagOf(use, text)).toBe('<NuxtImg\r\n\t:src="a > b"\r\n>')
})

test('places in a script are exact behind astral characters', async () => {
  const text =
    '<template><p>😀😀</p></template>\n<script lang="tsx">\nexport const logo = () => <img src="a.png" />\n</script>'
  const [use] = await usesIn('Page.vue', text)
  expect(use && tagOf(use, text)).toBe('<img src="a.png" />')
})

test('a component that does not parse is an error with its place and reason', async () => {
  await expect(usesIn('Page.vue', '<template>\n  <p><img>\n</template>')).rejects.toMatchObject({
    reason: 'Element is missing end tag.',
    line: 2,
    column: 3
  })
  await expect(usesIn('Page.vue', page('<img>', 'const = 1'))).rejects.toMatchObject({ line: 2, column: 7 })
})
