import { expect, test } from 'vitest'

import { readErrorBody } from '../../src/providers/error-body.ts'
import { readRetryAfter } from '../../src/providers/retry-after.ts'

const now = Date.UTC(2026, 0, 1, 12)

test.each<[Record<string, string>, string, number | undefined]>([
  [{ 'retry-after-ms': '150' }, '', 150],
  [{ 'retry-after-ms': '150', 'retry-after': '9' }, '', 150],
  [{ 'retry-after': '2' }, '', 2000],
  [{ 'retry-after': '0' }, '', 0],
  [{ 'retry-after': '1.5' }, '', 1500],
  [{ 'retry-after': 'Thu, 01 Jan 2026 12:00:30 GMT' }, '', 30_000],
  [{ 'retry-after': 'Thu, 01 Jan 2026 11:00:00 GMT' }, '', 0],
  [{ 'retry-after': '86400' }, '', 900_000],
  [{ 'retry-after': '-1' }, '', undefined],
  [{ 'retry-after': 'soon' }, '', undefined],
  [{ 'x-ratelimit-reset-requests': '6m0s' }, '', 360_000],
  [{ 'x-ratelimit-reset-requests': '120ms' }, '', 120],
  [{ 'x-ratelimit-reset-tokens': '2m59.56s' }, '', 179_560],
  [{ 'x-ratelimit-reset': String(now / 1000 + 12) }, '', 12_000],
  [{ 'x-ratelimit-reset': String(now + 12_000) }, '', 12_000],
  [{ ratelimit: '"api";r=0;t=37' }, '', 37_000],
  [{ ratelimit: '"api";r=5;t=37' }, '', undefined],
  [
    {
      'x-ratelimit-remaining-requests': '5',
      'x-ratelimit-reset-requests': '1h0m0s',
      'x-ratelimit-remaining-tokens': '0',
      'x-ratelimit-reset-tokens': '3s'
    },
    '',
    3000
  ],
  [{ 'x-ratelimit-remaining-requests': '5', 'x-ratelimit-reset-requests': '1s' }, '', undefined],
  [{}, '{"error":{"message":"Please try again in 5.2s. Visit us."}}', 5200],
  [{}, '{"error":{"message":"Please try again in 120ms."}}', 120],
  [{}, '{"error":{"message":"Please try again in 1m2.5s."}}', 62_500],
  [{}, '{"error":{"message":"Please retry after 3 seconds"}}', 3000],
  [{}, '{"error":"Retry in 2 minutes, please"}', 120_000],
  [{}, '{"error":"loading","estimated_time":20.5}', 20_500],
  [{ 'retry-after': '4' }, '{"error":"try again in 9s"}', 4000],
  [{}, '{"error":"too many"}', undefined]
])('%j and %s mean %s ms', (headers, body, expected) => {
  expect(readRetryAfter(new Headers(headers), readErrorBody(body), now)).toBe(expected)
})
