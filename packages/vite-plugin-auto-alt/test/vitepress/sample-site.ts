import type { VitePressSite, VitePressVersion } from '../support/vitepress-site.ts'
import { vitePressSite } from '../support/vitepress-site.ts'

/** Words that every syntax on the way to the page has to keep as they are. */
export const red = 'Red `field` & "sun" <b> {{ 1 + 1 }} \\ $& ${x} import.meta.env 🌞'

const home = `---
title: Home
---

<script setup>
import { data as pages } from './guide.data.js'
</script>

# Home

![](./pics/red.png)

Some text ![](pics/red.png) <img src="./pics/blue.png" alt=""> and <img src='./pics/blue.png' > here.

![](/green.png)

<img src="@pics/yellow.png">

<img src="https://images.example/remote.png">

[![](./pics/blue.png)](./guide/second)

<!--@include: ./part.md-->

<div v-html="pages[0].html"></div>

<img :src="'/green.png'" :alt="'Bound ' + 1"> <Shown />

[Second](./guide/second.md)
`

const second = `# Second

![](../pics/yellow.png) ![Words](../pics/red.png) ![](../pics/bild%20%C3%BC.png)

\`![](../pics/none.png)\`

![](../pics/none.png)
`

const third = `# Third

![](../pics/blue.png) and <img src="../pics/none.png"> at last
`

/** Renders Markdown past the pages. */
const loader = `import { createContentLoader } from 'vitepress'

export default createContentLoader('guide/*.md', { render: true })
`

const theme = `import DefaultTheme from 'vitepress/theme'
import Shown from './Shown.vue'

export default { extends: DefaultTheme, enhanceApp: ({ app }) => void app.component('Shown', Shown) }
`

const shown = `<script setup>
import picture from '../../pics/orange.png'
</script>

<template><img :src="picture" class="shown"><img src="./inside.png"></template>
`

/** A site with images of every kind, in \`docs\`. */
export async function sampleSite(version: VitePressVersion): Promise<VitePressSite> {
  const site = await vitePressSite(version, {
    'docs/index.md': home,
    'docs/guide/second.md': second,
    'docs/drafts/third.md': third,
    'docs/de/index.md': '# Start\n\n![](../pics/red.png)\n\n[![](../pics/yellow.png)](/guide/second)\n',
    'docs/part.md': 'From elsewhere: ![](./pics/yellow.png)\n',
    'docs/guide.data.js': loader,
    'docs/.vitepress/theme/index.js': theme,
    'docs/.vitepress/theme/Shown.vue': shown
  })
  await site.picture('docs/pics/red.png', '#f00', red)
  await site.caption('docs/pics/red.png', 'Rotes Feld', ':de')
  await site.picture('docs/pics/blue.png', '#00f', 'Blue field')
  await site.caption('docs/pics/blue.png', 'To the second page', ':en:link=/guide/second')
  await site.picture('docs/public/green.png', '#0f0', 'Green field')
  await site.picture('docs/pics/yellow.png', '#ff0', 'Yellow field')
  await site.picture('docs/pics/bild ü.png', '#0ff', 'Cyan field')
  await site.picture('docs/pics/orange.png', '#f80', 'Orange field')
  await site.picture('docs/.vitepress/theme/inside.png', '#808', 'Purple field')
  await site.picture('docs/pics/none.png', '#000')
  return site
}

/** A configuration file of a site: with auto-alt, its options as source text; without it, `false`. */
export function configFile(options: string | false = 'options'): string {
  return configOf(`{
  title: 'Site',
  cleanUrls: true,
  rewrites: { 'drafts/third.md': 'third.md' },
  locales: { root: { label: 'English', lang: 'en-GB' }, de: { label: 'Deutsch', lang: 'de' } },
  markdown: {},
  srcExclude: ['part.md'],
  vite: {
    plugins: [${options === false ? '' : `autoAlt(${options})`}],
    // Minifiers choose names and quotes by all that a script holds.
    build: { assetsInlineLimit: 0, minify: false },
    resolve: { alias: { '@pics': fileURLToPath(new URL('../pics', import.meta.url)) } }
  }
}`)
}

/** A configuration file that exports this, in which `options` ask nobody and `themeConfig` has a search. */
export function configOf(text: string): string {
  return `import { fileURLToPath } from 'node:url'

// Vite resolves static imports of a configuration by conditions of its own, which lead to what was built last.
const load = (name) => import(name)
const { autoAlt } = await load('vite-plugin-auto-alt')
const { withAutoAlt } = await load('vite-plugin-auto-alt/vitepress')
const options = { provider: false }
const themeConfig = { search: { provider: 'local' } }

export default ${text}
`
}
