import type { DescribeRequest, VerifyRequest } from '../providers/provider.ts'
import type { PageContext } from '../rules/image-use.ts'

/**
 * Requests without the words that their answer is held against, wherever the page, the file's name or an example says
 * them. Only whole alternatives, word for word: letter case and the marks between words make no difference.
 */
export interface SecretKeeper {
  describe(request: DescribeRequest): DescribeRequest
  verify(request: VerifyRequest): VerifyRequest
}

/** Makes it for one image and all that is known to be said of it. */
export function keepSecret(secrets: readonly string[]): SecretKeeper {
  const pattern = patternOf(secrets)
  if (!pattern) return { describe: (request) => request, verify: (request) => request }
  const clean: Clean = (text) => cleaned(text, pattern)
  const around = (
    request: Pick<DescribeRequest, 'beside' | 'context'>
  ): Pick<DescribeRequest, 'beside' | 'context'> => {
    const beside = clean(request.beside)
    return {
      ...(request.context && { context: cleanContext(request.context, clean) }),
      ...(beside !== undefined && { beside })
    }
  }
  return {
    describe(request) {
      const { beside: _beside, context: _context, fileName: named, voice, ...rest } = request
      const fileName = clean(named)
      const examples = voice?.filter((example) => clean(example) === example) ?? []
      return {
        ...rest,
        ...around(request),
        ...(fileName !== undefined && { fileName }),
        ...(examples.length > 0 && { voice: examples })
      }
    },
    verify(request) {
      const { beside: _beside, context: _context, ...rest } = request
      return { ...rest, ...around(request) }
    }
  }
}

type Clean = (text: string | undefined) => string | undefined

function cleanContext({ headings, ...texts }: PageContext, clean: Clean): PageContext {
  const left = Object.entries(texts).map(([name, text]) => [name, clean(text)] as const)
  return {
    headings: headings.flatMap((heading) => clean(heading) ?? []),
    ...Object.fromEntries(left.filter(([, text]) => text !== undefined))
  }
}

function cleaned(text: string | undefined, pattern: RegExp): string | undefined {
  if (text === undefined) return undefined
  const known = text.normalize('NFC')
  const left = known.replace(pattern, ' ')
  if (left === known) return text
  return /[\p{L}\p{N}]/u.test(left) ? left.replace(/\s+/gu, ' ').trim() : undefined
}

/** The longest first, so that none leaves a part of another. */
function patternOf(secrets: readonly string[]): RegExp | undefined {
  const words = secrets.map((secret) => secret.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])
  const phrases = words
    .filter((found) => found.length > 0)
    .sort((one, other) => other.join(' ').length - one.join(' ').length)
    .map(phraseOf)
  return phrases.length === 0 ? undefined : new RegExp(phrases.join('|'), 'giu')
}

/** Where words stand without spaces between them, another letter may come before and behind. */
function phraseOf(words: readonly string[]): string {
  const phrase = words.join('[^\\p{L}\\p{M}\\p{N}]+')
  const isUnspaced = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}]/u.test(words.join(''))
  return isUnspaced ? phrase : `(?<![\\p{L}\\p{N}])${phrase}(?![\\p{L}\\p{N}])`
}
