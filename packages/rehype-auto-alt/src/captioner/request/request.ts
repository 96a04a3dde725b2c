import type { PreparedImage } from '../../images/prepared-image.ts'
import type { DescribeRequest, RequestPurpose } from '../../providers/provider.ts'
import type { PromptOption } from '../../options/options.ts'
import { fileNameWords } from '../../rules/file-name-words.ts'
import type { ImageUse } from '../../rules/image-use.ts'
import { addressInWords } from '../../rules/purpose/address-words.ts'
import { heardBeside } from '../../rules/purpose/heard-beside.ts'
import { wantsLongDescription } from '../answer/long-description.ts'
import type { Subject } from '../subject/subject.ts'

/** What goes into every request of a run. */
export interface RequestSettings {
  readonly maxLength: number
  readonly context: boolean
  readonly prompt: PromptOption | undefined
  readonly longDescription: 'describedby' | 'details' | false
  /** Title of the page that the link leads to whose only content the image is, where it is known. */
  readonly linkTitle?: string | undefined
  /** The answer is for places as well where nothing is heard together with the image: it has to say all. */
  readonly isForAlone?: boolean
}

/** The request for one image. */
export function requestFor(
  { language, name, target, use }: Subject,
  image: PreparedImage,
  settings: RequestSettings
): DescribeRequest {
  const instructions = typeof settings.prompt === 'function' ? settings.prompt(use) : settings.prompt
  const beside = settings.isForAlone === true ? undefined : heardBeside(use)
  const fileName = fileNameWords(name)
  const isLong = wantsLongDescription(use, target, image, settings)
  return {
    image,
    language,
    maxLength: settings.maxLength,
    purpose: purposeOf(use, target, settings),
    ...(settings.context && {
      context: { ...use.context, grounds: groundsOf(use, name) },
      ...(beside !== undefined && { beside }),
      ...(fileName !== undefined && { fileName })
    }),
    ...(isLong && { longDescription: true }),
    ...(instructions !== undefined && { instructions })
  }
}

/** Where names may stand that are not sent: in frontmatter, in the page's path, in the name of the picture's file. */
function groundsOf({ context, page, sources }: ImageUse, name: string): string {
  const files = [page.name, name, sources[0] ?? ''].map((path) =>
    /^\s*data:/iu.test(path) ? '' : path.slice(-300)
  )
  return [context.grounds, ...files].filter((text) => text !== undefined && text !== '').join('\n')
}

function purposeOf(
  { control, purpose: { kind } }: ImageUse,
  target: string | undefined,
  { context, linkTitle: title }: RequestSettings
): RequestPurpose {
  const hint = context ? control?.hint : undefined
  if (kind === 'button') return { kind, ...(hint !== undefined && { hint }) }
  if (target === undefined) return { kind: 'informative' }
  if (!context) return { kind: 'link' }
  const address = addressInWords(target)
  return {
    kind: 'link',
    target,
    ...(address !== undefined && address !== target.slice(1) && { address }),
    ...(title !== undefined && { title })
  }
}
