import type { AutoAlt } from 'rehype-auto-alt'
import type { Report } from 'rehype-auto-alt/captioner'
import type { Logger } from 'vite'

/**
 * Says once how a build went.
 *
 * @throws Error that lists the images that stay without, with `onMissing: 'error'`.
 */
export async function endOfBuild(autoAlt: AutoAlt, logger: Pick<Logger, 'info' | 'warn'>): Promise<void> {
  const [{ onMissing }, report] = await Promise.all([autoAlt.options(), autoAlt.report()])
  if (report.summary.uses === 0) return
  logger.info(`[auto-alt] ${inWords(report.summary)}`)
  if (report.left.length === 0 || onMissing === 'ignore') return
  const places = report.left.map(({ column, file, line, message }) => {
    const place = line === undefined ? '' : `:${line}:${column ?? 1}`
    return `  ${file}${place} ${message}`
  })
  const list = `Images without a text alternative:\n${places.join('\n')}`
  if (onMissing === 'error') throw new Error(`${list}\nThe build fails because \`onMissing\` is 'error'.`)
  logger.warn(`[auto-alt] ${list}`)
}

function inWords({
  embedded,
  fromFile,
  generated,
  images,
  left,
  requests,
  sidecar
}: Report['summary']): string {
  const parts = [
    [fromFile, 'stored'],
    [sidecar, 'beside the image'],
    [embedded, 'embedded in the image'],
    [generated, `new, in ${requests} request${requests === 1 ? '' : 's'}`],
    [left, 'left without']
  ] as const
  const counts = parts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`)
  const subject =
    images === 1 ? '1 image needed a text alternative' : `${images} images needed a text alternative`
  return counts.length === 0 ? subject : `${subject}: ${counts.join(', ')}`
}
