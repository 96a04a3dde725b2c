import { createHash } from 'node:crypto'

import { type AuditRuleId, auditRuleIds, auditRules } from '../../rules/findings/audit-rules.ts'
import { ruleUrl } from '../../rules/rule-id.ts'
import type { Problem } from '../problem.ts'
import { type AuditReport, problemsOf } from '../report.ts'

/** What SARIF says about the tool and the place of the project. */
export interface SarifSettings {
  /** Version of the tool. */
  readonly version: string
  /** Path of the project root from the root of the repository, with `/` at its end; `''` where they are one. */
  readonly prefix: string
}

/** The report in SARIF 2.1.0, for code scanning. */
export function asSarif(report: AuditReport, { prefix, version }: SarifSettings): string {
  const seen = new Map<string, number>()
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'auto-alt',
            semanticVersion: version,
            informationUri: 'https://github.com/auto-alt/auto-alt',
            rules: auditRuleIds.map(ruleDescriptor)
          }
        },
        columnKind: 'utf16CodeUnits',
        results: problemsOf(report).map((problem) => result(problem, prefix, seen))
      }
    ]
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

function ruleDescriptor(id: AuditRuleId): object {
  const { finds, level } = auditRules[id]
  return {
    id,
    shortDescription: { text: `Finds ${finds}` },
    helpUri: ruleUrl(id),
    defaultConfiguration: { level: level === 'warn' ? 'warning' : level }
  }
}

function result(problem: Problem, prefix: string, seen: Map<string, number>): object {
  const { column, endColumn, endLine, file, line, message, ruleId, severity } = problem
  return {
    ruleId,
    ruleIndex: auditRuleIds.indexOf(ruleId),
    level: severity,
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(prefix + file), uriBaseId: '%SRCROOT%' },
          region: { startLine: line, startColumn: column, endLine, endColumn }
        }
      }
    ],
    partialFingerprints: { 'autoAlt/v1': fingerprint(problem, seen) }
  }
}

/** The same problem on another line is still the same; of several alike, each has its own. */
function fingerprint({ alt, file, ruleId, src }: Problem, seen: Map<string, number>): string {
  const key = JSON.stringify([file, ruleId, src, alt])
  const count = (seen.get(key) ?? 0) + 1
  seen.set(key, count)
  return createHash('sha256').update(`${key} ${count}`).digest('hex').slice(0, 32)
}

function uriOf(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}
