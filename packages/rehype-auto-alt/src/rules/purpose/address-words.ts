import { decodedPath } from './link-target.ts'

const fileExtension = /\.[a-z][a-z0-9]{1,4}$/iu

/**
 * The name of a link that an address gives by itself, in every language: a mail address, a telephone number. Nothing
 * else is named by its address alone: a wrong name is worse than none.
 *
 * @param target Where the link leads, as `linkTarget` gives it.
 */
export function nameInAddress(target: string): string | undefined {
  const [, scheme, rest = ''] = /^(mailto|tel):(.*)$/su.exec(target) ?? []
  if (scheme === undefined) return undefined
  const words = decodedPath(rest).trim()
  if (scheme === 'mailto')
    return /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>".]+$/u.test(words) ? words : undefined
  const number = words.replace(/;.*$/su, '').trim()
  return /^\+?[\d\s().\-/]+$/u.test(number) && /\d/u.test(number) ? number : undefined
}

/**
 * Where a link leads, in words as far as the address holds any, for somebody who has to say it:
 * `https://github.com/foo/bar` → “github.com, foo, bar”, `/team/our-history` → “our history”.
 *
 * @returns `undefined` where there is no word in it, as for the home page of the own site.
 */
export function addressInWords(target: string): string | undefined {
  const url = /^(https?):\/\/([^/]+)(\/.*)?$/su.exec(target)
  if (url) {
    const host = (url[2] ?? '').replace(/^www\./u, '')
    return [host, ...(url[3] ?? '').split('/').map(inWords)].filter((part) => part !== '').join(', ')
  }
  if (!target.startsWith('/')) return undefined
  return inWords(target.split('/').at(-1) ?? '') || undefined
}

function inWords(segment: string): string {
  return decodedPath(segment)
    .replace(fileExtension, '')
    .replace(/[\s_+-]+/gu, ' ')
    .trim()
}
