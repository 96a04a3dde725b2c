import { describe, expect, test } from 'vitest'

import { languageNamed } from '../../src/rules/language/language-tag.ts'
import { createPageLanguage } from '../../src/captioner/subject/page-language.ts'
import { makeSite } from '../support/site.ts'

/** The language that its place gives the first of these files, in a project that holds nothing else. */
async function languageOf(files: readonly string[], own = 'en'): Promise<string | undefined> {
  const site = await makeSite()
  for (const file of files) await site.write(file, '# A page\n')
  const [name = ''] = files
  return await createPageLanguage(own)({ name, file: `${site.root}/${name}` })
}

describe('the place of a page tells its language', () => {
  test.each<[what: string, language: string, files: readonly string[]]>([
    ['a folder beside that of the site', 'de', ['content/de/about.md', 'content/en/about.md']],
    [
      'a folder beside that of the site, with another page',
      'it',
      ['content/it/chi.md', 'content/en-GB/about.md']
    ],
    [
      'a folder that repeats what stands around it',
      'de',
      ['docs/de/index.md', 'docs/de/setup.md', 'docs/de/guides/a.md', 'docs/setup.mdx', 'docs/guides/a.md']
    ],
    ['a folder in one called i18n', 'fr', ['i18n/fr/docusaurus-plugin-content-docs/current/intro.md']],
    ['a folder that names a country', 'pt', ['docs/pt-br/intro.md']],
    ['a folder that names a script', 'zh-Hant', ['docs/zh_Hant/intro.md']],
    ['a file beside the same page without it', 'de', ['posts/first.de.md', 'posts/first.md']],
    ['a file beside the same page in the language of the site', 'ja', ['a.ja.mdx', 'a.en.mdx']],
    ['a README beside the same one without it', 'ja', ['README-ja.md', 'README.md']],
    ['a README in a script', 'zh', ['README-zh-Hans.md', 'README.md']],
    ['a README in a country’s script', 'zh-Hant', ['README-zh-TW.md', 'README.md']],
    ['the folder of the site itself', 'en', ['content/en/it/laptops.md', 'content/en/it/en/x.md']]
  ])('%s', async (_, language, files) => {
    expect(await languageOf(files)).toBe(language)
  })

  test('the language of the site is the option', async () => {
    const files = ['content/fr/a.md', 'content/de/b.md']
    expect(await languageOf(files)).toBeUndefined()
    expect(await languageOf(files, 'de')).toBe('fr')
  })
})

describe('nothing is told by', () => {
  test.each<[what: string, files: readonly string[]]>([
    ['two letters alone', ['blog/ml/first.md']],
    ['folders of topics beside each other', ['blog/ml/setup.md', 'blog/cs/setup.md', 'blog/setup.md']],
    ['a folder of a department', ['docs/it/setup.md', 'docs/it/mail.md', 'docs/it/vpn.md', 'docs/setup.md']],
    ['a folder with an index, as every folder has', ['docs/it/index.md', 'docs/index.md']],
    ['words of three letters', ['docs/new/a.md', 'docs/new/b.md', 'docs/a.md', 'docs/b.md', 'docs/en/a.md']],
    ['two words of two letters', ['notes/to-do/a.md', 'notes/is-it/a.md']],
    ['code', ['guide/example.ts.md', 'guide/example.md']],
    ['a file without a counterpart', ['posts/first.de.md', 'posts/second.md']],
    ['the end of a file’s name', ['guides/setup-it.md', 'guides/setup.md']]
  ])('%s', async (_, files) => {
    expect(await languageOf(files)).toBeUndefined()
  })

  test('a page that is on no disk', async () => {
    const own = createPageLanguage('en')
    expect(await own({ name: 'content/de/a.md', file: '/nowhere/content/de/a.md' })).toBeUndefined()
    expect(await own({ name: '../i18n/de/a.md', file: '/nowhere/i18n/de/a.md' })).toBeUndefined()
  })
})

test('a name is a language only where both of its parts are known', () => {
  expect(languageNamed('de')).toEqual({ language: 'de', isCertain: false })
  expect(languageNamed('zh-tw')).toEqual({ language: 'zh-Hant', isCertain: true })
  expect(languageNamed('es_MX')).toEqual({ language: 'es', isCertain: true })
  // Tongan in the Dominican Republic.
  expect(languageNamed('to-do')).toEqual({ language: 'to', isCertain: false })
  for (const name of ['js', 'no-go', 'bin', 'my-app', 'x', 'de-', ''])
    expect(languageNamed(name)).toBeUndefined()
})
