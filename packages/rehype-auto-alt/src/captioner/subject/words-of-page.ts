import type { ImageUse, PageContext } from '../../rules/image-use.ts'
import { heardBeside } from '../../rules/purpose/heard-beside.ts'

/** All words of a page that a model may be told with an image: those around it, and those heard together with it. */
export function wordsOfPage(use: ImageUse): PageContext {
  const beside = heardBeside(use)
  const { context } = use
  if (beside === undefined) return context
  return { ...context, before: context.before === undefined ? beside : `${context.before}\n${beside}` }
}
