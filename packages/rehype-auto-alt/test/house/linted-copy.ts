import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export const repository: string = join(import.meta.dirname, '../../../..')

const settings = [
  '.oxlintrc.json',
  'tsconfig.base.json',
  'packages/rehype-auto-alt/package.json',
  'packages/rehype-auto-alt/tsconfig.json',
  'packages/rehype-auto-alt/test/tsconfig.json',
  'packages/vite-plugin-auto-alt/package.json',
  'packages/vite-plugin-auto-alt/tsconfig.json',
  'internal/protocol-double/package.json',
  'internal/protocol-double/tsconfig.json'
]

/** What the linter says about one file, as `rule: message` lines. */
export type Findings = ReadonlyMap<string, readonly string[]>

interface LinterReport {
  readonly diagnostics: ReadonlyArray<{ code: string; filename: string; message: string; help?: string }>
}

/**
 * Lints files of our making with the project's own settings, in a folder of their own.
 *
 * @param files Content by path from the root of the repository.
 */
export async function lintCopy(files: Readonly<Record<string, string>>): Promise<Findings> {
  const folder = await mkdtemp(join(tmpdir(), 'auto-alt-floors-'))
  try {
    for (const path of settings) await cp(join(repository, path), join(folder, path))
    for (const path of ['node_modules', 'packages/rehype-auto-alt/node_modules']) {
      await symlink(join(repository, path), join(folder, path), 'junction')
    }
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), content)
    }
    return byFile(JSON.parse(await runLinter(folder)) as LinterReport)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function runLinter(folder: string): Promise<string> {
  const linter = join(repository, 'node_modules/oxlint/bin/oxlint')
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [linter, '--format', 'json'], { cwd: folder }, (error, stdout, stderr) => {
      if (stdout.startsWith('{')) resolve(stdout)
      else reject(new Error(`oxlint gave no report: ${stdout}${stderr}`, { cause: error }))
    })
  })
}

function byFile(report: LinterReport): Findings {
  const findings = new Map<string, string[]>()
  for (const { code, filename, message, help } of report.diagnostics) {
    const file = filename.replaceAll('\\', '/')
    findings.set(file, [...(findings.get(file) ?? []), `${code}: ${message} ${help ?? ''}`])
  }
  return findings
}
