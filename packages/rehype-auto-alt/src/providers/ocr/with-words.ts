import { ProviderError } from '../../errors/provider-error.ts'
import type { PreparedImage, Provider } from '../provider.ts'
import { sureWords } from './read-words.ts'
import { openReading, type OcrSettings } from './tesseract-provider.ts'

/**
 * A provider that is told the words which can be read in each image. An image whose words cannot be read is described
 * without them.
 *
 * @param warn Called once when reading fails.
 */
export function withWords(
  provider: Provider,
  settings: OcrSettings,
  warn: (message: string) => void
): Provider {
  const { confidence, recogniser } = openReading(settings)
  /** A picture is asked about again for passing reasons and for repairs, and holds the same words. */
  const known = new WeakMap<PreparedImage, Promise<string | undefined>>()
  let isSaid = false

  async function wordsIn(image: PreparedImage): Promise<string | undefined> {
    try {
      return sureWords(await recogniser.read(image), confidence)
    } catch (error) {
      if (!ProviderError.isInstance(error)) throw error
      if (!isSaid) warn(error.message)
      isSaid = true
      return undefined
    }
  }

  const told = (inner: Provider): Provider => ({
    ...inner,
    get id() {
      return inner.id
    },
    ...(inner.members && { members: inner.members.map(told) }),
    ...(inner.verify && { verify: inner.verify.bind(inner) }),
    async describe(request, signal) {
      const words = known.get(request.image) ?? wordsIn(request.image)
      known.set(request.image, words)
      const visibleText = await words
      return await inner.describe(visibleText === undefined ? request : { ...request, visibleText }, signal)
    }
  })
  return told(provider)
}
