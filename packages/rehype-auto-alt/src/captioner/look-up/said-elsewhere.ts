import { parseCaptionKey } from '../../captions/caption-key.ts'
import type { CaptionStore } from '../../captions/caption-store.ts'
import type { Caption } from '../../captions/caption.ts'
import { languageNamed } from '../../rules/language/language-tag.ts'
import { isWordOfAPerson } from './publish.ts'
import type { Subject } from '../subject/subject.ts'

/** A caption in another language, and the key that it is stored under. */
export interface SaidElsewhere {
  readonly key: string
  readonly caption: Caption
  readonly language: string
}

/**
 * What a person said about the same image in another language: words that they wrote or approved, or that the image is
 * decorative. For the same link target or page where the subject has one, whatever language stands in its path; what
 * is said of the image on a page comes before what is said of it everywhere. Then the site's own language comes first,
 * and the others follow by code unit, so that it is the same on every machine. A rejected caption says nothing about
 * another language.
 *
 * @param own Language of the site, reduced.
 */
export async function saidElsewhere(
  subject: Subject,
  captions: CaptionStore,
  own: string
): Promise<SaidElsewhere | undefined> {
  const keys = await captions.keysStartingWith(`${subject.digest}:`)
  const candidates = keys
    .map((key) => ({ key, language: parseCaptionKey(key)?.language ?? '', rank: rankOf(key, subject) }))
    .filter(({ language, rank }) => language !== subject.language && rank > 0)
    .sort(
      (one, other) => other.rank - one.rank || Number(other.language === own) - Number(one.language === own)
    )
  for (const { key, language } of candidates) {
    const caption = await captions.get(key)
    if (!caption || !isWordOfAPerson(caption) || caption.status === 'rejected') continue
    if (caption.alt !== '' || caption.status === 'decorative') return { key, caption, language }
  }
  return undefined
}

/** How well a caption fits: 2 for the same link or page, 1 for the image by itself, 0 for something else. */
function rankOf(key: string, subject: Subject): number {
  const parts = parseCaptionKey(key)
  const asked = parseCaptionKey(subject.key)
  if (!parts || !asked) return 0
  if (asked.link !== undefined) return parts.link !== undefined && isSamePath(parts.link, asked.link) ? 2 : 0
  if (parts.link !== undefined) return 0
  if (parts.page === undefined) return 1
  return asked.page !== undefined && isSamePath(parts.page, asked.page) ? 2 : 0
}

/** Whether two paths differ in their language only: `/de/shop` and `/shop`, `about.de.md` and `about.md`. */
function isSamePath(one: string, other: string): boolean {
  return one === other || withoutLanguage(one) === withoutLanguage(other)
}

function withoutLanguage(path: string): string {
  return path
    .split('/')
    .filter((segment) => languageNamed(segment) === undefined)
    .join('/')
    .replace(/\.([^./]+)(\.[^./]+)$/u, (whole, tag: string, extension: string) =>
      languageNamed(tag) === undefined ? whole : extension
    )
}
