import { describe, expect, test } from 'vitest'

import type { ImageUse } from '../../src/rules/image-use.ts'
import { wordingFindings } from '../../src/rules/findings/wording.ts'
import { useOf } from './sample-use.ts'

const rulesOf = (alt: string, more: Partial<ImageUse> = {}): string[] =>
  wordingFindings(useOf(alt, more), { maxLength: 120 }).map(({ ruleId }) => ruleId)

describe('placeholder-alt', () => {
  test.each([
    'image',
    'Image',
    'IMAGES',
    'an image',
    'the picture',
    'Photo',
    'photo 4',
    'image6',
    'Figure 1',
    'Logo',
    'icon',
    'untitled',
    'Untitled-2',
    'TODO',
    'todo:',
    'TBD',
    'fixme',
    'placeholder',
    'alt text',
    '[image]',
    'image...',
    'Bild',
    'Foto',
    'Abbildung 3',
    'Platzhalter',
    'ohne Titel',
    'Bildschirmfoto',
    'imagen',
    'Fotografía',
    'Captura de pantalla',
    'sin título',
    '画像',
    '写真',
    'アイコン',
    '無題',
    '図1',
    'photo',
    'Capture d’écran',
    'Sans titre',
    'icône',
    'изображение',
    'Фото',
    'картинка 2',
    'Скриншот',
    'Без названия',
    'imagem',
    'Ícone',
    'sem título',
    'Captura de tela',
    'immagine',
    'Schermata',
    'senza titolo',
    'Afbeelding',
    'schermafbeelding',
    'naamloos',
    'zdjęcie',
    'Obrazek',
    'Zrzut ekranu',
    '图片',
    '圖片',
    '截图',
    '未命名',
    'Görsel',
    'fotoğraf',
    '이미지',
    '스크린샷',
    'Artboard 1',
    'Layer 2',
    'Group 12',
    'Created with Sketch.',
    'null',
    'undefined'
  ])('%s says nothing', (alt) => expect(rulesOf(alt)).toEqual(['placeholder-alt']))
})

describe('filename-as-alt', () => {
  test.each([
    ['cat.jpg', 'pictures/cat.jpg'],
    ['IMG_1234.JPG', 'x.jpg'],
    ['IMG_1234', 'https://example.com/a/photo.jpg'],
    ['DSC0042', 'dsc0042.jpg'],
    ['DSC_0042', 'x.jpg'],
    ['P1010101', 'x.jpg'],
    ['Screenshot 2024-01-01 at 10.11.12', 'x.png'],
    ['hero-banner-2x', 'hero-banner-2x.png'],
    ['hero-banner', '/img/hero-banner.webp?w=200'],
    ['jaeger-trace-view', 'jaeger-trace-view.png'],
    ['final_version', 'final_version.png'],
    ['Red_Ball', 'red-ball.svg'],
    ['red ball.png', 'red%20ball.png'],
    ['/images/photos/team.webp', 'x.webp'],
    ['9f86d081884c7d659a2feaa0c55ad015', 'x.webp']
  ])('%s in %s is the name of a file', (alt, source) =>
    expect(rulesOf(alt, { sources: [source] })).toEqual(['filename-as-alt'])
  )
})

describe('redundant-prefix', () => {
  test.each([
    'Image of a cat',
    'An image of a cat',
    'A photo of a cat on a sofa',
    'Picture showing three people',
    'Image: three people',
    'This photograph shows three people',
    'Bild von einem Hund',
    'Das Foto zeigt einen Hund',
    'Imagen de un perro',
    'Foto de un perro en la playa',
    'Photo d’un chien',
    'Image de la tour Eiffel',
    'Photo des élèves',
    'Imagem de um cachorro',
    'Immagine di un cane',
    'Afbeelding van een hond',
    'Foto van een hond',
    'Изображение собаки',
    'Zdjęcie przedstawia psa',
    '画像は犬を示しています',
    '图片显示一只狗'
  ])('%s', (alt) => expect(rulesOf(alt)).toEqual(['redundant-prefix']))
})

describe('only-symbols', () => {
  test.each(['→', '←', '***', '---', '…', '✓', '»', '|', '.', '?!', '★★★'])('%s', (alt) =>
    expect(rulesOf(alt)).toEqual(['only-symbols'])
  )
})

