import picomatch from 'picomatch'

/**
 * Makes the test for the options `include` and `exclude`: true for an image that is never read nor sent. It takes all
 * paths at which the image may lie: one that is excluded excludes it, one that is included includes it.
 */
export function imageFilter(options: {
  readonly include: readonly string[]
  readonly exclude: readonly string[]
}): (names: readonly string[]) => boolean {
  const isExcluded = options.exclude.length > 0 ? picomatch([...options.exclude], { dot: true }) : undefined
  const isIncluded = options.include.length > 0 ? picomatch([...options.include], { dot: true }) : undefined
  return (names) =>
    (isExcluded !== undefined && names.some((name) => isExcluded(name))) ||
    (isIncluded !== undefined && !names.some((name) => isIncluded(name)))
}
