import { extname } from 'node:path'

import { type AuditRuleId, auditRuleIds, isAuditRule } from '../rules/findings/audit-rules.ts'
import type { Problem } from './problem.ts'

/** A comment that takes problems out of the report. */
interface OptOut {
  /** Line it is for; absent for the whole file. */
  readonly line?: number
  /** Rules it is for; all where it names none. */
  readonly rules: readonly AuditRuleId[]
}

/** A comment that is meant to be an opt-out and is none. */
export interface InvalidOptOut {
  readonly line: number
  readonly column: number
  readonly endColumn: number
  readonly message: string
}

/** The opt-out comments of a file. */
export interface OptOuts {
  readonly invalid: readonly InvalidOptOut[]
  /** Whether a comment of the file takes this problem out of the report. */
  covers(problem: Pick<Problem, 'line' | 'ruleId'>): boolean
}

/** What every opt-out comment holds. */
export const optOutMark = 'auto-alt-ignore-'

const none: OptOuts = { invalid: [], covers: () => false }

/** Comments of every syntax that stand at the start of their line, as the only thing meant for a tool. */
const comment =
  /^[\s>]*(?:[-*+]\s+|\d+[.)]\s+)?(<!--|\{\s*\/\*|\/\*+|\/\/|\[[^\]]+\]:\s*(?:#|<>)\s*["'(])\s*auto-alt-ignore-(next-line|file)\b(.*)$/u
const closing = /\s*(?:-->|\*\/\s*\}?|["')])\s*(?:-->.*)?$/u

/**
 * Reads the comments `auto-alt-ignore-next-line` and `auto-alt-ignore-file`: rules, if not all are meant, then `--`
 * and the reason. Without a reason, or with a rule that nobody knows, a comment covers nothing and is reported.
 */
export function readOptOuts(text: string, file: string): OptOuts {
  if (!text.includes(optOutMark)) return none
  const lines = text.split(/\r\n|\r|\n/u)
  const isMarkdown = /^\.(?:md|mdx|markdown)$/iu.test(extname(file))
  const code = isMarkdown ? fencedLines(lines) : new Set<number>()
  const optOuts: OptOut[] = []
  const invalid: InvalidOptOut[] = []
  for (const [index, line] of lines.entries()) {
    const [, opening, scope, rest] = line.includes(optOutMark) ? (comment.exec(line) ?? []) : []
    if (opening === undefined || rest === undefined || code.has(index)) continue
    const read = readRest(opening === '//' ? rest : rest.replace(closing, ''))
    if (typeof read === 'string') {
      const column = line.indexOf(opening) + 1
      invalid.push({ line: index + 1, column, endColumn: line.trimEnd().length + 1, message: read })
    } else if (scope === 'file') optOuts.push({ rules: read })
    else optOuts.push({ rules: read, line: nextLine(lines, index) })
  }
  const covers = ({ line, ruleId }: Pick<Problem, 'line' | 'ruleId'>): boolean =>
    optOuts.some(
      (optOut) =>
        (optOut.line === undefined || optOut.line === line) &&
        (optOut.rules.length === 0 || optOut.rules.includes(ruleId))
    )
  return { invalid, covers }
}

/** The rules that a comment names, or what is wrong with it. */
function readRest(rest: string): AuditRuleId[] | string {
  const [, named = '', reason = ''] = /^(.*?)(?:\s--+\s*(.*))?$/su.exec(rest) ?? []
  if (reason.trim() === '') {
    return 'This comment has no reason and takes nothing out of the report. Say why, for whoever reads it next: auto-alt-ignore-next-line missing-alt -- drawn by a script.'
  }
  const words = named.split(/[\s,]+/u).filter(Boolean)
  const unknown = words.find((word) => !isAuditRule(word))
  if (unknown !== undefined) {
    return `This comment names a rule that is not known, ${unknown}, and takes nothing out of the report. Rules: ${auditRuleIds.join(', ')}.`
  }
  return words.filter(isAuditRule)
}

/** Number of the next line that holds anything. */
function nextLine(lines: readonly string[], index: number): number {
  let next = index + 1
  while (next < lines.length && /^[\s>]*$/u.test(lines[next] ?? '')) next++
  return next + 1
}

/** Lines of code that a page shows: what stands there is an example. */
function fencedLines(lines: readonly string[]): Set<number> {
  const fenced = new Set<number>()
  let fence: string | undefined
  for (const [index, line] of lines.entries()) {
    const mark = /^[\s>]*(?:[-*+]\s+|\d+[.)]\s+)?(`{3,}|~{3,})/u.exec(line)?.[1]
    if (fence !== undefined) fenced.add(index)
    if (mark === undefined) continue
    if (fence === undefined) fence = mark
    else if (mark.startsWith(fence) && /^[\s>]*[`~]+\s*$/u.test(line)) fence = undefined
  }
  return fenced
}
