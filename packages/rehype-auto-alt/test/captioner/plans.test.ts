import { setTimeout as wait } from 'node:timers/promises'
import { startProtocolDouble } from '@auto-alt/protocol-double'
import { expect, it, onTestFinished } from 'vitest'

import { createRateControl } from '../../src/captioner/attempt/rate-control.ts'
import { ProviderError } from '../../src/errors/provider-error.ts'
import { openaiCompatible } from '../../src/providers/openai-compatible.ts'
import { noAbort, sampleRequest } from '../providers/sample-request.ts'

/** Asks about many images as the captioner does, a minute being `span` long. Gives how often the server said no. */
async function askAll(
  limit: number,
  images: number,
  span: number
): Promise<{ answered: number; refused: number }> {
  const double = await startProtocolDouble({
    rateLimit: { requests: limit, window: span, retryAfter: false }
  })
  onTestFinished(() => double.close())
  const provider = openaiCompatible({ name: 'x', model: 'm', baseURL: double.url })
  const rate = createRateControl(8, { plans: [6, 25], span })
  const request = await sampleRequest()
  const ask = async (): Promise<boolean> => {
    for (let tries = 0; tries < 4; tries++) {
      try {
        await rate.run(() => provider.describe(request, noAbort()), tries > 0)
        return true
      } catch (error) {
        if (!ProviderError.isInstance(error)) throw error
        await wait(10)
      }
    }
    return false
  }
  const answers = await Promise.all(Array.from({ length: images }, ask))
  return {
    answered: answers.filter(Boolean).length,
    refused: double.chats.filter(({ status }) => status === 429).length
  }
}

it.each([
  ['small', 6, 20],
  ['large', 25, 60]
])(
  'The %s plan is found out from the refusals of a server that says no more, and then kept to',
  async (_, plan, images) => {
    const { answered, refused } = await askAll(plan, images, 600)
    expect(answered).toBe(images)
    expect(refused).toBeGreaterThan(0)
    expect(refused).toBeLessThan(images / 2)
  }
)
