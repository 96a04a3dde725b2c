import type { RuleId } from '../rule-id.ts'

/** A rule about how a model's alternative is written. */
export type StyleRuleId = Extract<
  RuleId,
  | 'gendered-words'
  | 'guessed-age'
  | 'guessed-ethnicity'
  | 'guessed-feelings'
  | 'unfounded-name'
  | 'praise'
  | 'camera-talk'
  | 'keyword-list'
  | 'emoji'
  | 'hashtag'
  | 'markup'
  | 'too-many-sentences'
  | 'letter-case'
>

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
