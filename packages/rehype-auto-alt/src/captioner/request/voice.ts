import { parseCaptionKey } from '../../captions/caption-key.ts'
import type { CaptionStore } from '../../captions/caption-store.ts'
import type { ImageLibrary } from '../../images/image-library.ts'
import type { ResolvedOptions } from '../../options/resolve-options.ts'
import type { DescribeRequest } from '../../providers/provider.ts'
import { faultsOf } from '../../rules/answer/check-answer.ts'
import type { ImageUse } from '../../rules/image-use.ts'
import { heard } from '../../rules/same-words.ts'
import { wordingFindings } from '../../rules/findings/wording.ts'
import { type ImageFilter, imageFilter } from '../subject/image-filter.ts'
import { languageOfUse } from '../subject/language-of-use.ts'
import type { NotedAlternatives } from './noted-alternatives.ts'
import { createPageLanguage } from '../subject/page-language.ts'
import type { Subject } from '../subject/subject.ts'

/** Examples of how people word alternatives on this site. */
export interface Voice {
  /** At most five in this language, none of them of the image with this digest. The same for the same site and page. */
  examplesFor(language: string, digest: string, page: string): Promise<readonly string[]>
}

/** What examples are taken from. */
export interface VoiceSettings {
  readonly captions: CaptionStore
  readonly images: Pick<ImageLibrary, 'addressOf'>
  readonly noted?: NotedAlternatives
  /** Of images that are never sent no words are sent either. */
  readonly options: Pick<ResolvedOptions, 'exclude' | 'include' | 'language'>
}

const mostExamples = 5

/** Longest example, in graphemes. */
const longestExample = 120

/** Most stored captions that are looked at, in the order of their keys: a shared store may hold very many. */
const mostLookedAt = 1000

interface Example {
  readonly language: string
  readonly text: string
}

interface Stored {
  /** What people wrote or approved, with the image's digest. */
  readonly good: readonly { readonly digest: string; readonly text: string }[]
  /** What a model wrote and nobody has read, as it is heard: a built page may hold it. */
  readonly unread: ReadonlySet<string>
}

/** Examples from the stored captions first, then from the pages that were read. */
export function createVoice({ captions, images, noted, options }: VoiceSettings): Voice {
  const stored = new Map<string, Promise<Stored>>()

  const pageLanguage = createPageLanguage(options.language)
  let filter: Promise<ImageFilter> | undefined
  /** For each alternative that was looked at: its words, where they are good, and their language. */
  const looked = new Map<ImageUse, Promise<Example | undefined>>()

  async function lookAt(use: ImageUse): Promise<Example | undefined> {
    const isExcluded = await (filter ??= imageFilter(options))
    const names = use.sources.flatMap((source) => images.addressOf(source, use.page).names)
    if (isExcluded(names)) return undefined
    const language = await languageOfUse(use, { language: options.language, pageLanguage })
    const text = (use.alt ?? '').replace(/\s+/gu, ' ').trim()
    const isPlain = wordingFindings(use, { maxLength: longestExample }).length === 0
    return isPlain && isGood(text, language) ? { language, text } : undefined
  }

  async function ofPages(language: string, page: string): Promise<readonly string[]> {
    const texts: string[] = []
    for (const use of noted?.inOrder(page) ?? []) {
      const looking = looked.get(use) ?? lookAt(use)
      looked.set(use, looking)
      const example = await looking
      if (example?.language === language) texts.push(example.text)
    }
    return texts
  }

  async function look(language: string): Promise<Stored> {
    const isExcluded = await (filter ??= imageFilter(options))
    const good: { digest: string; text: string }[] = []
    const unread = new Set<string>()
    const keys = (await captions.keysStartingWith('')).filter(
      (key) => parseCaptionKey(key)?.language === language
    )
    for (const key of keys.slice(0, mostLookedAt)) {
      const caption = await captions.get(key)
      const { digest = '', link } = parseCaptionKey(key) ?? {}
      if (caption === undefined || caption.alt === '') continue
      if (caption.status === 'generated' && caption.origin === 'model') unread.add(heard(caption.alt))
      const isReviewed = caption.status === 'approved' || caption.status === 'edited'
      const mayBeSent = caption.files.length === 0 || !isExcluded(caption.files)
      if (isReviewed && mayBeSent && link === undefined && isGood(caption.alt, language))
        good.push({ digest, text: caption.alt })
    }
    return { good, unread }
  }

  return {
    async examplesFor(language, digest, page) {
      const known = stored.get(language) ?? look(language)
      stored.set(language, known)
      const { good, unread } = await known
      const ofStore = distinct(good.filter((one) => one.digest !== digest).map(({ text }) => text))
      if (ofStore.length === mostExamples) return ofStore
      const further = (await ofPages(language, page)).filter((text) => !unread.has(heard(text)))
      return distinct([...ofStore, ...further])
    }
  }
}

/** A request with examples; the same one where there are none. */
export async function withVoice(
  request: DescribeRequest,
  { digest, language, use }: Pick<Subject, 'digest' | 'language' | 'use'>,
  voice: Voice | undefined
): Promise<DescribeRequest> {
  const examples = (await voice?.examplesFor(language, digest, use.page.name)) ?? []
  return examples.length === 0 ? request : { ...request, voice: examples }
}

/** It keeps to the rules that a model's answer has to keep to. A name in it is there with good reason. */
function isGood(text: string, language: string): boolean {
  return faultsOf(text, { maxLength: longestExample, language, fullStop: false, given: text }).length === 0
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Map(texts.toReversed().map((text) => [heard(text), text])).values()]
    .toReversed()
    .slice(0, mostExamples)
}
