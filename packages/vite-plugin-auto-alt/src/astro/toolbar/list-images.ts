import { type Caption, type CaptionStore, captionVersion } from 'rehype-auto-alt/captioner'

import type { ServedImage } from '../dev/dev-site.ts'
import type { Action, ListedImage } from './app/protocol.ts'

/** What of an image's caption is stored: its own record, or that of the image by itself. */
export interface StoredCaption {
  readonly key: string
  readonly caption: Caption | undefined
}

/** What a person may do on this server. */
export interface Rights {
  readonly mayWrite: boolean
  readonly mayAsk: boolean
}

/** Where the words of a caption stand: a link without words of its own shows those of its image. */
export async function storedCaption(key: string, captions: CaptionStore): Promise<StoredCaption> {
  const own = await captions.get(key)
  const plain = key.split(':').slice(0, 2).join(':')
  if (own || plain === key) return { key, caption: own }
  const caption = await captions.get(plain)
  return caption ? { key: plain, caption } : { key, caption: undefined }
}

/** Lists a page's images with what is stored for them. */
export async function listImages(
  images: readonly ServedImage[],
  captions: CaptionStore,
  rights: Rights
): Promise<ListedImage[]> {
  const seen = new Map<string, number>()
  return await Promise.all(
    images.map(async (served) => {
      const src = served.image.sources[0] ?? ''
      const nth = seen.get(src) ?? 0
      seen.set(src, nth + 1)
      return { src, nth, ...(await listed(served, captions, rights)) }
    })
  )
}

async function listed(
  { image, open }: ServedImage,
  captions: CaptionStore,
  rights: Rights
): Promise<Omit<ListedImage, 'src' | 'nth'>> {
  const { alt, verdict } = image
  if (!open) {
    const state = verdict === 'named' ? 'written' : verdict === 'missing' ? 'unknown' : verdict
    return { name: image.sources[0] ?? image.element, state, alt, problems: [], actions: [] }
  }
  const { outcome } = open
  const { key } = outcome
  const stored = key === undefined ? undefined : await storedCaption(key, captions)
  const caption = stored?.caption
  const isBeside = outcome.kind === 'filled' && outcome.source === 'sidecar'
  const fromCaption = caption && !isBeside
  return {
    name: outcome.image,
    state: outcome.kind === 'filled' ? 'filled' : 'missing',
    alt: outcome.kind === 'filled' ? outcome.alt : null,
    problems: outcome.kind === 'filled' ? outcome.problems : (caption?.problems ?? []),
    ...(fromCaption && { status: caption.status, origin: caption.origin }),
    ...(!fromCaption && outcome.kind === 'filled' && { origin: outcome.source }),
    ...(outcome.kind === 'left' && caption && caption.alt !== '' && { stored: caption.alt }),
    ...noteOn(outcome, isBeside),
    ...(key !== undefined &&
      !isBeside && {
        key,
        version: captionVersion(caption)
      }),
    actions: key === undefined || isBeside ? [] : actionsFor(open.use.purpose.kind, caption, rights)
  }
}

function noteOn(outcome: NonNullable<ServedImage['open']>['outcome'], isBeside: boolean): { note?: string } {
  if (isBeside) return { note: `Written in ${outcome.image}.alt.txt; change it there.` }
  if (outcome.kind === 'filled') return {}
  return { note: outcome.reason === 'frozen' ? 'Nothing is stored for it.' : outcome.message }
}

/** What makes sense for an image, as far as this server allows it. */
export function actionsFor(
  purpose: 'informative' | 'link' | 'button',
  caption: Caption | undefined,
  { mayAsk, mayWrite }: Rights
): Action[] {
  if (!mayWrite) return []
  const actions: Action[] = ['edit']
  const isProposal = caption?.alt === '' && caption.problems.includes('decorative-proposal')
  const isSettled = caption?.status === 'approved' || caption?.status === 'edited'
  // An empty alternative would leave a link or button without a name.
  const mayBeEmpty = purpose === 'informative'
  if (caption?.status === 'generated' && (caption.alt !== '' || (isProposal && mayBeEmpty)))
    actions.push('approve')
  if (mayBeEmpty && caption?.status !== 'decorative') actions.push('decorative')
  // The model's own doing, not what a person decided.
  const isDeclined =
    caption?.status === 'rejected' &&
    (caption.problems.includes('refusal') || caption.problems.includes('low-confidence'))
  const isOpen = !caption || (caption.origin === 'model' && caption.status === 'generated') || isDeclined
  if (mayAsk && isOpen && !isSettled) actions.push('ask')
  return actions
}
