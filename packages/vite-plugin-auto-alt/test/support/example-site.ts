import { cp, mkdir, readFile, readdir, symlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { type AstroSite, astroSite } from './astro-site.ts'

const example = fileURLToPath(new URL('../../../../examples/astro', import.meta.url))
const written = ['package.json', 'src', 'public', 'alt-text.json', 'tsconfig.json', 'astro.config.mjs']

/** A copy of `examples/astro`, so that tests leave the example as it is. */
export async function exampleSite(): Promise<AstroSite> {
  const site = await astroSite()
  for (const name of written) await cp(join(example, name), join(site.root, name), { recursive: true })
  const modules = join(example, 'node_modules')
  for (const name of [...(await readdir(modules)), ...(await scoped(modules))]) {
    if (name.startsWith('.') || name === '@astrojs') continue
    const link = join(site.root, 'node_modules', name)
    await mkdir(dirname(link), { recursive: true })
    await symlink(join(modules, name), link).catch(unlessThere)
  }
  return site
}

/** The configuration that the example is committed with. */
export async function exampleConfig(): Promise<string> {
  return readFile(join(example, 'astro.config.mjs'), 'utf8')
}

async function scoped(modules: string): Promise<string[]> {
  return (await readdir(join(modules, '@astrojs'))).map((name) => `@astrojs/${name}`)
}

function unlessThere(error: unknown): void {
  if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
}
