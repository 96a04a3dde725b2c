import pMap from 'p-map'

import type { ImageUse } from '../../rules/image-use.ts'
import { groupBy } from '../group-by.ts'
import type { Outcome } from '../outcome.ts'
import { languageOfUse } from './language-of-use.ts'
import { createPageLanguage } from './page-language.ts'
import { withPageKeys } from './page-keys.ts'
import { type IdentifySettings, type Subject, identify, subjectOf } from './subject.ts'

/** Files looked at at a time. */
const readers = 8

/** Does `identify` for many uses, in their order. An image that many pages of a site show is looked for once. */
export async function identifyAll(
  uses: readonly ImageUse[],
  settings: Omit<IdentifySettings, 'located' | 'pageLanguage'>
): Promise<readonly (Subject | Outcome)[]> {
  const together = { ...settings, located: new Map(), pageLanguage: createPageLanguage(settings.language) }
  const languages = await Promise.all(uses.map((use) => languageOfUse(use, together)))
  const languageOf = new Map(uses.map((use, index) => [use, languages[index]]))
  const found = new Map<ImageUse, Subject | Outcome>()
  await pMap(
    groupBy(uses, (use) => addressFromAnyPage(use, languageOf.get(use))),
    async ([first, ...others]) => {
      const known = await identify(first, together)
      found.set(first, known)
      for (const use of others) {
        // Why an image cannot be used is said for each page.
        const again = 'use' in known ? subjectOf(use, known, together) : await identify(use, together)
        found.set(use, again)
      }
    },
    { concurrency: readers }
  )
  return await withPageKeys(
    uses.flatMap((use) => found.get(use) ?? []),
    settings.captions
  )
}

/** The same for uses in one language whose addresses lead to the same image from every page of their site. */
function addressFromAnyPage(use: ImageUse, language: string | undefined): unknown {
  const { page, sources, tiny } = use
  const isRooted = sources.length > 0 && sources.every((source) => /^\/(?![/\\])/u.test(source))
  return isRooted && !tiny ? JSON.stringify([page.siteRoot, language, sources]) : use
}
