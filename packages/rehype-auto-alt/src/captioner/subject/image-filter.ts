/** Tells whether an image is never read nor sent, by all paths at which it may lie. */
export type ImageFilter = (names: readonly string[]) => boolean

/**
 * Makes the test for the options `include` and `exclude`: true for an image that is never read nor sent. It takes all
 * paths at which the image may lie: one that is excluded excludes it, one that is included includes it.
 */
export async function imageFilter(options: {
  readonly include: readonly string[]
  readonly exclude: readonly string[]
}): Promise<ImageFilter> {
  if (options.exclude.length === 0 && options.include.length === 0) return () => false
  const { default: picomatch } = await import('picomatch')
  const isExcluded = options.exclude.length > 0 ? picomatch([...options.exclude], { dot: true }) : undefined
  const isIncluded = options.include.length > 0 ? picomatch([...options.include], { dot: true }) : undefined
  return (names) =>
    (isExcluded !== undefined && names.some((name) => isExcluded(name))) ||
    (isIncluded !== undefined && !names.some((name) => isIncluded(name)))
}
