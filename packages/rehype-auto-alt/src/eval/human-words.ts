import { styleFor } from '../captioner/request/given-words.ts'
import { requestFor } from '../captioner/request/request.ts'
import type { Subject } from '../captioner/subject/subject.ts'
import type { CaptionStore } from '../captions/caption-store.ts'
import type { PreparedImage } from '../providers/provider.ts'
import type { ImageUse } from '../rules/image-use.ts'
import { runTimeContent } from '../rules/run-time-content.ts'
import { heard, soundAlike } from '../rules/same-words.ts'
import { styleFaults } from '../rules/style/style-faults.ts'
import { wordingFindings } from '../rules/findings/wording.ts'

/** Whether an image has words of its own that it is heard by, and is asked about for itself. */
export function hasWords({ alt, kind = 'img', name, off, purpose, tiny, verdict }: ImageUse): boolean {
  if (verdict !== 'named' || alt === null || off || tiny) return false
  // Something else is heard instead.
  if (name !== undefined && !soundAlike(alt, name)) return false
  return (
    kind === 'img' && purpose.kind === 'informative' && !alt.includes(runTimeContent) && alt.trim() !== ''
  )
}

/** Whether an alternative keeps to the rules, with the page around it as ground for names. */
export function isGood(use: ImageUse, subject: Subject, maxLength: number): boolean {
  if (use.repeats !== undefined || wordingFindings(use, { maxLength }).length > 0) return false
  const request = requestFor(subject, noImage, { ...pageOnly, maxLength })
  const style = styleFor(request, { language: subject.language, maxLength, fullStop: false })
  return styleFaults(use.alt ?? '', style).length === 0
}

const pageOnly = { context: true, prompt: undefined, longDescription: false } as const
const noImage: PreparedImage = { mediaType: 'image/png', bytes: new Uint8Array(), width: 0, height: 0 }

/** What a model wrote of all that is stored, as it is heard: a built page shows it, and it would be held against itself. */
export async function wordsOfModels(captions: CaptionStore): Promise<ReadonlySet<string>> {
  const words = new Set<string>()
  for (const key of await captions.keysStartingWith('')) {
    const caption = await captions.get(key)
    if (caption?.origin === 'model' && caption.status !== 'edited' && caption.alt !== '')
      words.add(heard(caption.alt))
  }
  return words
}
