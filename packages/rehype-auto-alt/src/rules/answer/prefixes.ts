import { existence, frames, label, noOpenings, openings } from './openings.ts'
import { inSentenceCase } from './sentence-case.ts'

/**
 * The opening of an alternative that only says that there is an image ("Image of "), `undefined` where it has none.
 */
export function redundantOpening(text: string): string | undefined {
  if (noOpenings.test(text)) return undefined
  for (const opening of openings) {
    const match = opening.exec(text)
    if (match && match[0].trim() !== '' && match[0].length < text.length) return match[0].trim()
  }
  return undefined
}

/**
 * Takes away labels and whatever only says that there is a picture, where the rest stands by itself; the first letter
 * becomes a capital where something was taken. Where grammar would break ("Фото кошки", "Bild zeigt einen alten Hut")
 * the opening stays.
 */
export function withoutPrefix(text: string, language: string): string {
  const primary = language.split('-')[0] ?? ''
  let rest = text
  for (let round = 0; round < 3; round++) {
    const before = rest
    rest = withoutFrame(rest.replace(label, ''), primary)
    rest = withoutOpening(rest, [...(existence[primary] ?? []), ...(noOpenings.test(rest) ? [] : openings)])
    if (rest === before) break
  }
  return rest === text ? text : inSentenceCase(rest, language)
}

function withoutFrame(text: string, language: string): string {
  const stop = /[.。]$/u.exec(text)?.[0] ?? ''
  const bare = text.slice(0, text.length - stop.length)
  for (const frame of frames[language] ?? []) {
    const inner = frame.exec(bare)?.[1]
    // Several sentences: the frame would begin in one and end in another.
    if (inner !== undefined && !/[.!?。！？]/u.test(inner)) return inner + stop
  }
  return text
}

function withoutOpening(text: string, candidates: readonly RegExp[]): string {
  for (const opening of candidates) {
    const match = opening.exec(text)
    if (!match || match[0].length >= text.length) continue
    const rest = standingAlone(match[0].trim().toLowerCase(), text.slice(match[0].length))
    if (rest !== undefined) return rest
  }
  return text
}

/** What is left after an opening, in the form that it has without it; `undefined` where that is not sure. */
function standingAlone(opening: string, rest: string): string | undefined {
  // "Auf dem Bild ist ein Hund zu sehen, der …", "Op de foto is een hond te zien, die …"
  if (/^(?:auf|op) de.* (?:ist|sind|is|zijn)$/u.test(opening)) {
    return rest.replace(
      / (?:zu sehen|abgebildet|dargestellt|zu erkennen|te zien|afgebeeld|zichtbaar)(?=[,.]|$)/u,
      ''
    )
  }
  // German: after "von" and for a masculine noun the words around it have another ending.
  if (/^(?:.* )?(?:bild|foto|fotografie|abbildung|aufnahme) von$/u.test(opening)) {
    const noun = /^(?:einem|einer|dem|der|diesem|dieser) (?=\p{Lu})/u.exec(rest)
    return noun ? rest.slice(noun[0].length) : undefined
  }
  if (/(?: zeigt|sieht man|man sieht|es gibt|wir sehen)$/u.test(opening)) {
    const article = /^(?:einen|den|diesen) /u.exec(rest)
    if (!article) return rest
    return /^\p{Lu}/u.test(rest.slice(article[0].length)) ? rest.slice(article[0].length) : undefined
  }
  // Dutch: "Foto die een hond toont" has its verb at the end.
  if (opening.endsWith(' die')) return undefined
  // Russian and Polish: "Фото кошки" is a genitive, "przedstawia kobietę" an accusative.
  if (/^(?:изображени|фото|картинк)/u.test(opening)) return opening.endsWith(':') ? rest : undefined
  if (/^на (?:этом )?(?:изображении|фото|фотографии|картинке)[,:]?$/u.test(opening)) {
    return /[,:]$/u.test(opening) ? rest : undefined
  }
  if (/(?:przedstawia|pokazuje|przedstawiające|widać|na zdjęciu)$/u.test(opening)) return undefined
  return rest
}
