import type { DescribeRequest, Verification, VerifyRequest } from '../../providers/provider.ts'
import { serverText } from '../../providers/scrub-secrets.ts'
import { type AttemptSettings, type NoAnswer, inTurn } from '../attempt/attempt.ts'
import type { DescribedCaption } from './draft.ts'
import { checkedVerification } from '../attempt/foreign-provider.ts'

/** Who looks again, and how often a request may be sent again for a passing reason. */
export interface VerifySettings extends AttemptSettings {
  readonly retries: number
}

/**
 * Asks once more whether the picture shows what a caption says. What it does not show is the problem `not-visible`; a
 * caption that nobody could look at again is `not-verified`, so that none reaches a page unseen.
 */
export async function verified(
  caption: DescribedCaption,
  request: DescribeRequest,
  settings: VerifySettings
): Promise<DescribedCaption> {
  const answered = await lookAgain(verifyRequestFor(request, caption.text), settings)
  if ('kind' in answered) {
    const remark = `It was not looked at again: ${answered.message}`
    return { ...caption, problems: [...caption.problems, 'not-verified'], remark }
  }
  const { notVisible } = answered.answer
  if (notVisible.length === 0) return caption
  const words = notVisible.slice(0, 5).map((claim) => `“${serverText(claim, []).slice(0, 100).trim()}”`)
  const remark = `The picture does not show ${words.join(', ')}.`
  return { ...caption, problems: [...caption.problems, 'not-visible'], remark }
}

/** The request for a second look. */
export function verifyRequestFor(request: DescribeRequest, text: string): VerifyRequest {
  const { beside, context, image, language, purpose, translation } = request
  return {
    image,
    purpose,
    text,
    language,
    ...(context && { context }),
    ...(beside !== undefined && { beside }),
    ...(translation && { reviewed: translation.text })
  }
}

async function lookAgain(
  request: VerifyRequest,
  settings: VerifySettings
): Promise<{ readonly answer: Verification } | NoAnswer> {
  const { allowance, costs, provider, retries, signal } = settings
  const look = async (): Promise<Verification> => {
    const verification = checkedVerification(await provider.verify?.(request, signal), provider)
    allowance.settle(verification.usage, costs.ofLook(verification, request))
    return verification
  }
  return await inTurn(look, settings, { left: retries }, true)
}
