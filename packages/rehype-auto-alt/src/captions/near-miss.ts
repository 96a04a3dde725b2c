/** The known name that a text most likely means: one letter more, less, other, or two letters swapped. */
export function nearMiss(text: string, known: readonly string[]): string | undefined {
  const written = text.toLowerCase()
  return known.find((name) => name === written || isOneSlipAway(written, name))
}

function isOneSlipAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  const restOfA = a.slice(start)
  const restOfB = b.slice(start)
  const swapped = a.length === b.length && restOfA[0] === restOfB[1] && restOfA[1] === restOfB[0]
  return (
    restOfA.slice(1) === restOfB.slice(1) ||
    restOfA === restOfB.slice(1) ||
    restOfA.slice(1) === restOfB ||
    (swapped && restOfA.slice(2) === restOfB.slice(2))
  )
}
