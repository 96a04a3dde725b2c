import type { ImageUse } from '../image-use.ts'
import { runTimeContent } from '../run-time-content.ts'

/**
 * The words that are heard together with an image that names nothing: those of the link or button around it, else its
 * caption. `undefined` for none, and where the image is all that is heard.
 */
export function heardBeside({ context, control, purpose }: ImageUse): string | undefined {
  if (purpose.kind !== 'informative') return undefined
  const words = control?.text.replaceAll(runTimeContent, ' ').replace(/\s+/gu, ' ').trim()
  return words || context.caption
}
