/** “Description of the image” by language. */
const words: ReadonlyMap<string, string> = new Map([
  ['en', 'Description of the image'],
  ['de', 'Beschreibung des Bildes'],
  ['es', 'Descripción de la imagen'],
  ['fr', 'Description de l’image'],
  ['it', 'Descrizione dell’immagine'],
  ['ja', '画像の説明'],
  ['nl', 'Beschrijving van de afbeelding'],
  ['pl', 'Opis obrazu'],
  ['pt', 'Descrição da imagem'],
  ['ru', 'Описание изображения'],
  ['zh', '图片说明'],
  ['zh-Hant', '圖片說明']
])

/** What the summary of a long description says, in its language or in English. */
export function summaryWords(language: string): { readonly text: string; readonly language: string } {
  for (const known of [language, language.split('-')[0] ?? '']) {
    const text = words.get(known)
    if (text !== undefined) return { text, language }
  }
  return { text: 'Description of the image', language: 'en' }
}
