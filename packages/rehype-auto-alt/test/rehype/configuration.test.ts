import { describe, expect, test } from 'vitest'
import { OptionError } from '../../src/errors/option-error.ts'
import rehypeAutoAlt from '../../src/index.ts'
import { type CaptionedSite, captionedSite } from '../support/captioned-site.ts'
import { pageFile, process } from './pipelines.ts'

async function htmlWith(site: CaptionedSite, options: unknown, text = '![](cat.png)'): Promise<string> {
  return String(await process(pageFile(site, text), 'markdown', [[rehypeAutoAlt, options as never]]))
}

async function errorWith(site: CaptionedSite, options: unknown): Promise<unknown> {
  return await htmlWith(site, options).catch((error: unknown) => error)
}

test.each([
  ['an unknown option', { onmissing: 'error' }, /Unknown option `onmissing`.*Known options:.*onMissing/su],
  [
    'a value of the wrong type',
    { maxLength: 'long' },
    /option `maxLength`.*a whole number from 20 to 1000/su
  ],
  ['options that are a text', 'ollama', /Expected an object with options/u],
  ['options that are null', null, undefined]
])('%s is an error that says what is taken', async (_, options, message) => {
  const site = await captionedSite('cat')
  const error = await errorWith(
    site,
    options && typeof options === 'object' ? { ...site.options, ...options } : options
  )
  if (message === undefined) return expect(error).toBe('<p><img src="cat.png" alt=""></p>')
  expect(error).toBeInstanceOf(OptionError)
  expect(String(error)).toMatch(message)
})

describe('a config file beside package.json is read', () => {
  test.each([
    ['auto-alt.config.ts', "export default { provider: false, language: 'de' satisfies string }"],
    ['auto-alt.config.js', "export default { provider: false, language: 'de' }"],
    ['auto-alt.config.json', '{ "provider": false, "language": "de" }']
  ])('%s', async (name, content) => {
    const site = await captionedSite('cat')
    await site.store(site.key('cat', ':de'), { alt: 'Eine Katze' })
    await site.write(name, content)
    expect(await htmlWith(site, { root: site.root })).toContain('alt="Eine Katze"')
    expect(await htmlWith(site, { root: site.root, language: 'en' }), 'inline options win').toContain(
      'alt="CAPTION cat"'
    )
    expect(await htmlWith(site, { root: site.root, config: false }), 'it can be turned off').toContain(
      'alt="CAPTION cat"'
    )
  })

  test('and an unknown option in it is an error that names the file', async () => {
    const site = await captionedSite('cat')
    await site.write('auto-alt.config.json', '{ "langauge": "de" }')
    const error = await errorWith(site, site.options)
    expect(error).toBeInstanceOf(OptionError)
    expect(String(error)).toMatch(/Unknown option `langauge` in auto-alt\.config\.json/u)
  })

  test('and a key in a JSON file is refused, without saying it', async () => {
    const site = await captionedSite('cat')
    await site.write('auto-alt.config.json', '{ "apiKey": "sk-not-to-be-seen" }')
    const error = await errorWith(site, site.options)
    expect(error).toBeInstanceOf(OptionError)
    expect(String(error)).toMatch(/apiKey.*AUTO_ALT_API_KEY/su)
    expect(String(error)).not.toContain('sk-not')
  })
})

test('images may be left out by globs, and are not mentioned then', async () => {
  const site = await captionedSite('cat', 'dog')
  const options = { ...site.options, exclude: ['content/c*.png'] }
  const file = await process(pageFile(site, '![](cat.png) ![](dog.png)'), 'markdown', [
    [rehypeAutoAlt, options]
  ])
  expect(String(file)).toBe('<p><img src="cat.png" alt=""> <img src="dog.png" alt="CAPTION dog"></p>')
  expect(file.messages).toEqual([])
})

test('a captions file that does not parse stops the run and stays as it is', async () => {
  const site = await captionedSite('cat')
  await site.write('alt-text.json', '{ "version": 1, "captions": {')
  const error = await errorWith(site, site.options)
  expect(String(error)).toMatch(/alt-text\.json/u)
  expect(await site.read('alt-text.json')).toBe('{ "version": 1, "captions": {')
})

test('root-relative images are found in the public folder, with and without the base of the site', async () => {
  const site = await captionedSite()
  await site.add('cat', 'public/img')
  await site.store(site.key('cat'), { alt: 'CAPTION cat' })
  const text = '![](/img/cat.png) ![](/docs/img/cat.png)'
  expect(await htmlWith(site, { ...site.options, base: '/docs/' }, text)).toBe(
    '<p><img src="/img/cat.png" alt="CAPTION cat"> <img src="/docs/img/cat.png" alt="CAPTION cat"></p>'
  )
})
