import { ImageError } from '../errors/image-error.ts'
import type { LocateFailure } from '../files/locate.ts'

/** The error for an image that could not be located. */
export function locateError(failure: LocateFailure, src: string, page: string): ImageError {
  switch (failure) {
    case 'outside-roots':
      return new ImageError(
        'outside-roots',
        src,
        `${src} (on ${page}) lies outside the folders that may be read. Move it into the project, or add its folder to \`roots\`.`
      )
    case 'not-a-file':
      return new ImageError(
        'unsupported',
        src,
        `${src} (on ${page}) is not a regular file. Point it at an image file.`
      )
    case 'no-permission':
      return new ImageError(
        'not-found',
        src,
        `${src} (on ${page}) may not be read by this user. Give it read permission.`
      )
    case 'not-found':
      return new ImageError(
        'not-found',
        src,
        `${src} (on ${page}) was not found. Check the path; for paths that start with / check \`publicDir\` and \`base\`.`
      )
  }
}
