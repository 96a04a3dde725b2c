import type { LinkTitles } from '../../links/link-titles.ts'
import type { ImageUse } from '../../rules/image-use.ts'
import { linkTarget } from '../../rules/purpose/link-target.ts'
import { type LanguageSource, languageOfUse } from '../subject/language-of-use.ts'
import { linkName } from './link-name.ts'
import { type Outcome, namedByLink } from '../outcome.ts'
import { sitePath } from '../subject/site-path.ts'

/** What naming a link takes. */
export interface NamingSettings extends LanguageSource {
  readonly links: LinkTitles
  readonly base: string
  readonly maxLength: number
}

/**
 * The name of a link whose image cannot be read: where it leads is known without it. One that nobody is to look at, or
 * that is no picture, stays as it is.
 */
export async function namedWithoutImage(
  use: ImageUse,
  outcome: Outcome,
  settings: NamingSettings
): Promise<Outcome> {
  if (outcome.kind === 'filled' || outcome.reason === 'excluded' || outcome.reason === 'too-small')
    return outcome
  if (use.purpose.kind !== 'link') return outcome
  const target = linkTarget(use.purpose.href, sitePath(use.page), settings.base)
  if (target === undefined) return outcome
  const language = await languageOfUse(use, settings)
  const name = await linkName({ use, target, language }, settings.links)
  return name === undefined ? outcome : namedByLink(outcome.image, name, settings.maxLength)
}
