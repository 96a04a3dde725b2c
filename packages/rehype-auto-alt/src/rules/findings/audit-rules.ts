import type { AnswerRuleId, RuleId, StyleRuleId } from '../rule-id.ts'

/** How much a problem weighs: an error fails an audit, a warning may. */
export type Severity = 'error' | 'warning'

/** What a rule of the audit can be set to. */
export type RuleLevel = 'off' | 'warn' | 'error'

/** A rule of the audit. The others are about what a model answered, or what a build came upon. */
export type AuditRuleId = Exclude<RuleId, AnswerRuleId | StyleRuleId>

/** What is said about a rule. */
export interface AuditRule {
  readonly level: RuleLevel
  /** What it finds, as the end of a sentence. */
  readonly finds: string
}

/** The rules of the audit in the order they are listed, with the level that each has by itself. */
export const auditRules: Readonly<Record<AuditRuleId, AuditRule>> = {
  'missing-alt': { level: 'error', finds: 'an image without a text alternative' },
  'markdown-empty-alt': { level: 'error', finds: 'an empty alternative in Markdown, ![](x)' },
  'empty-alt-in-link': {
    level: 'error',
    finds: 'an empty alternative on an image that is all of a link or button'
  },
  'unknown-alt': { level: 'error', finds: 'an alternative that only the run time knows (--strict)' },
  'unreadable-file': { level: 'error', finds: 'a file that is not UTF-8 or does not parse' },
  'invalid-opt-out': { level: 'error', finds: 'an opt-out comment without a reason' },
  'decorative-conflict': { level: 'warn', finds: 'alt="" beside a title or another name' },
  'filename-as-alt': { level: 'warn', finds: 'a file name as the alternative' },
  'placeholder-alt': { level: 'warn', finds: 'a word that says nothing, such as "image" or "todo"' },
  'only-symbols': { level: 'warn', finds: 'an alternative without a letter or digit' },
  'redundant-prefix': { level: 'warn', finds: 'an opening such as "Image of"' },
  'too-long': { level: 'warn', finds: 'an alternative over `maxLength`' },
  'repeats-text': { level: 'warn', finds: 'the words of the caption, link or heading beside it again' },
  'repeated-neighbour': { level: 'warn', finds: 'the alternative of the image just before again' },
  'wrong-alt-reused': { level: 'warn', finds: 'one alternative for different images of a page' },
  'stale-caption': { level: 'warn', finds: 'an image that changed after its caption was approved' },
  'unknown-image': { level: 'warn', finds: 'an address that leads to no file' },
  'missing-social-alt': {
    level: 'warn',
    finds: 'a picture for other sites (og:image) without the words that are stored for it'
  }
}

/** Levels by rule; a rule that is not named keeps its own. */
export type RuleLevels = { readonly [Rule in AuditRuleId]?: RuleLevel | undefined }

/** Every rule of the audit. */
export const auditRuleIds: readonly AuditRuleId[] = Object.keys(auditRules) as AuditRuleId[]

/** Whether a word is a rule of the audit. */
export function isAuditRule(word: string): word is AuditRuleId {
  return Object.hasOwn(auditRules, word)
}

/** How much a problem of a rule weighs; `undefined` for a rule that is off. */
export function severityOf(ruleId: AuditRuleId, levels: RuleLevels): Severity | undefined {
  const level = levels[ruleId] ?? auditRules[ruleId].level
  if (level === 'off') return undefined
  return level === 'warn' ? 'warning' : 'error'
}
