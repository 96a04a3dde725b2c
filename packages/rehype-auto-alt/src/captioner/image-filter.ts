import picomatch from 'picomatch'

/** Makes the test for the options `include` and `exclude`: true for an image that is never read nor sent. */
export function imageFilter(options: {
  readonly include: readonly string[]
  readonly exclude: readonly string[]
}): (name: string) => boolean {
  const settings = { dot: true, contains: false }
  const isIncluded = options.include.length > 0 ? picomatch([...options.include], settings) : () => true
  const isExcluded = options.exclude.length > 0 ? picomatch([...options.exclude], settings) : () => false
  return (name) => !isIncluded(name) || isExcluded(name)
}
