import { OptionError } from '../errors/option-error.ts'

/**
 * Reads a base URL.
 *
 * @param text An http or https address such as `https://api.example.com/v1`.
 * @param option Where it was set, for the message.
 * @returns the URL, its path without a slash at the end. Anything else is an `OptionError`, which never repeats a
 * user name or password.
 */
export function parseBaseURL(text: string, option: string): URL {
  const url = URL.parse(text.trim())
  const expected = "expected an http or https address such as 'https://api.example.com/v1'"
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:') || url.hostname === '') {
    throw new OptionError(option, `${option}: not an address of a server, ${expected}.`)
  }
  if (url.username !== '' || url.password !== '') {
    throw new OptionError(
      option,
      `${option}: holds a user name or password. Take it out and set \`apiKey\` instead.`
    )
  }
  if (url.search !== '' || url.hash !== '') {
    throw new OptionError(option, `${option}: has a query or a fragment, ${expected}.`)
  }
  url.pathname = url.pathname.replace(/\/+$/u, '')
  return url
}

/** A base URL as text, without a slash at the end. */
export function baseURLText(url: URL): string {
  return url.href.replace(/\/+$/u, '')
}

/** Whether an address stays on this machine: 127.0.0.0/8, ::1, localhost. */
export function isLoopback(url: URL): boolean {
  return (
    url.hostname === 'localhost' || url.hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/u.test(url.hostname)
  )
}

/** The same for a host with or without port, as `Provider.host` holds it. */
export function isLoopbackHost(host: string): boolean {
  const url = URL.parse(`http://${host}/`)
  return url?.host !== undefined && url.pathname === '/' && url.username === '' && isLoopback(url)
}
