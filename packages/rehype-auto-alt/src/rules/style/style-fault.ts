import type { StyleRuleId } from '../rule-id.ts'

/** A rule that an alternative breaks. */
export interface StyleFault {
  readonly ruleId: StyleRuleId
  /** The words that broke it, as they are written. */
  readonly words: readonly string[]
}

/** What stands beside the image and in it: what these say, an alternative may say. */
export interface Grounds {
  /** Words that the page gives beside the image. */
  readonly given?: string | undefined
  /** Words that are readable in the picture. */
  readonly visibleText?: string | undefined
  /** Words in which names may stand, and which say nothing else: frontmatter, names of files. */
  readonly names?: string | undefined
}
