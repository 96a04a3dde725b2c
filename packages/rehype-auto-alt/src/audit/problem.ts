import type { AuditRuleId, Severity } from '../rules/findings/audit-rules.ts'
import type { Verdict } from '../rules/image-use.ts'
import type { SourceEdit } from './source-edit.ts'

/** An image as the audit reports it. */
export interface AuditedImage {
  /** Path from the project root, with `/`. */
  readonly file: string
  readonly line: number
  readonly column: number
  readonly offset: number
  /** Element or component name, as written. */
  readonly element: string
  /** `null` where it has no address that the page tells. */
  readonly src: string | null
  readonly verdict: Verdict
  readonly alt: string | null
  /** What the built page says for it: the publishable caption that is stored. `''` for a decorative image. */
  readonly caption?: string
}

/** One thing that is wrong. Lines and columns count from 1; the end is behind the last character. */
export interface Problem {
  /** Path from the project root, with `/`. */
  readonly file: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  readonly ruleId: AuditRuleId
  readonly severity: Severity
  /** What is wrong and what to write instead. */
  readonly message: string
  readonly src: string | null
  readonly alt: string | null
  /** The page that explains the rule. */
  readonly url: string
}

/** What was found in one file. */
export interface FileFindings {
  /** Path from the project root, with `/`. */
  readonly file: string
  readonly images: readonly AuditedImage[]
  readonly problems: readonly Problem[]
  /** The source lines that problems start on, by number. */
  readonly lines: ReadonlyMap<number, string>
  /** Stored captions that can be written into the file. */
  readonly fillable: readonly SourceEdit[]
}
