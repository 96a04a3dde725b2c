import { describe, expect, test } from 'vitest'

import { fileNameWords } from '../../src/rules/file-name-words.ts'

describe('a file name gives a hint', () => {
  test.each([
    ['content/red-leather_backpack@2x.jpg', 'red leather backpack'],
    ['images/marieCurie1898.jpg', 'marie Curie1898'],
    ['https://shop.example/p/red%20backpack.webp?w=3#x', 'red backpack'],
    ['src/backpack-800x600.png', 'backpack'],
    ['src/sales-by-region-2024.png', 'sales by region'],
    ['dist/_astro/red-backpack.Bx7Yq2ab_Z1kQ3e.webp', 'red backpack'],
    ['dist/assets/harbour-B7xk92Qa.png', 'harbour'],
    ['red-backpack.png', 'red backpack'],
    ['wp/uploads/old-town-scaled.jpg', 'old town'],
    ['hero-mountains.jpg', 'hero mountains'],
    ['Rote_Tasche.png', 'Rote Tasche'],
    ['赤いバッグ.png', '赤いバッグ'],
    ['photo-of-a-cat.jpg', 'photo of a cat']
  ])('%s: %s', (name, words) => {
    expect(fileNameWords(name)).toBe(words)
  })
})

describe('a file name says nothing', () => {
  test.each([
    'IMG_1234.jpg',
    'content/DSC00012.JPG',
    'image-2.png',
    'image.png',
    'Screenshot 2023-04-01 at 10.11.12.png',
    'screenshot-2023-04-01.png',
    '8c1f0a2b9d3e4f5a6b7c8d9e0f1a2b3c.png',
    '123e4567-e89b-42d3-a456-426614174000.jpg',
    'photo-1583394838336-acd977736f90.jpg',
    'hero.jpg',
    'banner-2.png',
    'hero-image@2x.png',
    'untitled.png',
    '1.jpg',
    'a.png',
    'data:image/png;base64,iVBORw0KGgo=',
    'https://example.com/',
    'xkcd.gif',
    'WhatsApp Image 2024-01-01 at 10.00.00.jpeg'
  ])('%s', (name) => {
    expect(fileNameWords(name)).toBe(undefined)
  })
})

test('its words are few', () => {
  expect(fileNameWords(`${'word-'.repeat(100)}end.png`)?.length).toBeLessThanOrEqual(100)
})
