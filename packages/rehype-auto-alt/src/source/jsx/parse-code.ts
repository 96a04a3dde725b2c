import { lineStarts, placeAt } from '../../html/place.ts'
import { type SyntaxNode, isNode } from '../../estree/syntax-node.ts'
import type { Page } from '../../rules/image-use.ts'
import { faultIn, unparsable } from '../unparsable.ts'

/** Which language code is in. JavaScript may always hold JSX; TypeScript without JSX means something else by `<T>`. */
export type CodeLanguage = 'jsx' | 'ts' | 'tsx'

/** Kept, since to import again what is loaded takes time for every file. */
let parser: Promise<typeof import('@babel/parser')> | undefined

/**
 * Parses JavaScript or TypeScript into a program in the shape of Babel, to turn which into ESTree's takes Babel twice as
 * long as to parse.
 *
 * @throws VFileMessage for code that does not parse.
 */
export async function parseCode(page: Page, text: string, language: CodeLanguage): Promise<SyntaxNode> {
  const { parse } = await (parser ??= import('@babel/parser'))
  const isFlow = language === 'jsx' && /@flow\b/u.test(text)
  try {
    const { program }: { program: unknown } = parse(text, {
      sourceType: 'unambiguous',
      allowAwaitOutsideFunction: true,
      allowImportExportEverywhere: true,
      allowReturnOutsideFunction: true,
      allowSuperOutsideMethod: true,
      allowUndeclaredExports: true,
      attachComment: false,
      createImportExpressions: true,
      // What is wrong with the meaning of code does not hide its images.
      errorRecovery: true,
      plugins: [
        'decorators-legacy',
        'decoratorAutoAccessors',
        'explicitResourceManagement',
        ...(isFlow ? (['flow'] as const) : []),
        ...(language === 'ts' ? [] : (['jsx'] as const)),
        ...(language === 'jsx' ? [] : (['typescript'] as const))
      ]
    })
    if (isNode(program)) return program
    throw new Error('The parser gave no program.')
  } catch (error) {
    const { offset, reason } = faultIn(error)
    throw unparsable(page, reason, placeAt(offset, lineStarts(text)), error)
  }
}
