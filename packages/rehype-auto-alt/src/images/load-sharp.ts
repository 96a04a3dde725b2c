import { ImageError } from '../errors/image-error.ts'

type Sharp = (typeof import('sharp'))['default']

/**
 * sharp, loaded at first use. Throws an `ImageError` that says how to install it.
 *
 * @param name The image that needs it, as messages name it.
 */
export async function loadSharp(
  name: string,
  load: () => Promise<{ default: Sharp }> = () => import('sharp')
): Promise<Sharp> {
  try {
    return (await load()).default
  } catch (cause) {
    throw new ImageError(
      'unsupported',
      name,
      `${name} could not be opened because sharp does not load here. Run \`npm install --include=optional sharp\`, on the machine that builds.`,
      { cause }
    )
  }
}
