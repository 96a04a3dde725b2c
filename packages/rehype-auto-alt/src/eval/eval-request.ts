import { requestFor } from '../captioner/request/request.ts'
import type { Subject } from '../captioner/subject/subject.ts'
import { type Voice, withVoice } from '../captioner/request/voice.ts'
import { ImageError } from '../errors/image-error.ts'
import type { ImageLibrary } from '../images/image-library.ts'
import type { PreparedImage } from '../images/prepared-image.ts'
import type { ResolvedOptions } from '../options/resolve-options.ts'
import { imageEdges } from '../providers/cost-model.ts'
import type { DescribeRequest, Provider } from '../providers/provider.ts'

/** What a request is made of. */
export interface RequestParts {
  readonly images: ImageLibrary
  readonly options: ResolvedOptions
  readonly provider: Provider
  readonly voice: Voice | undefined
}

/** The request that `generate` would send about an image. Throws an `ImageError`. */
export async function evalRequest(subject: Subject, parts: RequestParts): Promise<DescribeRequest> {
  const image = await preparedFor(subject, parts)
  return await withVoice(requestFor(subject, image, parts.options), subject, parts.voice)
}

/** The picture that a provider gets of an image. Throws an `ImageError`. */
export async function preparedFor(
  { image, name }: Subject,
  { images, provider }: Pick<RequestParts, 'images' | 'provider'>
): Promise<PreparedImage> {
  if (!image) throw new ImageError('not-found', name, `${name} cannot be read.`)
  return await images.prepare(image, imageEdges(provider))
}
