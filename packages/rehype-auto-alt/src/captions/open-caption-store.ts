import { OptionError } from '../errors/option-error.ts'
import type { CaptionStore } from './caption-store.ts'
import { CaptionsFile, type CaptionsFileOptions } from './captions-file.ts'
import { KeyvCaptionStore } from './keyv-caption-store.ts'
import { type KeyvLike, storeIn, storeName } from './keyv-shape.ts'

const takes =
  'It takes the path of the captions file, or a Keyv instance, a Keyv storage adapter (Keyv 5 or 6) or a Map.'

/**
 * The store behind the option `captions`. Nothing is read or connected before its first use.
 *
 * @param captions Path of the captions file; or a Keyv instance, a storage adapter of Keyv 5 or 6, or a `Map`, told
 *   by shape. An adapter keeps its own namespace, and gets none where it has none. A `CaptionStore` is returned as it is.
 * @param options Where a captions file belongs, and whether anything is written. With a shared store, `readOnly` alone
 *   matters.
 * @throws OptionError for anything else.
 */
export function openCaptionStore(captions: string | object, options: CaptionsFileOptions = {}): CaptionStore {
  if (typeof captions === 'string') {
    if (captions.trim() === '') throw new OptionError('captions', `The option "captions" is empty. ${takes}`)
    if (/^[a-z][a-z0-9+.-]+:\/\//iu.test(captions)) {
      throw new OptionError(
        'captions',
        `The option "captions" is a URL, not a path. ${takes} Make one for that URL.`
      )
    }
    return new CaptionsFile(captions, options)
  }
  const found = typeof captions === 'object' && captions !== null ? storeIn(captions) : undefined
  if (!found) throw new OptionError('captions', `The option "captions" is of a wrong type. ${takes}`)
  if (found.kind === 'captions') return found.store
  const open = async (): Promise<KeyvLike> => (found.kind === 'keyv' ? found.store : keyvOver(found.store))
  return new KeyvCaptionStore(storeName(found.store), open, options.readOnly)
}

async function keyvOver(store: object): Promise<KeyvLike> {
  const { Keyv } = await import('keyv')
  return new Keyv({ store }) as KeyvLike
}
