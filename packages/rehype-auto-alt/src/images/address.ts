import { fileURLToPath } from 'node:url'

/** What the text of a `src` asks for, before anything is looked up. */
export type Address =
  /** `href` is what to fetch; `url` is the same without query, hash and userinfo, fit for messages and files. */
  | { readonly kind: 'remote'; readonly href: string; readonly url: string }
  | { readonly kind: 'data' }
  /** A path as written, with `/`, without query and hash. A leading `/` means the root of the site. */
  | { readonly kind: 'path'; readonly path: string }
  /** A path in the file system, from a `file:` URL. */
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'none'; readonly reason: 'empty' | 'not-an-address' }

const notAnAddress: Address = { kind: 'none', reason: 'not-an-address' }

/** Reads a `src` as a browser does (white space cut, `\` as `/`), but drive letters are paths, not URL schemes. */
export function parseAddress(src: string): Address {
  if (/^\s*data:/iu.test(src)) return { kind: 'data' }
  const text = src.replace(/[\t\n\r]+/gu, '').trim()
  if (text === '') return { kind: 'none', reason: 'empty' }
  if (text.includes('\0')) return notAnAddress
  const scheme = /^([a-z][a-z0-9+.-]+):/iu.exec(text)?.[1]?.toLowerCase()
  if (scheme === 'http' || scheme === 'https') return remote(text)
  if (scheme === 'file') return fileUrl(text)
  if (scheme !== undefined) return notAnAddress
  const slashed = text.replaceAll('\\', '/')
  if (slashed.startsWith('//')) return remote(`https:${slashed}`)
  const path = slashed.replace(/[?#].*$/su, '')
  return path === '' || decodePath(path).includes('\0') ? notAnAddress : { kind: 'path', path }
}

/** Percent-encoding undone wherever it is valid UTF-8; the rest stays as written (`100%.png`). */
export function decodePath(path: string): string {
  return path.replace(/(?:%[0-9a-f]{2})+/giu, (encoded) => {
    try {
      return decodeURIComponent(encoded)
    } catch {
      return encoded
    }
  })
}

function remote(text: string): Address {
  if (!URL.canParse(text)) return notAnAddress
  const url = new URL(text)
  url.username = ''
  url.password = ''
  url.hash = ''
  const { href } = url
  url.search = ''
  return { kind: 'remote', href, url: url.href }
}

function fileUrl(text: string): Address {
  try {
    const url = new URL(text)
    // A host would be a network share on Windows.
    if (url.host !== '' && url.host !== 'localhost') return notAnAddress
    url.host = ''
    const path = fileURLToPath(url)
    return path.includes('\0') ? notAnAddress : { kind: 'file', path }
  } catch {
    return notAnAddress
  }
}
