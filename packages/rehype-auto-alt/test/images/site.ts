import { mkdir, mkdtemp, realpath, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import sharp, { type Color, type Sharp } from 'sharp'
import { onTestFinished } from 'vitest'
import { ImageError } from '../../src/errors/image-error.ts'
import {
  type ImageLibrary,
  type ImageLibrarySettings,
  createImageLibrary
} from '../../src/images/image-library.ts'
import type { Page } from '../../src/rules/image-use.ts'

/** A time long enough ago that sizes and times can be trusted. */
export const longAgo: Date = new Date('2020-01-01T00:00:00Z')

/** A scratch project: `root` is the project, `outside` lies beside it. Removed when the test ends. */
export interface Site {
  readonly root: string
  readonly outside: string
  readonly page: Page
  write(path: string, content: string | Uint8Array): Promise<string>
  open(settings?: Partial<ImageLibrarySettings>): ImageLibrary
}

export async function makeSite(): Promise<Site> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'auto alt ')))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const [root, outside] = [join(folder, 'site'), join(folder, 'outside')]
  await mkdir(join(root, 'content'), { recursive: true })
  await mkdir(outside)
  return {
    root,
    outside,
    page: { name: 'content/page.md', file: join(root, 'content/page.md') },
    async write(path, content) {
      const file = join(root, path)
      await mkdir(dirname(file), { recursive: true })
      await writeFile(file, content)
      await utimes(file, longAgo, longAgo)
      return file
    },
    open: (settings = {}) =>
      createImageLibrary({
        root,
        publicDirs: [join(root, 'public')],
        roots: [root],
        base: '/',
        cacheDir: join(root, 'node_modules/.cache/auto-alt'),
        remote: { allow: [], private: [] },
        ...settings
      })
  }
}

/** The `ImageError` that something throws; anything else fails the test. */
export async function faultOf(work: Promise<unknown>): Promise<ImageError> {
  const result = await work.then(
    (value) => ({ value }),
    (error: unknown) => error
  )
  if (ImageError.isInstance(result)) return result
  throw new Error('expected an ImageError', { cause: result })
}

/** A plain picture of one colour. */
export function plain(width: number, height: number, background: Color = '#c33'): Sharp {
  return sharp({ create: { width, height, channels: 3, background } })
}

/** A picture that passes for a photograph: noise, no two neighbours alike. */
export function photo(width: number, height: number): Sharp {
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const
  return sharp({ create: { width, height, channels: 3, background: '#000', noise } })
}

/** A drawing of dark bars on white. */
export function chart(width: number, height: number): Sharp {
  const bars = [0.5, 0.8, 0.3, 0.6].map(
    (share, index) =>
      `<rect x="${width * (0.1 + index * 0.2)}" y="${height * (1 - share)}" width="${width * 0.1}" height="${height * share}" fill="#246"/>`
  )
  return sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#fff"/>${bars.join('')}</svg>`
    )
  )
}
