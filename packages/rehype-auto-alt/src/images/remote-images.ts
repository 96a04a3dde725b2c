import { ImageError } from '../errors/image-error.ts'
import type { ByteStore } from './byte-store.ts'
import { digestOf } from './digest.ts'
import { fetchImage } from './fetch-image.ts'
import { createGate } from './gate.ts'
import { emptyImage } from './image-faults.ts'
import type { Image } from './image.ts'
import { type RemoteSettings, checkHost } from './remote-policy.ts'

/** What remote images share with the rest of a library. */
export interface RemoteImagesParts {
  readonly remote: RemoteSettings
  /** Open no connection. */
  readonly frozen: boolean
  readonly store: ByteStore
}

const fetchesAtOnce = 4

/** Makes the opener of remote images: `href` is fetched once a run, `url` names it. */
export function createRemoteImages({
  frozen,
  remote,
  store
}: RemoteImagesParts): (href: string, url: string) => Promise<Image> {
  /** Failures too: a host that does not answer is asked once a run, not once a page. */
  const images = new Map<string, Promise<Image>>()
  const fetching = createGate(fetchesAtOnce)

  async function openRemote(href: string, name: string): Promise<Image> {
    const bytes = await fetching(() => fetchImage(href, remote, name))
    if (bytes.byteLength === 0) throw emptyImage(name)
    const { digest } = digestOf(bytes)
    store.put(digest, bytes)
    const fetchAgain = async (): Promise<Uint8Array> => {
      const again = await fetching(() => fetchImage(href, remote, name))
      if (digestOf(again).digest === digest) return again
      throw new ImageError(
        'fetch-failed',
        name,
        `${name} gives another image each time. Keep a copy in the project.`
      )
    }
    return { digest, name, bytes: () => store.get(digest, fetchAgain) }
  }

  return async (href, url) => {
    checkHost(new URL(href), remote, url)
    if (frozen) {
      throw new ImageError(
        'remote-not-allowed',
        url,
        `${url} is not fetched, because this run is frozen (\`frozen\`). Caption it with \`auto-alt generate\`, or set \`frozen: false\`.`
      )
    }
    const known = images.get(href)
    if (known) return known
    const image = openRemote(href, url)
    images.set(href, image)
    return image
  }
}
