import { oneLine } from '../rules/plain-text.ts'

const longest = 200

/** An image's address as messages show it: one line, no control characters, no userinfo, at most 200 characters. */
export function shownName(src: string): string {
  const isData = /^\s*data:/iu.test(src)
  const limit = isData ? 40 : longest
  // The address is untrusted and can hold megabytes: it is cut before it is looked at.
  const line = oneLine(src.slice(0, limit + 1)).replace(/(?<=\/\/)[^/@]*@/u, '')
  return src.length > limit ? `${line.slice(0, limit)}…` : line
}
