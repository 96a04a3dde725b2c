import type { Report } from 'rehype-auto-alt/captioner'

/** The part of Vite's logger that is used. */
interface Logger {
  info(message: string): void
  warn(message: string): void
}

/** Says once, at the end of a build, how it went. */
export function buildSummary({ left, summary }: Report, logger: Logger): void {
  if (summary.uses === 0) return
  const parts = [
    [summary.fromFile, 'stored'],
    [summary.sidecar + summary.embedded, 'written by people'],
    [summary.generated, 'new'],
    [summary.left, 'left without']
  ] as const
  const counts = parts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`)
  logger.info(`[auto-alt] ${summary.images} images without an alternative: ${counts.join(', ')}`)
  for (const { column, file, line, message } of left) {
    logger.warn(`[auto-alt] ${file}${line === undefined ? '' : `:${line}:${column ?? 1}`} ${message}`)
  }
}
