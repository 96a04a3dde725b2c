import { ImageError } from '../errors/image-error.ts'

/** The error for an image without bytes. */
export function emptyImage(name: string): ImageError {
  return new ImageError('empty', name, `${name} is empty. Put the image there again.`)
}

/** The error for a `src` that is no address. */
export function noAddress(reason: 'empty' | 'not-an-address', name: string, page: string): ImageError {
  return reason === 'empty'
    ? new ImageError('no-source', name, `An image on ${page} has an empty source. Give it a \`src\`.`)
    : new ImageError(
        'not-an-address',
        name,
        `${name} (on ${page}) is no address of an image. Use a path, an https: or a data: URL.`
      )
}
