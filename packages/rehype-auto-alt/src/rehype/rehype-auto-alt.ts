import type { Root } from 'hast'
import { relative, resolve } from 'node:path'
import type { VFile } from 'vfile'

import { type AutoAlt, createAutoAlt } from '../captioner/create-auto-alt.ts'
import type { Outcome } from '../captioner/outcome.ts'
import { originMark } from '../html/origin-mark.ts'
import type { Options } from '../options/options.ts'
import type { Page } from '../rules/image-use.ts'
import { needsAlternative } from '../rules/verdict/needs-alternative.ts'
import { describeInTree } from './describe-in-tree.ts'
import { type TreeImage, findInTree } from './find-in-tree.ts'
import { reportOutcomes, reportSocial } from './messages.ts'
import { pageFacts } from './page-facts.ts'
import { removeMarkers } from './remove-markers.ts'
import { fillSocial } from './social-in-tree.ts'
import type { AutoAltData } from './vfile-data.ts'
import { writeAlternatives } from './write-alternative.ts'

/**
 * Plugin to give images without a text alternative one: stored captions first, then words embedded in the image,
 * then a provider, if one is set.
 *
 * What stays without is a message on the file (`source` `auto-alt`, with `ruleId`, position and `url`).
 *
 * @param options Options, or the object that `createAutoAlt` made, so that all pages of a site share it.
 */
export function rehypeAutoAlt(options: Options | AutoAlt = {}): (tree: Root, file: VFile) => Promise<void> {
  const autoAlt = isAutoAlt(options) ? options : createAutoAlt(options)
  return async function transform(tree, file) {
    const settings = await autoAlt.options()
    const page = pageOf(file, settings.root)
    const found = findInTree(tree, String(file), page, settings, await pageFacts(file))
    const open = found.images.filter(({ use }) => needsAlternative(use))
    autoAlt.note(
      found.images.map(({ use }) => use),
      { isForOwnPage: true }
    )
    const outcomes = await autoAlt.captionAll(open.map(({ use }) => use))
    const descriptions = await describeInTree(tree, open, outcomes, settings)
    const edits = open.flatMap(({ handle }, index) => {
      const outcome = outcomes[index]
      if (outcome?.kind !== 'filled') return []
      const attributes = { ...originMark(outcome, settings), ...descriptions.attributes[index] }
      return [{ handle, alt: outcome.alt, attributes }]
    })
    writeAlternatives(edits, descriptions.patches)
    descriptions.insert()
    const social = await fillSocial(tree, page, autoAlt, settings)
    removeMarkers(tree)
    file.data.autoAlt = dataOf(open, outcomes)
    // Nobody tells a plugin which page is the last one.
    if (open.length > 0) autoAlt.flushSoon()
    if (!settings.social) reportSocial(file, social)
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
  return typeof value === 'object' && value !== null && 'captionAll' in value
}

function pageOf(file: VFile, root: string): Page {
  const path = resolve(file.cwd, file.path ?? 'page')
  return { name: relative(root, path).replaceAll('\\', '/'), file: path }
}
