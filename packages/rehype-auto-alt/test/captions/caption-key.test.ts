import { expect, test } from 'vitest'

import { captionKey, parseCaptionKey } from '../../src/captions/caption-key.ts'
import { isCaptionKeyText } from '../../src/captions/captions-json.ts'

const digest = '8c1f0a'.padEnd(32, '0')

test('a key is digest, language, and the link or page that the caption is for', () => {
  expect(captionKey({ digest, language: 'zh-Hant' })).toBe(`${digest}:zh-Hant`)
  const link = 'https://example.org:8080/a:b=c'
  expect(captionKey({ digest, language: 'en', link, page: 'a.md' })).toBe(`${digest}:en:link=${link}`)
  expect(captionKey({ digest, language: 'en', page: 'content/a: b.md' })).toBe(
    `${digest}:en:page=content/a: b.md`
  )
})

test('a key can be taken apart again', () => {
  for (const parts of [
    { digest, language: 'en' },
    { digest, language: 'sr-Latn', link: 'https://example.org/a:link=b' },
    { digest, language: 'en', page: 'content/ü:page=x.md' }
  ]) {
    expect(parseCaptionKey(captionKey(parts))).toEqual(parts)
  }
  for (const text of [
    '',
    'cat',
    `${digest}:`,
    `${digest}:en:`,
    `${digest}:en:what=ever`,
    `${digest.slice(1)}:en`
  ]) {
    expect(parseCaptionKey(text)).toBe(undefined)
  }
})

test('a link target from a hostile page stays one bounded line of printable text', () => {
  const key = captionKey({ digest, language: 'en', link: '/a\n"b\u202E\uD800c' })
  expect(key).toBe(`${digest}:en:link=/a%0A"b%E2%80%AE%EF%BF%BDc`)
  const long = (end: string): string =>
    captionKey({ digest, language: 'en', link: `/${'\n'.repeat(3000)}${end}` })
  expect(isCaptionKeyText(long('a'))).toBe(true)
  expect(long('a')).not.toBe(long('b'))
})
