import { isIP } from 'node:net'

import ipaddr from 'ipaddr.js'

import { ImageError } from '../errors/image-error.ts'

/** Which remote images may be fetched. */
export interface RemoteSettings {
  /** Hosts: exact (`cdn.example.com`), or every host below one (`*.example.com`). */
  readonly allow: readonly string[]
  /** Exact `host:port` that may be fetched from although its address is not public. */
  readonly private: readonly string[]
}

/** True for an address of the public internet; IPv4 inside IPv6 counts as what it holds. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0) return false
  const parsed = ipaddr.process(address)
  if (parsed.range() !== 'unicast') return false
  // Of IPv6 only 2000::/3 is handed out; what else ipaddr.js calls unicast (::127.0.0.1) is no host's address.
  return parsed.kind() === 'ipv4' || (parsed.toByteArray()[0] ?? 0) >> 5 === 1
}

/** A URL's `host:port`, with the scheme's own port written out. */
function hostAndPort(url: URL): string {
  return `${url.hostname}:${url.port || (url.protocol === 'https:' ? 443 : 80)}`
}

/** True for a host that the user lists as one that may lie in a private network. */
export function mayBePrivate(url: URL, settings: RemoteSettings): boolean {
  return settings.private.some((entry) => entry.toLowerCase() === hostAndPort(url))
}

/** Throws an `ImageError` when the options do not allow fetching from a URL's host. */
export function checkHost(url: URL, settings: RemoteSettings, name: string): void {
  const isAllowed = settings.allow.some((entry) =>
    matchesHost(entry.toLowerCase(), url.hostname.replace(/\.$/u, ''))
  )
  if (isAllowed || mayBePrivate(url, settings)) return
  throw new ImageError(
    'remote-not-allowed',
    name,
    `${name} lies on ${url.host}, which may not be fetched from. Add '${url.hostname}' to \`remote.allow\` to allow it.`
  )
}

/** Throws an `ImageError` when a host is written as an address that is not public. */
export function checkLiteralAddress(url: URL, settings: RemoteSettings, name: string): void {
  const host = url.hostname.replace(/^\[|\]$/gu, '')
  if (isIP(host) !== 0 && !isPublicAddress(host) && !mayBePrivate(url, settings))
    throw privateAddress(url, name)
}

/** The error for a host that leads into a private network. */
export function privateAddress(url: URL, name: string): ImageError {
  return new ImageError(
    'private-address',
    name,
    `${name} leads to ${url.host}, an address that is not public. If that is meant, add '${hostAndPort(url)}' to \`remote.private\`.`
  )
}

function matchesHost(entry: string, host: string): boolean {
  return entry.startsWith('*.')
    ? host.endsWith(entry.slice(1)) && host.length > entry.length - 1
    : entry === host
}
