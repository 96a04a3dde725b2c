import { EventEmitter } from 'node:events'
import { inspect } from 'node:util'
import KeyvRedis from '@keyv/redis'
import { Keyv, KeyvBridgeAdapter } from 'keyv'
import { Keyv as Keyv5 } from 'keyv5'
import { describe, expect, test } from 'vitest'

import type { CaptionStore } from '../../src/captions/caption-store.ts'
import { CaptionsFileAdapter } from '../../src/captions/captions-file-adapter.ts'
import { CaptionsFile } from '../../src/captions/captions-file.ts'
import { openCaptionStore } from '../../src/captions/open-caption-store.ts'
import { StoreErrors } from '../../src/captions/store-errors.ts'
import { CaptionsError } from '../../src/errors/captions-error.ts'
import { OptionError } from '../../src/errors/option-error.ts'
import { freePort, hasRedis, startRedis } from './redis-server.ts'
import { generated, keyOf, project } from './samples.ts'

const cat = keyOf('cat')

/** As little of an adapter as Keyv takes. */
class Minimal {
  readonly values = new Map<string, unknown>()
  get = (key: string): Promise<unknown> => Promise.resolve(this.values.get(key))
  set = (key: string, value: unknown): Promise<void> => Promise.resolve(void this.values.set(key, value))
  delete = (key: string): Promise<boolean> => Promise.resolve(this.values.delete(key))
  clear = (): Promise<void> => Promise.resolve(this.values.clear())
}

async function failure(promise: Promise<unknown>): Promise<Error> {
  try {
    await promise
  } catch (error) {
    if (error instanceof Error) return error
  }
  throw new Error('did not fail')
}

describe('the option captions', () => {
  test('takes a path', async () => {
    const { root, file } = await project()
    const store = openCaptionStore('alt-text.json', { root })
    await store.set(cat, generated('A cat'))
    await store.flush()
    expect(await new CaptionsFile(file, { root }).get(cat)).toMatchObject({ alt: 'A cat' })
  })

  test.each([
    ['a Map', () => new Map(), 'Map store'],
    ['a Keyv 6', () => new Keyv(), 'Map store'],
    ['a Keyv 5', () => new Keyv5(), 'Map store'],
    ['an adapter', () => new Minimal(), 'Minimal store'],
    ['an adapter around another', () => new KeyvBridgeAdapter(new Minimal()), 'Minimal store'],
    ['a Keyv 6 around an adapter', () => new Keyv({ store: new Minimal() }), 'Minimal store'],
    ['a Keyv 5 around an adapter', () => new Keyv5({ store: new Minimal() as never }), 'Minimal store']
  ])('takes %s', async (_, make, name) => {
    const store = openCaptionStore(make())
    expect(store.location).toBe(name)
    await store.set(cat, generated('A cat', { files: ['cat.png'] }))
    await store.flush()
    expect(await store.get(cat)).toMatchObject({ alt: 'A cat', status: 'generated', files: ['cat.png'] })
    expect(await store.get(keyOf('dog'))).toBe(undefined)
  })

  test('takes a Keyv that comes from another copy of its package', async () => {
    const inner = new Keyv()
    const stranger = {
      stats: {},
      store: {},
      get: (key: string) => inner.get(key),
      set: (key: string, value: unknown) => inner.set(key, value),
      delete: () => true,
      clear: () => true
    }
    const store = openCaptionStore(stranger)
    await store.set(cat, generated('A cat'))
    expect(await store.get(cat)).toMatchObject({ alt: 'A cat' })
    expect(await inner.get(cat)).toMatchObject({ alt: 'A cat', status: 'generated' })
  })

  test('takes a captions file as an adapter, whatever is around it, and flushes it', async () => {
    const { root, file } = await project()
    const captionsFile = new CaptionsFile(file, { root })
    const adapter = new CaptionsFileAdapter(captionsFile)
    for (const value of [captionsFile, adapter, new Keyv({ store: adapter, serialization: false })]) {
      expect(openCaptionStore(value)).toBe(captionsFile)
    }
  })

  test.each([[''], ['redis://:secret@localhost'], [{}], [[]], [{ get() {}, set() {} }], [null], [3]])(
    'refuses %j',
    (value) => {
      let error: unknown
      try {
        openCaptionStore(value as object)
      } catch (caught) {
        error = caught
      }
      expect(OptionError.isInstance(error) && error.option).toBe('captions')
      expect(String(error)).toContain('path of the captions file, or a Keyv instance')
      expect(String(error)).not.toContain('secret')
    }
  )
})

