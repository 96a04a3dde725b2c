import { feedJsxIn } from '../../estree/feed-jsx.ts'
import { readModule } from '../../estree/module-facts.ts'
import { type SyntaxNode, extentOf, nodesIn } from '../../estree/syntax-node.ts'
import type { ImageUse } from '../../rules/image-use.ts'
import { type CodeLanguage, parseCode } from '../jsx/parse-code.ts'
import { importedImages, importedLinks } from '../../estree/known-components.ts'
import { kebabCase } from '../may-hold-image.ts'
import { type ReadingPage, usesOfMarkup } from '../uses-of-markup.ts'
import { feedVue } from './feed-vue.ts'
import { type ScriptBlock, parseVue } from './parse-vue.ts'
import { withoutTemplateNames } from './template-names.ts'
import { createVueExpressions } from './vue-expressions.ts'

const images = ['NuxtImg', 'NuxtPicture'] as const
const links = ['NuxtLink', 'RouterLink'] as const

/**
 * Finds the images in the templates of a Vue component, and in JSX of its scripts.
 *
 * @throws VFileMessage for one that does not parse.
 */
export async function findInVue(reading: ReadingPage): Promise<ImageUse[]> {
  const { page, settings, text } = reading
  const { scripts, templates } = await parseVue(page, text)
  const programs = await Promise.all(
    scripts.flatMap((script) => {
      const language = languages.get(script.language)
      return language ? [parseCode(page, codeInPlace(text, script), language)] : []
    })
  )
  const code: SyntaxNode = { type: 'Program', body: programs.flatMap((program) => nodesIn(program, 'body')) }
  const module = readModule(code)
  const components = inBothCases([...images, ...importedImages(module), ...settings.components])
  const linkNames = new Set(inBothCases([...links, ...importedLinks(module)]))
  const expressions = await createVueExpressions(withoutTemplateNames(module, text))
  return usesOfMarkup(reading, components, (sink) => {
    for (const { children } of templates) {
      for (const child of children) feedVue(child, { sink, text, expressions, links: linkNames })
    }
    feedJsxIn(code, { sink, reading: { text, module }, links: linkNames, handleOf: extentOf })
  })
}

const languages: ReadonlyMap<string, CodeLanguage> = new Map([
  ['', 'jsx'],
  ['js', 'jsx'],
  ['jsx', 'jsx'],
  ['ts', 'ts'],
  ['tsx', 'tsx']
])

/** The code with as many spaces before it as make its offsets those of the page. */
function codeInPlace(text: string, { end, start }: ScriptBlock): string {
  // Each code unit becomes a space, so that offsets stay.
  return text.slice(0, start).replace(/[^\n\r]/g, ' ') + text.slice(start, end)
}

function inBothCases(names: readonly string[]): string[] {
  return names.flatMap((name) => [name, kebabCase(name)])
}
