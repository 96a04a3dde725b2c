import { providerFailure } from '../../captioner/attempt/foreign-provider.ts'
import type { ResolvedOptions } from '../../options/resolve-options.ts'
import type { Provider } from '../../providers/provider.ts'
import { namesItsColours, testPicture } from '../../providers/test-picture.ts'
import { checkAnswer } from '../../rules/answer/check-answer.ts'

/** How a provider described the test picture. */
export interface Trial {
  readonly provider: string
  /** Absent when there was no description. */
  readonly text?: string
  /** Rules that the text breaks. */
  readonly problems: readonly string[]
  /** It names what is in the picture; absent in languages other than English. */
  readonly isRight?: boolean
  readonly requests: number
  readonly inputTokens?: number
  readonly outputTokens?: number
  /** Why there was no description. */
  readonly failure?: string
}

/** Has one provider describe the test picture, once. Never throws for what the provider does. */
export async function tryProvider(provider: Provider, options: ResolvedOptions): Promise<Trial> {
  const { fullStop, language, maxLength } = options
  const purpose = { kind: 'informative' } as const
  try {
    const request = { image: testPicture, purpose, language, maxLength }
    const { text, usage } = await provider.describe(request, new AbortController().signal)
    const checked = checkAnswer(text, { fullStop, language, maxLength })
    return {
      provider: provider.id,
      text: checked.text,
      problems: checked.faults,
      ...(language === 'en' && { isRight: namesItsColours(text) }),
      ...usage
    }
  } catch (error) {
    const failure = providerFailure(error, provider).message
    return { provider: provider.id, problems: [], requests: 0, failure }
  }
}

/** A trial in words. */
export function trialAsText({ failure, isRight, problems, provider, ...trial }: Trial): string {
  if (failure !== undefined) return `${provider} gave no description. ${failure}`
  const tokens =
    trial.inputTokens === undefined
      ? 'tokens not counted'
      : `${trial.inputTokens} tokens in, ${trial.outputTokens ?? 0} out`
  const broken = problems.length === 0 ? '' : ` It breaks ${problems.join(', ')}.`
  const wrong =
    isRight === false ? ' That is not what it shows: half yellow, half blue. Can this model see?' : ''
  return `${provider} says of the test picture: “${trial.text}” (${tokens}).${broken}${wrong}`
}

/** Whether a description is there, and fit for a page. */
export function isFit({ failure, isRight, problems }: Trial): boolean {
  return failure === undefined && isRight !== false && problems.length === 0
}
