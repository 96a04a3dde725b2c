import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { addToManifest, hookedProject } from './hooked-project.ts'
import { type OpenDocument, diagnosticsOf } from './language-client.ts'
import { codeIn } from './recipe-text.ts'

const isFull = process.env['AUTO_ALT_FULL'] === '1'

describe.skipIf(!isFull)('An editor as the recipe sets it up (set AUTO_ALT_FULL=1 to run)', () => {
  test('shows findings where the images stand', { timeout: 600_000 }, async () => {
    const project = await hookedProject('unified-language-server@4.1.0', 'remark@15.0.1', 'rehype@13.0.2')
    await addToManifest(project, codeIn('editors', 'json')[0] ?? '')
    await project.write('image-language-server.js', codeIn('editors', 'js')[0] ?? '')
    const shown = async (processor: string, name: string, opened: Omit<OpenDocument, 'file'>) => {
      const command = ['image-language-server.js', processor, '--stdio']
      const found = await diagnosticsOf(command, project.root, { ...opened, file: join(project.root, name) })
      return found.map(({ code, codeDescription, range, severity, source }) => ({
        code,
        severity,
        source,
        from: range.start,
        to: range.end,
        page: codeDescription?.href.split('/').at(-1)
      }))
    }
    const error = { severity: 1, source: 'auto-alt' }
    const warning = { severity: 2, source: 'auto-alt' }
    const markdown = 'Words 😀 ![](bag.png)\n\n![photo](cat.png)\n'
    expect(await shown('remark', 'a.md', { languageId: 'markdown', text: markdown })).toEqual([
      {
        ...error,
        code: 'markdown-empty-alt',
        page: 'markdown-empty-alt.md',
        from: { line: 0, character: 9 },
        to: { line: 0, character: 21 }
      },
      {
        ...warning,
        code: 'placeholder-alt',
        page: 'placeholder-alt.md',
        from: { line: 2, character: 0 },
        to: { line: 2, character: 17 }
      }
    ])
    const html = '<p>\n  <a href="/x"><img src="bag.png"></a>\n'
    expect(await shown('rehype', 'a.html', { languageId: 'html', text: html })).toEqual([
      {
        ...error,
        code: 'missing-alt',
        page: 'missing-alt.md',
        from: { line: 1, character: 15 },
        to: { line: 1, character: 34 }
      }
    ])
  })
})
