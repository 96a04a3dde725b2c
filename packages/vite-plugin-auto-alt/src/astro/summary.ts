import type { Report } from 'rehype-auto-alt/captioner'

const mostNamed = 20

/** One line that says how a build went; `undefined` for a build in which every image had its alternative. */
export function summaryLine({ left, summary }: Report): string | undefined {
  if (summary.uses === 0) return undefined
  const parts = [
    [summary.fromFile, 'stored'],
    [summary.sidecar + summary.embedded, 'written by people into or beside the image'],
    [summary.generated, 'new'],
    [summary.left, `left without, in ${count(left.length, 'place')}`]
  ] as const
  const told = parts.filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`)
  return `${count(summary.images, 'image')} without an alternative: ${told.join('; ')}`
}

/** The images that stay without, one a line, with page, place and reason. */
export function leftLines({ left }: Report, most: number = mostNamed): string[] {
  const lines = left.slice(0, most).map(({ column, file, line, message }) => {
    const place = line === undefined ? '' : `:${line}:${column ?? 1}`
    return `  ${file}${place} ${message}`
  })
  return left.length > most ? [...lines, `  and ${left.length - most} more`] : lines
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`
}
