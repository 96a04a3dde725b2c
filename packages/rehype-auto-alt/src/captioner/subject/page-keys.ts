import { captionKey } from '../../captions/caption-key.ts'
import type { CaptionStore } from '../../captions/caption-store.ts'
import { givesNames } from '../../rules/names/own-names.ts'
import { pageAddress, pageAt } from '../../rules/page-address.ts'
import { pagesToCompare } from './same-page.ts'
import { sitePath } from './site-path.ts'
import type { Subject } from './subject.ts'
import { wordsOfPage } from './words-of-page.ts'

/** The key of the caption that an image has on this page alone. */
export function pageKeyOf({ digest, language, use }: Subject): string {
  return captionKey({ digest, language, page: use.page.name })
}

/**
 * Gives uses the key of a caption that is kept for their page alone, where there is one. Most images have none, which
 * one look at the sorted keys tells.
 */
export async function withPageKeys<Item extends object>(
  items: readonly (Subject | Item)[],
  captions: CaptionStore
): Promise<(Subject | Item)[]> {
  const kept = new Map<string, readonly string[]>()
  const own: (Subject | Item)[] = []
  for (const item of items) {
    if (!('plainKey' in item) || !mayHavePageKey(item)) {
      own.push(item)
      continue
    }
    const keys = kept.get(item.plainKey) ?? (await captions.keysStartingWith(`${item.plainKey}:page=`))
    kept.set(item.plainKey, keys)
    const key = keys.length === 0 ? undefined : await ownPageKey(item, keys, captions)
    if (key === undefined) own.push(item)
    else own.push(item.target === undefined ? { ...item, key } : { ...item, pageKey: key })
  }
  return own
}

function mayHavePageKey({ key, plainKey, target, use }: Subject): boolean {
  return (key === plainKey || target !== undefined) && !use.page.isAny
}

/**
 * Of the captions that an image has on single pages, the one for a page: that of the same name; that of its source, or
 * of what was built from it; one whose names this page gives as well. A built page of which nothing tells whether it is
 * the one takes the only caption that there is.
 */
async function ownPageKey(
  subject: Subject,
  keys: readonly string[],
  captions: CaptionStore
): Promise<string | undefined> {
  const { language, plainKey, use } = subject
  const exact = pageKeyOf(subject)
  if (keys.includes(exact)) return exact
  const prefix = `${plainKey}:page=`
  const comparable = pagesToCompare(
    use.page,
    keys.map((key) => key.slice(prefix.length))
  )
  const same = pageAt(pageAddress(sitePath(use.page)), comparable)
  if (same !== undefined) return prefix + same
  for (const key of keys) {
    const caption = await captions.get(key)
    if (caption && caption.status !== 'rejected' && givesNames(wordsOfPage(use), caption.alt, language))
      return key
  }
  const [only] = comparable
  const mayBeIt = only !== undefined && keys.length === 1 && use.page.siteRoot !== undefined
  return mayBeIt && !(await captions.get(plainKey)) ? prefix + only : undefined
}
