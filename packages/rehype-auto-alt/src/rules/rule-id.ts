/** A rule about what stands on a page. */
type PageRuleId =
  | 'missing-alt'
  | 'markdown-empty-alt'
  | 'empty-alt-in-link'
  | 'unknown-alt'
  | 'decorative-conflict'
  | 'filename-as-alt'
  | 'placeholder-alt'
  | 'only-symbols'
  | 'repeats-text'
  | 'repeated-neighbour'
  | 'wrong-alt-reused'
  | 'stale-caption'
  | 'unknown-image'
  | 'missing-social-alt'
  | 'unreadable-file'
  | 'invalid-opt-out'
  | 'too-long'
  | 'redundant-prefix'

/** A rule about what a model answered, or what a build came upon. */
export type AnswerRuleId =
  | 'unreadable-image'
  | 'link-purpose'
  | 'line-break'
  | 'quoted'
  | 'cut-short'
  | 'not-a-sentence'
  | 'refusal'
  | 'prompt-echo'
  | 'instruction'
  | 'repeated-words'
  | 'needs-review'
  | 'decorative-proposal'
  | 'low-confidence'
  | 'not-visible'
  | 'not-verified'
  | 'wrong-language'

/** A rule about how a model's alternative is written. */
export type StyleRuleId =
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

/**
 * Everything that can be wrong with an image's text alternative, by the name it has in
 * messages, in the captions file (`problems`) and in `docs/rules/`.
 */
export type RuleId = PageRuleId | AnswerRuleId | StyleRuleId

/** The page that explains a rule. */
export function ruleUrl(ruleId: RuleId): string {
  return `https://github.com/auto-alt/auto-alt/blob/main/docs/rules/${ruleId}.md`
}
