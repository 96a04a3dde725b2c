import type { Plugin, ResolvedConfig } from 'vite'

import type { Originals } from './originals.ts'

const image = /\.(?:png|jpe?g|webp|gif|avif|svg|tiff?)(?:\?|$)/iu
const placeholder = /__(?:ASTRO_ASSET_IMAGE|VITE_ASSET)__([\w$]+?)__/gu
const inlined = /"(data:image\/[^"]*)"/u

/**
 * Vite plugin to learn which file of the build was made from which original. What Vite emits for an image in Astro
 * names no original, so imported images are followed by the handle of what they emit.
 *
 * @param onConfig Called with Vite's configuration in effect.
 */
export function originalsPlugin(originals: Originals, onConfig: (config: ResolvedConfig) => void): Plugin {
  /** By the name of the environment, as handles count in each. */
  const handles = new Map<string, Map<string, string>>()

  return {
    name: 'auto-alt:originals',
    enforce: 'post',
    sharedDuringBuild: true,
    configResolved: onConfig,
    transform: {
      filter: { id: image },
      handler(code, id) {
        const file = id.replace(/[?#].*$/su, '')
        const dataUrl = inlined.exec(code)?.[1]
        if (dataUrl !== undefined) originals.noteInlined(dataUrl, file)
        for (const [, handle = ''] of code.matchAll(placeholder)) {
          const { name } = this.environment
          const known = handles.get(name) ?? new Map<string, string>()
          handles.set(name, known.set(handle, file))
        }
      }
    },
    generateBundle() {
      for (const [handle, file] of handles.get(this.environment.name) ?? []) {
        const path = emittedPath(() => this.getFileName(handle))
        if (path !== undefined) originals.note(path, file)
      }
    }
  }
}

/** Bundlers throw for a handle of a file that was dropped. */
function emittedPath(ask: () => string): string | undefined {
  try {
    return ask()
  } catch {
    return undefined
  }
}
