import type { Answer } from '../captioner/asking/ask.ts'
import { checkedAnswer, faultsInWords } from '../captioner/answer/checked-answer.ts'
import { givenWords, styleFor } from '../captioner/request/given-words.ts'
import type { AskingNow, Later, PatientRequest } from '../captioner/later.ts'
import type { AgainRecord, BatchItem } from '../captions/batch-record.ts'
import { parseCaptionKey } from '../captions/caption-key.ts'
import type { DescribeRequest } from '../providers/provider.ts'
import type { AnswerStyle } from '../rules/answer/check-answer.ts'
import type { BatchDesk } from './desk.ts'
import { nameSums } from './name-sums.ts'
import { requestId } from './request-id.ts'
import { type Sent, send } from './send.ts'
import { Spool } from './spool.ts'

/** Collects requests and submits them, a batch at a time. */
export interface Queue extends Later {
  /** Submits what is left. */
  finish(): Promise<void>
  readonly sent: readonly Sent[]
}

/** What the queue needs to know. */
export interface QueueSettings {
  readonly desk: BatchDesk
  readonly maxLength: number
  readonly fullStop: boolean
  readonly onSent: (sent: Sent) => void
}

/** How many images in a row may get no answer before the others are not submitted. */
const mostFailures = 3
/** How many unusable answers an image may have before batches pass it over. */
const mostTries = 3

/**
 * Opens the queue. The first image is asked about at once: that shows that key and model work, and which parameters
 * the server takes, before thousands of requests go out that would all be refused for the same reason.
 */
export function createQueue({ desk, fullStop, maxLength, onSent }: QueueSettings): Queue {
  const { limits } = desk.provider
  const sent: Sent[] = []
  let spool = new Spool(desk.folder)
  let failures = 0
  /** Whether somebody has answered. */
  let scouting: Promise<boolean> = Promise.resolve(false)
  let writing: Promise<void> = Promise.resolve()

  async function seal(): Promise<void> {
    const full = spool
    spool = new Spool(desk.folder)
    const done = full.items.size > 0 ? await send(full, maxLength, desk) : undefined
    if (!done) return
    sent.push(done)
    onSent(done)
  }

  async function askFirst(request: DescribeRequest, { askNow }: AskingNow): Promise<Answer> {
    if (failures >= mostFailures) {
      const message = `${failures} images in a row got no answer, so that no batch was submitted.`
      return { kind: 'none', reason: 'stopped', message }
    }
    const answer = await askNow(request)
    if (!isAnswer(answer)) failures++
    return answer
  }

  async function write(item: PatientRequest, request: DescribeRequest): Promise<Answer | 'later'> {
    const { files, key, page } = item
    const line = await desk.provider.line(requestId(key), request, desk.signal)
    const size = Buffer.byteLength(line) + 1
    if (size > Math.min(limits.line, limits.bytes)) {
      const message = `Its request would have ${size} bytes, and a batch takes ${Math.min(limits.line, limits.bytes)}. Shorten \`prompt\`.`
      return { kind: 'none', reason: 'bad-request', message }
    }
    const names = nameSums(key, item.names, `${givenWords(request) ?? ''}\n${request.context?.grounds ?? ''}`)
    const kept: BatchItem = {
      ...(page !== undefined && { page }),
      files,
      ...(request.purpose.kind === 'button' && { purpose: 'button' }),
      ...(names && { names })
    }
    // One after the other; while a batch goes out, those who bring more wait, so that no more than that is on disk.
    writing = writing.then(async () => {
      if (!spool.takes(line, limits)) await seal()
      await spool.add(key, kept, line)
    })
    await writing
    return 'later'
  }

  return {
    ...(desk.provider.host !== undefined && { host: desk.provider.host }),
    async take(item, asking) {
      const again = (await desk.file.read()).again.get(item.key)
      if (again && again.tries >= mostTries) return passedOver(again)
      const request = await withFormer(item, again, { maxLength, fullStop })
      const turn = scouting.then((known) => (known ? undefined : askFirst(request, asking)))
      scouting = turn.then((answer) => answer === undefined || isAnswer(answer))
      const first = await turn
      if (first) return first
      return asking.reserve() ?? (await write(item, request))
    },
    async finish() {
      await writing
      await seal()
    },
    get sent() {
      return sent
    }
  }
}

/** Somebody looked at the picture, whatever came of it. */
function isAnswer(answer: Answer): boolean {
  return answer.kind !== 'none' || ['refusal', 'unsure', 'unusable-answer'].includes(answer.reason)
}

function passedOver({ reason, tries }: AgainRecord): Answer {
  const message = `${tries} answers in batches could not be used (${reason}) Run \`auto-alt generate\` for it, or write its alternative by hand.`
  return { kind: 'none', reason: 'unusable-answer', message }
}

/** The request for a repair, where the last answer broke rules. */
async function withFormer(
  { key, request }: PatientRequest,
  again: AgainRecord | undefined,
  style: Omit<AnswerStyle, 'language'>
): Promise<DescribeRequest> {
  if (again?.text === undefined) return request
  const language = parseCaptionKey(key)?.language ?? request.language
  const whole = styleFor(request, { ...style, language })
  const checked = await checkedAnswer(again.text, whole)
  return { ...request, previous: { text: checked.text, faults: await faultsInWords(checked, whole) } }
}
