import { describe, expect, it } from 'vitest'

import { reduceLanguage } from '../../src/rules/language.ts'
import { linkTarget } from '../../src/rules/purpose/link-target.ts'
import { pagePath } from '../../src/rules/page-path.ts'

describe('a language tag is reduced to what tells captions apart', () => {
  it.each([
    ['en-US', 'en'],
    ['de_DE', 'de'],
    ['zh-TW', 'zh-Hant'],
    ['zh-CN', 'zh'],
    ['zh-Hant-HK', 'zh-Hant'],
    ['sr-Latn-RS', 'sr-Latn'],
    ['sr', 'sr'],
    [' FR ', 'fr'],
    ['und', undefined],
    ['', undefined],
    ['not a tag', undefined]
  ])('%j → %j', (tag, reduced) => {
    expect(reduceLanguage(tag)).toBe(reduced)
  })
})

describe('a link is named by where it leads', () => {
  it.each([
    ['./visit.md', 'blog/first.md', '/', '/blog/visit'],
    ['../', 'de/index.md', '/', '/'],
    ['/docs/shop/', 'a.md', '/docs/', '/shop'],
    ['/docs', 'a.md', '/docs/', '/'],
    ['/documents/x.html', 'a.md', '/docs/', '/documents/x'],
    ['index.html', 'a.md', '/', '/'],
    ['/a/index.html?q=1#top', 'a.md', '/', '/a'],
    ['paper.pdf', 'a.md', '/', '/paper.pdf'],
    ['../../../etc', 'a.md', '/', '/etc'],
    ['/caf%C3%A9', 'a.md', '/', '/café'],
    ['https://user:secret@example.com/path?token=1#x', 'a.md', '/', 'https://example.com/path'],
    ['//example.com/x', 'a.md', '/', 'https://example.com/x'],
    ['mailto:info@example.com', 'a.md', '/', 'mailto:info@example.com'],
    ['#top', 'a.md', '/', undefined],
    ['', 'a.md', '/', undefined],
    ['javascript:alert(1)', 'a.md', '/', undefined]
  ])('%j on %j with base %j → %j', (href, page, base, target) => {
    expect(linkTarget(href, page, base)).toBe(target)
  })

  it('reads a source page from the root of its site', () => {
    expect(pagePath('content/blog/first.md')).toBe('blog/first.md')
    expect(pagePath('src/pages/index.md')).toBe('index.md')
    expect(pagePath('README.md')).toBe('README.md')
  })
})
