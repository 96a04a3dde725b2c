import type { CaptionStore } from '../captions/caption-store.ts'
import type { ImageLibrary } from '../images/image-library.ts'
import type { LinkTitles } from '../links/link-titles.ts'
import type { ResolvedOptions } from '../options/resolve-options.ts'
import type { Provider } from '../providers/provider.ts'
import type { Log } from './log.ts'
import type { NotedAlternatives } from './request/noted-alternatives.ts'
import type { Refresh } from './look-up/refresh.ts'

/** What a captioner is made of. */
export interface CaptionerParts {
  readonly images: ImageLibrary
  readonly captions: CaptionStore
  /** What the pages of the site are called that links lead to. */
  readonly links: LinkTitles
  /** Whom to ask; absent when nobody is to be asked. */
  readonly provider: Provider | undefined
  /** Who looks again at what was described, with the option `verify`. Default: nobody. */
  readonly verifier?: Provider | undefined
  /** Alternatives that pages have, for examples of the site's voice. Default: none is known. */
  readonly noted?: NotedAlternatives
  /** Why nobody is asked and what to set, for messages. */
  readonly noProvider: string
  readonly options: ResolvedOptions
  readonly log: Log
  /** Say what would be asked instead of asking. Default `false`. */
  readonly dryRun?: boolean
  /** Ask again for stored captions that nobody reviewed: all of them, or those with problems. Default: neither. */
  readonly refresh?: Refresh
}
