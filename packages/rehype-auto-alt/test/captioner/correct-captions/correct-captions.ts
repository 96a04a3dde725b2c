import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { it } from './it.ts'
import { ja } from './ja.ts'
import { nl } from './nl.ts'
import type { CaptionParts } from './parts.ts'
import { pl } from './pl.ts'
import { pt } from './pt.ts'
import { ru } from './ru.ts'
import { zh } from './zh.ts'

/** Parts of captions by language. */
export const captionParts: Readonly<Record<string, CaptionParts>> = {
  de,
  en,
  es,
  fr,
  it,
  ja,
  nl,
  pl,
  pt,
  ru,
  zh
}

/** Correct captions of a language: whole ones, short ones without the detail, those of drawings, and mixed ones. */
export function captionsIn(language: string): readonly string[] {
  const { contents, drawings, mixed, subjects } = partsOf(language)
  const drawn = drawings.flatMap((drawing) => contents.map((content) => drawing + content))
  const short = subjects.map((subject, index) => whole(language, subject, index))
  return [...describedIn(language), ...short, ...drawn, ...mixed]
}

/** The whole captions among them, of which each holds a subject, a place and a detail. */
export function describedIn(language: string): readonly string[] {
  const { details, join = joined, places, subjects } = partsOf(language)
  return subjects.flatMap((subject) =>
    places.flatMap((place) => details.map((detail) => join(subject, place, detail)))
  )
}

function whole(language: string, subject: string, index: number): string {
  const { join = joined, places } = partsOf(language)
  return join(subject, places[index % places.length] ?? '', '')
}

function joined(subject: string, place: string, detail: string): string {
  return `${subject} ${place}${detail}`
}

function partsOf(language: string): CaptionParts {
  const parts = captionParts[language]
  if (!parts) throw new Error(`No captions are written in ${language}.`)
  return parts
}
