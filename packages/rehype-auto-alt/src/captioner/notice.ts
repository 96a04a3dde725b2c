import type { PreparedImage } from '../images/prepared-image.ts'
import type { ResolvedOptions } from '../options/resolve-options.ts'
import type { Provider } from '../providers/provider.ts'
import type { Log } from './log.ts'
import type { Subject } from './subject.ts'

/** Says once, before anything leaves the machine, what will. */
export interface Notice {
  before(subjects: readonly Subject[], prepare: (subject: Subject) => Promise<PreparedImage>): Promise<void>
}

const samples = 4

/** Makes the notice of a run. */
export function createNotice(parts: {
  readonly provider: Provider | undefined
  readonly options: ResolvedOptions
  readonly log: Log
  readonly dryRun?: boolean
}): Notice {
  const { log, options, provider } = parts
  let isSaid = false
  let isLanguageSaid = false
  return {
    async before(subjects, prepare) {
      if (subjects.length === 0 || !provider) return
      if (!isLanguageSaid && options.languageIsDefault && subjects.some(({ use }) => use.lang === undefined)) {
        isLanguageSaid = true
        log.info('Some pages name no language: their captions are in English. Set the option `language` to change that.')
      }
      if (isSaid || parts.dryRun) return
      isSaid = true
      const sizes = await Promise.allSettled(subjects.slice(0, samples).map(prepare))
      const known = sizes.flatMap((size) => (size.status === 'fulfilled' ? [size.value.bytes.byteLength] : []))
      const mean = known.reduce((sum, size) => sum + size, 0) / Math.max(1, known.length)
      const images = subjects.length === 1 ? '1 image' : `${subjects.length} images`
      const words = options.context ? ', with words of the pages around them' : ''
      const host = provider.host === undefined ? '' : ` at ${provider.host}`
      log.info(
        `Asking ${provider.id}${host} about ${images}: about ${kilobytes(mean * subjects.length)}, scaled down and without metadata${words}.`
      )
    }
  }
}

function kilobytes(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