describe('a shared store', () => {
  test('that cannot be listed knows the files of what was set here', async () => {
    const adapter = new Minimal()
    const store = openCaptionStore(adapter)
    expect(await store.findByFile('cat.png', 'en')).toBe(undefined)
    await store.set(cat, generated('A cat', { files: ['cat.png'] }))
    expect(await store.findByFile('cat.png', 'en')).toMatchObject({ key: cat })
    const later = openCaptionStore(adapter)
    expect(await later.keysStartingWith('')).toEqual([])
    expect(await later.get(cat)).toMatchObject({ alt: 'A cat' })
  })

  test('that holds something else under a key gives an error that says so', async () => {
    const keyv = new Keyv()
    const store = openCaptionStore(keyv)
    for (const value of [
      'A cat',
      { caption: 'A cat' },
      { alt: 'x'.repeat(2001) },
      { alt: 'x', status: 'ok' }
    ]) {
      await keyv.set(cat, value)
      for (const work of [store.get(cat), store.set(cat, generated('A cat'))]) {
        const error = await failure(work)
        expect(error).toMatchObject({ name: 'CaptionsError', store: 'Map store' })
        expect(error.message).toContain(`"${cat}" is no caption`)
      }
    }
  })

  test('keeps a person’s edit as one, and fields that are not known', async () => {
    const keyv = new Keyv()
    const store = openCaptionStore(keyv)
    await store.set(cat, generated('A cat'))
    await keyv.set(cat, { ...(await keyv.get<object>(cat)), alt: 'Mimi', note: 'hers' })
    const edited = await store.get(cat)
    expect(edited).toMatchObject({ alt: 'Mimi', status: 'edited', origin: 'human' })
    if (edited) await store.set(cat, { ...edited, status: 'approved' })
    expect(await keyv.get(cat)).toMatchObject({ alt: 'Mimi', status: 'approved', note: 'hers' })
  })

  test('is not written with readOnly', async () => {
    const map = new Map<string, unknown>()
    const store = openCaptionStore(map, { readOnly: true })
    await store.set(cat, generated('A cat', { files: ['cat.png'] }))
    expect(await store.get(cat)).toMatchObject({ alt: 'A cat' })
    expect(await store.keysStartingWith('')).toEqual([cat])
    expect(map.size).toBe(0)
  })

  test.each([
    ['Keyv 6', (store: object): object => new Keyv({ store })],
    ['Keyv 5', (store: object): object => new Keyv5({ store: store as never })],
    ['no Keyv', (store: object): object => store]
  ])('whose adapter fails under %s stops the run and names itself', async (_, around) => {
    const adapter = new Minimal()
    const broken = (): Promise<never> =>
      Promise.reject(new Error('refused by redis://me:pass@w0rd@host:1/0?token=t0p'))
    adapter.get = broken
    adapter.set = broken
    for (const work of [
      (s: CaptionStore) => s.get(cat),
      (s: CaptionStore) => s.set(cat, generated('A cat'))
    ]) {
      const error = await failure(work(openCaptionStore(around(adapter))))
      expect(error).toMatchObject({ name: 'CaptionsError', store: 'Minimal store' })
      expect(error.message).toContain('refused by redis://host:1/0?token=…')
      expect(inspect(error)).not.toMatch(/w0rd|t0p/u)
    }
  })

  test('whose adapter answers a write with no stops the run', async () => {
    const keyv = new Keyv()
    keyv.set = () => Promise.resolve(false)
    expect((await failure(openCaptionStore(keyv).set(cat, generated('A cat')))).message).toContain(
      'did not take'
    )
  })

  test('that reports an error and never answers is given up', async () => {
    const emitter = new EventEmitter()
    const errors = new StoreErrors(emitter, 1)
    const stuck = errors.during(
      () => new Promise<never>(() => void emitter.emit('error', new Error('ECONNREFUSED'))),
      () => true
    )
    expect((await failure(stuck)).message).toBe('ECONNREFUSED')
    const recovered = errors.during(
      () => Promise.resolve(emitter.emit('error', new Error('ECONNRESET'))),
      () => false
    )
    expect(await recovered).toBe(true)
  })

  test('that nobody listens for is an error which names it without its password', async () => {
    const port = await freePort()
    const adapter = new KeyvRedis({
      url: `redis://me:pa55word@127.0.0.1:${port}`,
      socket: { reconnectStrategy: false }
    })
    const error = await failure(openCaptionStore(adapter).get(cat))
    expect(CaptionsError.isInstance(error)).toBe(true)
    expect(error.message).toContain(`KeyvRedis store at redis://127.0.0.1:${port}`)
    expect(inspect(error)).not.toContain('pa55word')
  })

  test.skipIf(!hasRedis)(
    'that refuses the password (skipped without redis-server on the PATH) is an error too',
    async () => {
      const server = await startRedis('pa55word')
      try {
        const url = `redis://:wr0ng@127.0.0.1:${server.port}`
        const store = openCaptionStore(
          new Keyv({ store: new KeyvRedis({ url, socket: { reconnectStrategy: false } }) })
        )
        const error = await failure(store.set(cat, generated('A cat')))
        expect(CaptionsError.isInstance(error)).toBe(true)
        expect(inspect(error)).not.toContain('wr0ng')
      } finally {
        await server.stop()
      }
    }
  )
})