describe('Words that are fine', () => {
  test.each([
    'Photo editor showing three layers',
    'disk image',
    'Disk image',
    'Image editor toolbar',
    'Graph of a function f',
    'Picture This logo',
    'Photography studio',
    'Bild-Zeitung',
    'Diagram of the water cycle',
    'Map of Berlin',
    'logo.svg file icon in the explorer',
    'Node.js',
    'README.md',
    'next.config.js editor tab',
    'vite.config.ts',
    'IBM',
    'Acme logo',
    'Logo der Stadt Köln',
    'PNG',
    'SVG',
    'Screenshot of the settings',
    'Chart of sales in May',
    'The Picture of Dorian Gray',
    'Photo of the day',
    'Image denoising results',
    'Photo development tray',
    'Photo depuis la tour',
    'Image dessinée à la main',
    'Image de marque',
    'Foto de perfil',
    'Imagen de marca',
    'Aufnahme von Patienten',
    'Bildungsministerium',
    'Fotostudio',
    'Imagine Dragons',
    'Photoshop',
    'iPhone',
    'GitHub',
    'T-shirt',
    'e-mail',
    'x-ray',
    'drop-down',
    'sign-in',
    'COVID-19',
    'Python 3',
    '42',
    'Screenshot from 1999 of a browser',
    'How to open logo.svg',
    'Line 2',
    'Untitled (1968), oil on canvas',
    '€',
    '+',
    '%',
    '😀',
    '❤️',
    '@',
    'C++',
    '№ 5',
    'Group photo of the team',
    'Icon of a bell',
    'Alternative Texte',
    'Фоторедактор',
    '画像編集ソフト',
    '图片编辑器',
    'Obrazy olejne na ścianie',
    'Zdjęciownia'
  ])('%s', (alt) => expect(rulesOf(alt)).toEqual([]))

  test.each([
    ['apple', 'apple.png'],
    ['Apple', 'apple.png'],
    ['GitHub', 'github.svg'],
    ['JavaScript', 'javascript.svg'],
    ['t-shirt', 't-shirt.jpg'],
    ['Red ball', 'red-ball.svg'],
    ['drop-down', 'drop-down.png'],
    ['check-in', 'check-in.svg'],
    ['Hero banner', 'hero-banner.png'],
    ['state-of-the-art kitchen', 'state-of-the-art-kitchen.jpg']
  ])('%s for %s', (alt, source) => expect(rulesOf(alt, { sources: [source] })).toEqual([]))
})

describe('too-long', () => {
  test('counts characters as a reader does, and the limit itself is fine', () => {
    expect(rulesOf('👩‍👩‍👧 '.repeat(60).trim())).not.toContain('too-long')
    expect(rulesOf(`${'word '.repeat(23)}words`)).toEqual([])
    const [finding] = wordingFindings(useOf(`${'word '.repeat(24)}a`), { maxLength: 120 })
    expect(finding?.message).toContain('has 121 characters, over the 120 of `maxLength`')
    expect(wordingFindings(useOf(`${'word '.repeat(24)}a`), { maxLength: 150 })).toEqual([])
  })
})

describe('repeats-text', () => {
  test.each([
    ['its caption', { context: { headings: [], caption: 'Our  Bakery.' } }],
    ['the link around it', { control: { kind: 'link', text: 'our bakery' } }],
    ['the button around it', { control: { kind: 'button', text: 'Our bakery' } }],
    ['the text beside it', { beside: 'Our bakery' }],
    ['the heading before it', { context: { headings: ['Shops', 'Our bakery'] } }]
  ] satisfies [string, Partial<ImageUse>][])('says %s again', (what, more) => {
    const findings = wordingFindings(useOf('Our bakery', more), { maxLength: 120 })
    expect(findings.map(({ ruleId }) => ruleId)).toEqual(['repeats-text'])
    expect(findings[0]?.message).toContain(`repeats ${what}`)
  })

  test.each([
    ['a caption that says more', { context: { headings: [], caption: 'Our bakery in May' } }],
    ['a heading with words in between', { context: { headings: ['Our bakery'], before: 'Since 1901.' } }],
    ['a heading further up', { context: { headings: ['Our bakery', 'Shops'] } }],
    ['a link that says nothing else', { control: { kind: 'link', text: '' } }]
  ] satisfies [string, Partial<ImageUse>][])('%s is no repetition', (_what, more) =>
    expect(rulesOf('Our bakery', more)).toEqual([])
  )
})

test('A text that says nothing is told so once', () => {
  expect(rulesOf('image', { context: { headings: ['Image'], caption: 'image' } })).toEqual([
    'placeholder-alt'
  ])
})

test('What is heard counts, wherever it stands', () => {
  expect(rulesOf('Acme', { name: 'image' })).toEqual(['placeholder-alt'])
  expect(
    wordingFindings(useOf(null, { verdict: 'named', name: 'Image of a cat' }), { maxLength: 120 })
  ).toHaveLength(1)
})
