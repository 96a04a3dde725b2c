import { describe, expect, test } from 'vitest'

import { otherLanguage } from '../../src/captioner/answer/answer-language.ts'
import { captionParts, captionsIn } from './correct-captions/correct-captions.ts'

const languages = Object.keys(captionParts)

/** Captions that are found to be in another language than this one. */
async function foundOutOf(captions: readonly string[], language: string): Promise<readonly string[]> {
  const found: string[] = []
  for (const caption of captions) if (await otherLanguage(caption, { language })) found.push(caption)
  return found
}

/** Long enough for its language to be told. */
function long(captions: readonly string[]): readonly string[] {
  return captions.filter((caption) => caption.length >= 40)
}

describe('a correct caption is in the language that it was asked for in', () => {
  test.each(languages)('%s', async (language) => {
    const captions = captionsIn(language)
    expect(captions.length).toBeGreaterThanOrEqual(190)
    expect(await foundOutOf(captions, language)).toEqual([])
  })

  // Two Norwegian tags, and Traditional Chinese, are languages of their own for a page.
  test.each([
    ['no', 'nb', 'En brun hund med blått halsbånd foran et lite murhus, med snødekte fjell i bakgrunnen'],
    ['da', 'nb', 'En brun hund med blåt halsbånd foran et lille murstenshus med bjerge i baggrunden'],
    [
      'gl',
      'pt',
      'Un can marrón cun colar azul diante dunha pequena casa de ladrillo, con montañas nevadas ao fondo'
    ],
    ['sk', 'cs', 'Hnedý pes s modrým obojkom pred malým tehlovým domom, v pozadí zasnežené hory'],
    ['id', 'ms', 'Seekor anjing cokelat dengan kalung biru di depan rumah bata kecil di tepi danau'],
    ['zh-Hant', 'zh-Hant', '一隻戴著藍色項圈的棕色小狗在一座小磚房前，背景是白雪覆蓋的群山'],
    ['zh', 'ja', '東京都庁第一本庁舎展望室'],
    ['hr', 'sr', 'Smeđi pas s plavom ogrlicom ispred male kuće od cigle na obali zaleđenog jezera']
  ])('a caption in %s passes on a page in %s', async (_, language, caption) => {
    expect(await otherLanguage(caption, { language })).toBeUndefined()
  })
})

describe('English on a page in another language is found', () => {
  const english = long(captionsIn('en'))

  test.each(languages.filter((language) => language !== 'en'))('%s', async (language) => {
    const found = await foundOutOf(english, language)
    expect(found.length / english.length).toBeGreaterThanOrEqual(0.95)
  })
})

test('German, French, Japanese and Russian on an English page are found', async () => {
  for (const language of ['de', 'fr', 'ru']) {
    const captions = long(captionsIn(language))
    expect((await foundOutOf(captions, 'en')).length / captions.length).toBeGreaterThanOrEqual(0.95)
  }
  const japanese = captionsIn('ja').filter((caption) => caption.length >= 20)
  expect((await foundOutOf(japanese, 'en')).length / japanese.length).toBeGreaterThanOrEqual(0.95)
})

test('the language that it is in is named', async () => {
  const caption = 'A brown dog with a blue collar in front of a small brick house'
  expect(await otherLanguage(caption, { language: 'de' })).toBe('en')
  expect(await otherLanguage(caption, { language: 'ja' })).toBe('en')
  expect(await otherLanguage('小さなレンガの家の前にいる茶色い犬', { language: 'zh' })).toBe('ja')
})

describe('what leaves a doubt passes', () => {
  test.each<[what: string, language: string, caption: string]>([
    ['a few words', 'de', 'A brown dog'],
    ['a name', 'ja', 'The Metropolitan Museum of Art in New York City'],
    ['commands', 'de', 'Terminal mit npm install, git status, git commit und git push'],
    ['a quote', 'de', 'Schild: „Please do not feed the animals in this park, thank you“'],
    ['a quote in straight marks', 'fr', 'Panneau "Please do not feed the animals in this park, thank you"'],
    ['a quote in corner brackets', 'ja', '「Please do not feed the animals in this park」と書かれた看板'],
    ['a quote in guillemets', 'ru', 'Вывеска «Please do not feed the animals in this park»'],
    [
      'code and addresses',
      'pl',
      'Polecenie curl --request POST https://example.com/api/v1/items --data @item.json'
    ],
    [
      'a language that the detector does not know',
      'eo',
      'Bruna hundo kun blua kolumo antaŭ malgranda brika domo ĉe la lago'
    ],
    ['Swahili', 'sw', 'Mbwa wa kahawia mwenye ukosi wa buluu mbele ya nyumba ndogo ya matofali'],
    [
      'Serbian in Latin script',
      'sr',
      'Smeđi pas s plavom ogrlicom ispred male kuće od cigle na obali jezera'
    ],
    ['nothing', 'de', '']
  ])('%s', async (_, language, caption) => {
    expect(await otherLanguage(caption, { language })).toBeUndefined()
  })

  test('words that are readable in the picture, without quotation marks', async () => {
    const caption = 'Schild mit der Aufschrift please do not feed the animals in this park'
    const visibleText = 'PLEASE DO NOT FEED THE ANIMALS IN THIS PARK. Thank you!'
    expect(await otherLanguage(caption, { language: 'de', visibleText })).toBeUndefined()
    const text = 'please do not feed the animals in this park thank you'
    expect(await otherLanguage(text, { language: 'de', visibleText })).toBeUndefined()
    expect(await otherLanguage(text, { language: 'de' })).toBe('en')
  })
})
