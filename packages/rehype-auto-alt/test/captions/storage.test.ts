import KeyvRedis, { createClient } from '@keyv/redis'
import { Keyv } from 'keyv'
import { Keyv as Keyv5 } from 'keyv5'
import { afterAll, beforeAll, describe, onTestFinished, test } from 'vitest'

import { CaptionsFileAdapter } from '../../src/captions/captions-file-adapter.ts'
import { CaptionsFile } from '../../src/captions/captions-file.ts'
import { openCaptionStore } from '../../src/captions/open-caption-store.ts'
import { hasRedis, type RedisServer, startRedis } from './redis-server.ts'
import { project } from './samples.ts'
import { type KeyvInstance, type Storage, storageContract } from './storage-contract.ts'

/** Of Keyv 5's types, those of the iterator ask for an argument that it does not read. */
const keyv5 = (options: object): KeyvInstance => new Keyv5(options) as unknown as KeyvInstance

const opened = <T extends { disconnect(): Promise<unknown> }>(keyv: T): T => {
  onTestFinished(async () => void (await keyv.disconnect()))
  return keyv
}
const overInstances = (keyv: () => KeyvInstance): Storage => ({
  keyv: () => Promise.resolve(opened(keyv())),
  captions: () => Promise.resolve(openCaptionStore(opened(keyv())))
})

storageContract('the file, under Keyv 6', async () => {
  const { root, file } = await project()
  const adapter = (): CaptionsFileAdapter => new CaptionsFileAdapter(new CaptionsFile(file, { root }))
  return {
    keyv: () => Promise.resolve(opened(new Keyv({ store: adapter(), serialization: false }))),
    captions: () => Promise.resolve(openCaptionStore(file, { root }))
  }
})

storageContract('the file, through an instance of Keyv 6', async () => {
  const { root, file } = await project()
  const keyv = (): Keyv =>
    new Keyv({ store: new CaptionsFileAdapter(new CaptionsFile(file, { root })), serialization: false })
  return overInstances(keyv)
})

storageContract('the file, under Keyv 5', async () => {
  const { root, file } = await project()
  // Keyv 5 lists only stores of kinds that it knows, by this field.
  const opts = { dialect: 'sqlite' }
  const asTheyAre = { namespace: '', useKeyPrefix: false, serialize: undefined, deserialize: undefined }
  return overInstances(() => {
    const store = Object.assign(new CaptionsFileAdapter(new CaptionsFile(file, { root })), { opts })
    return keyv5({ store, ...asTheyAre })
  })
})

storageContract('a Map', () => {
  const map = new Map<string, unknown>()
  return Promise.resolve({
    keyv: () => Promise.resolve(opened(new Keyv({ store: map }))),
    captions: () => Promise.resolve(openCaptionStore(map))
  })
})

storageContract('a Map, through an instance of Keyv 6', () => {
  const map = new Map<string, unknown>()
  return Promise.resolve(overInstances(() => new Keyv({ store: map })))
})

storageContract('a Map, through an instance of Keyv 5', () => {
  const map = new Map<string, unknown>()
  return Promise.resolve(overInstances(() => keyv5({ store: map })))
})

if (hasRedis) {
  describe('with a Redis server', () => {
    let server: RedisServer
    beforeAll(async () => void (server = await startRedis('pa55word')))
    afterAll(() => server.stop())

    const emptied = async (): Promise<string> => {
      const client = createClient({ url: server.url })
      await client.connect()
      await client.flushAll()
      await client.close()
      return server.url
    }
    storageContract('@keyv/redis 5, as an adapter', async () => {
      const url = await emptied()
      return {
        keyv: () => Promise.resolve(opened(new Keyv({ store: new KeyvRedis(url) }))),
        captions: () => Promise.resolve(openCaptionStore(new KeyvRedis(url)))
      }
    })
    storageContract('@keyv/redis 5, through an instance of Keyv 6', async () => {
      const url = await emptied()
      return overInstances(() => new Keyv({ store: new KeyvRedis(url), namespace: 'alt' }))
    })
    storageContract('@keyv/redis 5, through an instance of Keyv 5', async () => {
      const url = await emptied()
      return overInstances(() => keyv5({ store: new KeyvRedis(url), useKeyPrefix: false, namespace: 'alt' }))
    })
  })
} else {
  test.skip('captions kept in @keyv/redis: skipped, because redis-server is not on the PATH', () => undefined)
}
