import mdx from '@astrojs/mdx'
import preact from '@astrojs/preact'
import { defineConfig } from 'astro/config'
import { autoAlt } from 'vite-plugin-auto-alt/astro'

export default defineConfig({
  integrations: [mdx(), preact(), autoAlt({ assets: true })]
})
