import { describe, expect, test } from 'vitest'

import type { CaptionStore } from '../../src/captions/caption-store.ts'
import { generated, keyOf } from './samples.ts'

/** A Keyv instance, as far as captions are concerned. Majors 5 and 6 have these methods in common. */
export interface KeyvInstance {
  get(key: string): Promise<unknown>
  getMany(keys: string[]): Promise<unknown[]>
  set(key: string, value: unknown): Promise<unknown>
  has(key: string): Promise<boolean>
  hasMany(keys: string[]): Promise<boolean[]>
  delete(key: string): Promise<boolean>
  deleteMany(keys: string[]): Promise<unknown>
  clear(): Promise<void>
  disconnect(): Promise<void>
  iterator?(): AsyncIterable<unknown>
}

/** One place where captions are kept, opened anew as often as asked. */
export interface Storage {
  keyv(): Promise<KeyvInstance>
  captions(): Promise<CaptionStore>
}

const cat = generated('A grey cat', { files: ['cat.png'] })
const dog = generated('A dog on a beach', { files: ['dog.png'] })
const [catKey, dogKey] = [keyOf('cat'), keyOf('dog', ':en:link=https://example.org/dogs')] as const

/** What every store of captions does, whether it is reached through Keyv or as a store of captions. */
export function storageContract(name: string, open: () => Promise<Storage>): void {
  describe(`captions kept in ${name}`, () => {
    test('a caption is found again, and only under its key', async () => {
      const keyv = await (await open()).keyv()
      expect(await keyv.get(catKey)).toBe(undefined)
      await keyv.set(catKey, cat)
      expect(await keyv.get(catKey)).toMatchObject(cat)
      expect(await keyv.get(dogKey)).toBe(undefined)
      expect([await keyv.has(catKey), await keyv.has(dogKey)]).toEqual([true, false])
    })

    test('a later caption replaces an earlier one', async () => {
      const keyv = await (await open()).keyv()
      await keyv.set(catKey, cat)
      await keyv.set(catKey, dog)
      expect(await keyv.get(catKey)).toMatchObject({ alt: dog.alt })
    })

    test('many are read, asked for and deleted at once, in the order of their keys', async () => {
      const keyv = await (await open()).keyv()
      await keyv.set(catKey, cat)
      await keyv.set(dogKey, dog)
      const keys = [dogKey, keyOf('bird'), catKey]
      const found = (await keyv.getMany(keys)) as ({ alt: string } | null | undefined)[]
      expect(found.map((value) => value?.alt)).toEqual([dog.alt, undefined, cat.alt])
      expect(await keyv.hasMany(keys)).toEqual([true, false, true])
      await keyv.deleteMany([dogKey, keyOf('bird')])
      expect(await keyv.hasMany(keys)).toEqual([false, false, true])
    })

    test('a deleted caption is gone, once', async () => {
      const keyv = await (await open()).keyv()
      await keyv.set(catKey, cat)
      expect(await keyv.delete(catKey)).toBe(true)
      expect(await keyv.delete(catKey)).toBe(false)
      expect(await keyv.get(catKey)).toBe(undefined)
    })

    test('clear leaves nothing', async () => {
      const keyv = await (await open()).keyv()
      await keyv.set(catKey, cat)
      await keyv.set(dogKey, dog)
      await keyv.clear()
      expect(await keyv.hasMany([catKey, dogKey])).toEqual([false, false])
    })

    test('all are listed', async () => {
      const keyv = await (await open()).keyv()
      await keyv.set(catKey, cat)
      await keyv.set(dogKey, dog)
      const found = new Map<string, unknown>()
      for await (const entry of keyv.iterator?.() ?? []) {
        const [key, value] = entry as [string, unknown]
        found.set(key, value)
      }
      expect([...found.keys()].sort()).toEqual([catKey, dogKey].sort())
      expect(found.get(catKey)).toMatchObject({ alt: cat.alt })
    })

    test('several writers at once lose nothing', async () => {
      const storage = await open()
      const writers = [await storage.keyv(), await storage.keyv()] as const
      const names = Array.from({ length: 100 }, (_, index) => `Caption ${index}`)
      await Promise.all(
        names.map((text, index) => writers[index % 2 === 0 ? 0 : 1].set(keyOf(text), generated(text)))
      )
      await Promise.all(writers.map((keyv) => keyv.disconnect()))
      const reader = await storage.keyv()
      expect(await reader.getMany(names.map((text) => keyOf(text)))).toMatchObject(
        names.map((alt) => ({ alt }))
      )
    })

    test('as a store of captions it finds them by key, by beginning and by file', async () => {
      const storage = await open()
      const captions = await storage.captions()
      expect(await captions.get(catKey)).toBe(undefined)
      await captions.set(catKey, cat)
      await captions.set(catKey, { ...cat, alt: 'A grey cat on a sofa', files: ['sofa.png'] })
      await captions.set(dogKey, dog)
      expect(await captions.get(catKey)).toMatchObject({
        alt: 'A grey cat on a sofa',
        status: 'generated',
        origin: 'model'
      })
      expect(await captions.keysStartingWith(keyOf('dog'))).toEqual([dogKey])
      expect(await captions.findByFile('sofa.png', 'en')).toMatchObject({ key: catKey })
      expect(await captions.findByFile('dog.png', 'en')).toBe(undefined)
      await captions.close?.()
      const again = await storage.captions()
      expect(await again.keysStartingWith(keyOf('dog'))).toEqual([dogKey])
      expect(await again.findByFile('sofa.png', 'en')).toMatchObject({ key: catKey })
      expect((await again.get(catKey))?.files).toContain('sofa.png')
      await again.close?.()
    })
  })
}
