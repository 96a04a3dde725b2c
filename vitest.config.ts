import { defineConfig } from 'vitest/config'

const conditions = ['@auto-alt/source']
const project = (name: string, root: string) => ({
  extends: true as const,
  test: { name, root, include: ['test/**/*.test.ts'] }
})

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    // Builds are frozen in CI; a test that is about that says so itself.
    env: { CI: '' },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      project('rehype-auto-alt', './packages/rehype-auto-alt'),
      project('vite-plugin-auto-alt', './packages/vite-plugin-auto-alt')
    ]
  }
})