describe('the captions file under Keyv', () => {
  const opened = async (): Promise<{ keyv: Keyv; errors: unknown[]; adapter: CaptionsFileAdapter }> => {
    const { root, file } = await project()
    const adapter = new CaptionsFileAdapter(new CaptionsFile(file, { root }))
    const keyv = new Keyv({ store: adapter, serialization: false })
    const errors: unknown[] = []
    keyv.on('error', (error: unknown) => void errors.push(error))
    return { keyv, errors, adapter }
  }

  test('is used as it is, and takes what a person would write', async () => {
    const { keyv, adapter } = await opened()
    expect(keyv.store).toBe(adapter)
    expect(await keyv.set(cat, { alt: ' Our  cat ' })).toBe(true)
    expect(await keyv.get(cat)).toMatchObject({ alt: 'Our cat', status: 'edited', origin: 'human' })
    expect(await keyv.setMany([{ key: keyOf('dog'), value: generated('A dog') }])).toEqual([true])
    expect(await keyv.get(keyOf('dog'))).toMatchObject({ alt: 'A dog', status: 'generated' })
    expect(await keyv.delete(keyOf('bird'))).toBe(false)
  })

  test('notices that a text was changed between get and set', async () => {
    const { keyv } = await opened()
    await keyv.set(cat, generated('A cat'))
    await keyv.set(cat, { ...(await keyv.get<object>(cat)), alt: 'Mimi' })
    expect(await keyv.get(cat)).toMatchObject({ alt: 'Mimi', status: 'edited', origin: 'human' })
  })

  test('refuses what is no caption, and an expiry, with an error of its kind', async () => {
    const { keyv, errors } = await opened()
    expect(await keyv.set(cat, 'A cat')).toBe(false)
    expect(await keyv.set(cat, { alt: 3 })).toBe(false)
    expect(await keyv.set(cat, { alt: 'A cat' }, 1000)).toBe(false)
    expect(
      await keyv.setMany([
        { key: cat, value: generated('A cat') as unknown },
        { key: keyOf('dog'), value: 1 as unknown }
      ])
    ).toEqual([false, false])
    expect(errors.map((error) => CaptionsError.isInstance(error))).toEqual([true, true, true, true])
    expect(String(errors[2])).toContain('do not expire')
    expect(await keyv.has(cat)).toBe(false)
  })

  test('refuses a namespace and serialized values', async () => {
    const { adapter } = await opened()
    expect(() => new Keyv({ store: adapter, namespace: 'alt' })).toThrow('has no namespaces')
    await expect(adapter.set(cat, '{"value":{"alt":"A cat"}}')).rejects.toThrow('serialization: false')
  })
})
