/** Tokens of the instructions, of the page's words and of the answer, as measured on version 1 of the prompt. */
const wordsAround = 700

/**
 * Tokens that one image takes, roughly, in and out. Models count differently: by patches of 28 to 32 pixels, by
 * tiles, or a fixed number for each image.
 *
 * @param providerId Id of the provider.
 * @param image Size of what is sent, in pixels.
 */
export function estimateTokens(
  providerId: string,
  image: { readonly width: number; readonly height: number }
): number {
  if (/llama-3\.2/iu.test(providerId)) {
    const tiles = (length: number): number => Math.min(2, Math.max(1, Math.ceil(length / 560)))
    return 1601 * tiles(image.width) * tiles(image.height) + wordsAround
  }
  if (/gemma-?3/iu.test(providerId)) return 256 + wordsAround
  return Math.ceil(image.width / 32) * Math.ceil(image.height / 32) + wordsAround
}
