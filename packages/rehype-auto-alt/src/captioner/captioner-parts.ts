import type { CaptionStore } from '../captions/caption-store.ts'
import type { ImageLibrary } from '../images/image-library.ts'
import type { ResolvedOptions } from '../options/resolve-options.ts'
import type { Provider } from '../providers/provider.ts'
import type { Log } from './log.ts'
import type { Refresh } from './refresh.ts'

/** What a captioner is made of. */
export interface CaptionerParts {
  readonly images: ImageLibrary
  readonly captions: CaptionStore
  /** Whom to ask; absent when nobody is to be asked. */
  readonly provider: Provider | undefined
  /** Why nobody is asked and what to set, for messages. */
  readonly noProvider: string
  readonly options: ResolvedOptions
  readonly log: Log
  /** Say what would be asked instead of asking. Default `false`. */
  readonly dryRun?: boolean
  /** Ask again for stored captions that nobody reviewed: all of them, or those with problems. Default: neither. */
  readonly refresh?: Refresh
}
