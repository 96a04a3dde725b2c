/** The YAML at the top of a page's text; `undefined` without any, or where it does not parse. */
export async function frontMatter(text: string): Promise<Readonly<Record<string, unknown>> | undefined> {
  const yaml = /^\uFEFF?---[ \t]*\r?\n(.*?\r?\n)?---[ \t]*(?:\r?\n|$)/su.exec(text)?.[1]
  if (yaml === undefined) return undefined
  const { parse } = await import('yaml')
  try {
    return asRecord(parse(yaml))
  } catch {
    return undefined
  }
}

/** Strings at the top level of the TOML that Hugo takes. */
export function tomlStrings(text: string): Readonly<Record<string, unknown>> {
  const toml = /^\uFEFF?\+\+\+[ \t]*\r?\n(.*?\r?\n)?\+\+\+/su.exec(text)?.[1] ?? ''
  // What stands below the name of a table belongs to that.
  const top = toml.split(/^[ \t]*\[{1,2}[^[\]\n,]+\]{1,2}[ \t]*(?:#.*)?$/mu, 1)[0] ?? ''
  const lines = top.matchAll(/^([a-z]+)[ \t]*=[ \t]*(?:"((?:[^"\\\n]|\\.)*)"|'([^'\n]*)')[ \t]*(?:#.*)?$/gmu)
  return Object.fromEntries(
    [...lines].map(([, name = '', basic, literal = '']): [string, string] => [
      name,
      basic === undefined ? literal : withoutEscapes(basic)
    ])
  )
}

/** The escapes of TOML's strings are those of JSON; a string with any other stays as it is written. */
function withoutEscapes(written: string): string {
  try {
    return String(JSON.parse(`"${written}"`))
  } catch {
    return written
  }
}

/** A value as an object whose members may be anything. */
export function asRecord(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
}
