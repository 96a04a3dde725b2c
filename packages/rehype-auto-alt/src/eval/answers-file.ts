import { appendFileSync, mkdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import * as v from 'valibot'

/** One answer of a provider, as it came. */
export interface RememberedAnswer {
  readonly provider: string
  /** Version of the prompt. */
  readonly prompt: number
  /** Digest of the image. */
  readonly image: string
  readonly language: string
  /** Sum of everything else that was asked. */
  readonly request: string
  /** HTTP requests, with those that failed before it. */
  readonly requests: number
  /** Of these, those that failed. */
  readonly failed: number
  readonly milliseconds: number
  readonly inputTokens?: number | undefined
  readonly outputTokens?: number | undefined
  /** What came, as the provider gave it. Absent where the model declined. */
  readonly said?: Readonly<Record<string, unknown>> | undefined
  /** Why the model declined. */
  readonly refusal?: string | undefined
}

/** What an answer is found by. */
export type AnswerKey = Pick<RememberedAnswer, 'image' | 'language' | 'prompt' | 'provider' | 'request'>

/** Answers that were paid for, kept for the next run. */
export interface AnswersFile {
  find(key: AnswerKey): RememberedAnswer | undefined
  /** Whether there is anything of this provider. */
  knows(provider: string): boolean
  /** When this returns, the answer survives the end of the process. */
  keep(answer: RememberedAnswer): void
}

/**
 * Opens the answers of former runs: JSON Lines, of which the last one for a key counts. A line that is none, as a
 * process leaves it that was killed, is passed over.
 *
 * @param file Absolute path. It is made with the first answer.
 * @param isFresh Nothing that stands in it counts.
 */
export async function openAnswers(file: string, isFresh: boolean): Promise<AnswersFile> {
  const text = isFresh ? '' : await readFile(file, 'utf8').catch(noneYet)
  const known = new Map<string, RememberedAnswer>()
  for (const line of text.split('\n')) {
    const read = readLine(line)
    if (read) known.set(nameOf(read), read)
  }
  const providers = new Set([...known.values()].map(({ provider }) => provider))
  let isBegun = false
  return {
    find: (key) => known.get(nameOf(key)),
    knows: (provider) => providers.has(provider),
    keep(one) {
      known.set(nameOf(one), one)
      providers.add(one.provider)
      if (!isBegun) mkdirSync(dirname(file), { recursive: true })
      // Behind a line that was cut, the first of ours would be lost.
      appendFileSync(file, `${isBegun ? '' : '\n'}${JSON.stringify(one)}\n`)
      isBegun = true
    }
  }
}

const count = v.pipe(v.number(), v.integer(), v.minValue(0))

const answer = v.object({
  provider: v.string(),
  prompt: v.number(),
  image: v.string(),
  language: v.string(),
  request: v.string(),
  requests: count,
  failed: count,
  milliseconds: v.pipe(v.number(), v.minValue(0)),
  inputTokens: v.optional(count),
  outputTokens: v.optional(count),
  said: v.optional(v.record(v.string(), v.unknown())),
  refusal: v.optional(v.string())
})

function readLine(line: string): RememberedAnswer | undefined {
  if (line.trim() === '') return undefined
  try {
    const result = v.safeParse(answer, JSON.parse(line))
    return result.success ? result.output : undefined
  } catch {
    return undefined
  }
}

function nameOf({ image, language, prompt, provider, request }: AnswerKey): string {
  return JSON.stringify([provider, prompt, image, language, request])
}

/** A file that is there and cannot be read ends the run: its answers would be paid for anew. */
function noneYet(error: unknown): string {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
  throw error
}
