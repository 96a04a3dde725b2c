import type { AutoAlt, Log, Report } from 'rehype-auto-alt/captioner'

/** Images that a warning names; an error names them all. */
const mostNamed = 20

/**
 * Says once how a build went.
 *
 * @throws Error that names every image that stays without, with `onMissing: 'error'`.
 */
export async function endOfBuild(autoAlt: AutoAlt, log: Log): Promise<void> {
  const [{ onMissing, social }, report] = await Promise.all([autoAlt.options(), autoAlt.report()])
  const line = summaryLine(report)
  if (line !== undefined) log.info(line)
  if (report.social > 0) {
    const pictures = `${count(report.social, 'picture')} for other sites (og:image)`
    const isOne = report.social === 1
    log.info(
      social
        ? `${pictures} ${isOne ? 'takes' : 'take'} the words of a stored caption`
        : `${pictures} without words but with a stored caption. The option \`social\` writes it`
    )
  }
  if (report.left.length === 0 || onMissing === 'ignore') return
  if (onMissing === 'warn') {
    return log.warn(['Images without a text alternative:', ...leftLines(report, mostNamed)].join('\n'))
  }
  const lines = leftLines(report, Infinity)
  throw new Error(`Images without a text alternative, and \`onMissing\` is 'error':\n${lines.join('\n')}`)
}

/** One line; `undefined` for a build in which every image had its alternative. */
function summaryLine({ left, summary }: Report): string | undefined {
  if (summary.uses === 0) return undefined
  const parts = [
    [summary.fromFile, 'stored'],
    [summary.sidecar + summary.embedded, 'written by people into or beside the image'],
    [summary.fromLink, 'named by the page that their link leads to'],
    [summary.generated, `new, in ${count(summary.requests, 'request')}`],
    [summary.left, `left without, in ${count(left.length, 'place')}`]
  ] as const
  const told = parts.filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`)
  const subject = `${count(summary.images, 'image')} without an alternative`
  return told.length === 0 ? subject : `${subject}: ${told.join('; ')}`
}

/** The images that stay without, one a line, with page, place and reason. */
function leftLines({ left }: Report, most: number): string[] {
  const lines = left.slice(0, most).map(({ column, file, line, message }) => {
    const place = line === undefined ? '' : `:${line}:${column ?? 1}`
    return `  ${file}${place} ${message}`
  })
  return left.length > most ? [...lines, `  and ${left.length - most} more`] : lines
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`
}
