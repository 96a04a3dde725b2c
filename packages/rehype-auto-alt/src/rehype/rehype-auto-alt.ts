import type { Root } from 'hast'
import { relative, resolve } from 'node:path'
import type { VFile } from 'vfile'

import { type AutoAlt, createAutoAlt } from '../captioner/create-auto-alt.ts'
import type { Outcome } from '../captioner/outcome.ts'
import type { Options } from '../options/options.ts'
import type { Page } from '../rules/image-use.ts'
import { type TreeImage, findInTree } from './find-in-tree.ts'
import { pageFacts } from './page-facts.ts'
import { reportOutcomes } from './messages.ts'
import type { AutoAltData } from './vfile-data.ts'
import { removeMarker, writeAlternatives } from './write-alternative.ts'

/**
 * Plugin to give images without a text alternative one: stored captions first, then words embedded in the image,
 * then a provider, if one is set.
 *
 * What stays without is a message on the file (`source` `auto-alt`, with `ruleId`, position and `url`).
 *
 * @param options Options, or the object that `createAutoAlt` made, so that all pages of a site share it.
 */
export default function rehypeAutoAlt(options: Options | AutoAlt = {}): (tree: Root, file: VFile) => Promise<void> {
  const isOwn = !isAutoAlt(options)
  const autoAlt = isOwn ? createAutoAlt(options) : options
  return async function transform(tree, file) {
    const settings = await autoAlt.options()
    const found = findInTree(tree, String(file), pageOf(file, settings.root), settings, pageFacts(file))
    const open = found.images.filter(({ use }) => use.verdict === 'missing' && !use.off)
    const outcomes = await autoAlt.captionAll(open.map(({ use }) => use))
    const edits = outcomes.flatMap((outcome, index) => {
      const image = open[index]
      if (!image || outcome.kind === 'left') return []
      const isMarked = settings.provenance && outcome.origin === 'model' && outcome.alt !== ''
      const attributes = isMarked ? { 'data-alt-origin': 'ai' } : {}
      return [{ handle: image.handle, alt: outcome.alt, attributes }]
    })
    writeAlternatives(edits)
    for (const { handle } of found.images) removeMarker(handle)
    file.data['autoAlt'] = dataOf(open, outcomes)
    if (isOwn) autoAlt.flushSoon()
    reportOutcomes(file, open, outcomes, { onMissing: settings.onMissing, unplaced: found.unplaced })
  }
}

function dataOf(images: readonly TreeImage[], outcomes: readonly Outcome[]): AutoAltData {
  return {
    images: images.flatMap(({ use }, index) => {
      const outcome = outcomes[index]
      const line = use.place?.line
      return outcome ? [{ src: use.sources[0] ?? '', ...(line !== undefined && { line }), outcome }] : []
    })
  }
}

function isAutoAlt(value: Options | AutoAlt): value is AutoAlt {
  return 'captionAll' in value && typeof value.captionAll === 'function'
}

function pageOf(file: VFile, root: string): Page {
  const path = resolve(file.cwd, file.path ?? 'page')
  return { name: relative(root, path).replaceAll('\\', '/'), file: path }
}
