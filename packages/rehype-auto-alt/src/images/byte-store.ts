/** Bytes of images in use, by digest. */
export interface ByteStore {
  /** Keeps bytes that were read. */
  put(digest: string, bytes: Uint8Array): void
  /** The bytes, kept or loaded; askers at the same time share one load. */
  get(digest: string, load: () => Promise<Uint8Array>): Promise<Uint8Array>
  /** Lets go of bytes that nobody needs any more. */
  release(digest: string): void
}

/**
 * Makes a store that keeps at most `budget` bytes. Beyond that the ones longest unused go and are read again when
 * somebody asks: reading twice costs time, keeping a whole site's images costs the build.
 */
export function createByteStore(budget: number): ByteStore {
  const kept = new Map<string, Uint8Array>()
  const loading = new Map<string, Promise<Uint8Array>>()
  let total = 0

  function release(digest: string): void {
    total -= kept.get(digest)?.byteLength ?? 0
    kept.delete(digest)
  }

  function put(digest: string, bytes: Uint8Array): void {
    release(digest)
    if (bytes.byteLength > budget) return
    kept.set(digest, bytes)
    total += bytes.byteLength
    for (const oldest of kept.keys()) {
      if (total <= budget) break
      release(oldest)
    }
  }

  async function get(digest: string, load: () => Promise<Uint8Array>): Promise<Uint8Array> {
    const found = kept.get(digest)
    if (found) {
      put(digest, found)
      return found
    }
    const pending = loading.get(digest)
    if (pending) return pending
    const started = load().finally(() => loading.delete(digest))
    loading.set(digest, started)
    const bytes = await started
    put(digest, bytes)
    return bytes
  }

  return { put, get, release }
}
