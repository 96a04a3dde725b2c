import type { RuleLevels } from '../rules/findings/audit-rules.ts'
import type { Pictures } from './pictures.ts'

/** How to audit pages. */
export interface AuditSettings {
  readonly components: readonly string[]
  readonly emptyAlt: 'auto' | 'decorative' | 'missing'
  readonly maxLength: number
  /** Levels of rules that are not to have their own. */
  readonly rules: RuleLevels
  /** Report images whose alternative only the run time knows. */
  readonly strict: boolean
  /** Report images without an alternative also where a caption is stored. */
  readonly ignoreCaptions: boolean
  /** Builds write the words that are stored for pictures for other sites. */
  readonly social: boolean
  readonly pictures: Pictures
}
