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
  const toml = /^\uFEFF?\+\+\+[ \t]*\r?\n(.*?)^\+\+\+/msu.exec(text)?.[1] ?? ''
  const lines = toml.matchAll(/^([a-z]+)[ \t]*=[ \t]*(["'])(.*)\2[ \t]*$/gmu)
  return Object.fromEntries([...lines].map(([, name = '', , value = '']): [string, string] => [name, value]))
}

function asRecord(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
}
