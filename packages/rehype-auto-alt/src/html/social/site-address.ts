/** The hosts that a page says it stands on, as it says it. */
export function hostsIn(addresses: readonly (string | undefined)[]): ReadonlySet<string> {
  return new Set(addresses.flatMap((address) => (address && webAddress(address)?.host) || []))
}

/**
 * The address of a picture from the root of the site, where its host is the page's own. Every other address stays as
 * it is written.
 */
export function withinSite(address: string, hosts: ReadonlySet<string>): string {
  const url = webAddress(address)
  return url && hosts.has(url.host) ? url.pathname : address.trim()
}

function webAddress(address: string): URL | undefined {
  const text = address.trim()
  if (!/^(?:https?:)?[/\\]{2}/iu.test(text)) return undefined
  try {
    return new URL(text, 'https://localhost')
  } catch {
    return undefined
  }
}
