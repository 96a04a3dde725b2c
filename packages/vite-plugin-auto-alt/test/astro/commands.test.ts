import { expect, test } from 'vitest'

import { autoAlt } from '../../src/astro.ts'

/** Plugins that the integration gives to a site's Markdown processor for a command of Astro. */
async function pluginsFor(command: 'build' | 'dev' | 'sync'): Promise<unknown[]> {
  const options = { mdastPlugins: [] as unknown[], hastPlugins: [] }
  const config = { markdown: { processor: { name: 'satteri', options } } }
  const { hooks } = autoAlt()
  const logger = { warn: () => undefined }
  await hooks['astro:config:setup']?.({ command, config, updateConfig: () => config, logger } as never)
  await hooks['astro:config:done']?.({ config, logger } as never)
  return options.mdastPlugins
}

test('Markdown is marked where a build fills it, and where its content cache is made', async () => {
  expect(await pluginsFor('build')).toHaveLength(1)
  expect(await pluginsFor('sync')).toHaveLength(1)
})

test('Markdown is not marked in astro dev, where nobody would take the mark off again', async () => {
  expect(await pluginsFor('dev')).toEqual([])
})
