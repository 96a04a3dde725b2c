import { expect, test } from 'vitest'

import { autoAlt } from '../../src/astro.ts'

/** Plugins that the integration gives to a site's Markdown processor for a command of Astro. */
function pluginsFor(command: 'build' | 'dev' | 'sync'): unknown[] {
  const options = { mdastPlugins: [] as unknown[], hastPlugins: [] }
  const config = { markdown: { processor: { name: 'satteri', options } } }
  const { hooks } = autoAlt()
  const logger = { warn: () => undefined }
  hooks['astro:config:setup']?.({ command, config, updateConfig: () => config, logger } as never)
  hooks['astro:config:done']?.({ config, logger } as never)
  return options.mdastPlugins
}

test('Markdown is marked where a build fills it, and where its content cache is made', () => {
  expect(pluginsFor('build')).toHaveLength(1)
  expect(pluginsFor('sync')).toHaveLength(1)
})

test('Markdown is not marked in astro dev, where nobody would take the mark off again', () => {
  expect(pluginsFor('dev')).toEqual([])
})
