import { feedJsxIn } from '../../estree/feed-jsx.ts'
import { readModule } from '../../estree/module-facts.ts'
import { extentOf } from '../../estree/syntax-node.ts'
import { tagsIn } from '../../estree/tags-in.ts'
import type { ImageUse } from '../../rules/image-use.ts'
import { importedImages, importedLinks } from '../../estree/known-components.ts'
import { type ReadingPage, usesOfMarkup } from '../uses-of-markup.ts'
import { type CodeLanguage, parseCode } from './parse-code.ts'

/** Elements that animation libraries wrap. */
const wrappedImages = ['motion.img', 'm.img', 'animated.img'] as const

/**
 * Finds the images in JavaScript or TypeScript with JSX.
 *
 * @throws VFileMessage for code that does not parse.
 */
export async function findInJsx(reading: ReadingPage, language: CodeLanguage): Promise<ImageUse[]> {
  const { page, text } = reading
  const program = await parseCode(page, text, language)
  const module = readModule(program)
  return usesOfMarkup(reading, [...importedImages(module), ...wrappedImages], (sink) =>
    feedJsxIn(program, {
      sink,
      reading: { text, module },
      links: new Set(importedLinks(module)),
      mayHoldJsx: tagsIn(text),
      handleOf: extentOf
    })
  )
}
