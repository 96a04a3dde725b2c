import type { PreparedImage } from '../../images/prepared-image.ts'
import type { Provider } from '../../providers/provider.ts'
import type { CaptionerParts } from '../captioner-parts.ts'
import type { Later } from '../later.ts'
import type { Subject } from '../subject/subject.ts'

/** Says once, before anything leaves the machine, what will. */
export interface Notice {
  /** Resolves when it is said, also for a call that finds it being said. */
  before(subjects: readonly Subject[], later?: Later): Promise<void>
}

const samples = 4

/**
 * Makes the notice of a run.
 *
 * @param prepare Scales an image down, for an estimate of what is sent.
 */
export function createNotice(
  {
    dryRun,
    log,
    options,
    provider,
    verifier
  }: Pick<CaptionerParts, 'dryRun' | 'log' | 'options' | 'provider' | 'verifier'>,
  prepare: (subject: Subject) => Promise<PreparedImage>
): Notice {
  let said: Promise<void> | undefined
  let isLanguageSaid = false

  async function say(subjects: readonly Subject[], later: Later | undefined): Promise<void> {
    const sizes = await Promise.allSettled(subjects.slice(0, samples).map(prepare))
    const known = sizes.flatMap((size) => (size.status === 'fulfilled' ? [size.value.bytes.byteLength] : []))
    const mean = known.reduce((sum, size) => sum + size, 0) / Math.max(1, known.length)
    const images = subjects.length === 1 ? '1 image' : `${subjects.length} images`
    // A command hands over all pages at once; a build comes page by page, and nobody knows how many follow.
    const first = options.kind === 'build' ? ' to begin with' : ''
    const size = `about ${kilobytes(mean * subjects.length)}, scaled down and without metadata`
    const words = options.context ? ', with words of the pages around them' : ''
    const host = provider ? placeOf(provider) : ''
    const batch =
      later === undefined || later.host === provider?.host
        ? ''
        : `, the batch${later.host === undefined ? '' : ` at ${later.host}`}`
    const again = verifier ? ` ${verifier.id}${placeOf(verifier)} looks again.` : ''
    log.info(`Asking ${provider?.id}${host}${batch} about ${images}${first}: ${size}${words}.${again}`)
  }

  return {
    async before(subjects, later) {
      if (subjects.length === 0 || !provider) return
      if (
        !isLanguageSaid &&
        options.languageIsDefault &&
        subjects.some(({ language, use }) => use.lang === undefined && language === options.language)
      ) {
        isLanguageSaid = true
        log.info('Some pages name no language: their captions are in English. Set `language` to change that.')
      }
      if (!dryRun) await (said ??= say(subjects, later))
    }
  }
}

function placeOf({ host }: Provider): string {
  return host === undefined ? '' : ` at ${host}`
}

function kilobytes(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`
}
