import type { Data, Processor } from 'unified'
import { VFileMessage } from 'vfile-message'

type Extension = NonNullable<Data['micromarkExtensions']>[number]
type Construct = NonNullable<NonNullable<Extension['flow']>[string]>
type Tokenize = Extract<Construct, { tokenize: unknown }>['tokenize']
type Reading = ThisParameterType<Tokenize>

/**
 * How far micromark may look back on one page, in steps: a few seconds. For marks that close nothing it goes back
 * over all that stands before them in the paragraph, so that 100 kB of them take minutes. Real pages need a thousandth.
 */
const mostSteps = 200_000_000

/** Quotes and lists that begin in one line, which cost their number by itself. A line that is drawn with marks is none. */
const deepNesting =
  /^(?![ \t]*([-*])(?:[ \t]*\1)*[ \t]*$)(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]))){100}/mu

/** @throws VFileMessage for a text with quotes or lists in each other, a hundred of them. */
export function refuseDeepNesting(source: string): void {
  const found = deepNesting.exec(source)
  if (!found) return
  const line = source.slice(0, found.index).split('\n').length
  throw refusal('a hundred quotes or lists begin in one line', { line, column: 1, offset: found.index })
}

/** Plugin, the last of those that parse: adds nothing to Markdown, and ends the reading of a text made to take long. */
export function limitEffort(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), countingExtension()]
}

function countingExtension(): Extension {
  const steps = new WeakMap<Reading['parser'], number>()
  const spend = (reading: Reading, more: number, what = 'thousands of marks here close nothing'): void => {
    const sum = (steps.get(reading.parser) ?? 0) + more
    steps.set(reading.parser, sum)
    if (sum > mostSteps) throw refusal(what, reading.now())
  }
  /** Looks before micromark does, and leaves everything to it. */
  const before = (tokenize: Tokenize): Construct => ({ name: 'effort', add: 'before', tokenize })
  const attention = before(function (effects, _ok, nok) {
    const { previous } = this
    const isOpening = previous === null || isSpace(previous)
    return (mark) => {
      if (isOpening) return nok(mark)
      effects.enter('data')
      effects.consume(mark)
      effects.exit('data')
      return (next) => {
        const isInWord = mark === underscore && isLetter(previous) && isLetter(next)
        if (!isInWord) spend(this, this.events.length)
        return nok(next)
      }
    }
  })
  const labelEnd = before(function (_effects, _ok, nok) {
    const { events } = this
    let start = events.length - 1
    while (start > 0 && !isOpenLabel(events[start]?.[1])) start--
    // Several readers of brackets walk back. What turns out to be no link is joined with the text around it later, which
    // moves all that follows.
    spend(this, 4 * (events.length - start) + events.length / 4)
    return nok
  })
  const underline = before(function (_effects, _ok, nok) {
    spend(this, this.events.length)
    return nok
  })
  const quote = before(function (_effects, _ok, nok) {
    // Each quote that ends has the tables on the page looked for once more.
    spend(this, 4 * this.events.length, 'thousands of quotes stand up to here')
    return nok
  })
  return {
    document: { [code('>')]: quote },
    text: { [code('*')]: attention, [code('_')]: attention, [code('~')]: attention, [code(']')]: labelEnd },
    flow: { [code('=')]: underline, [code('-')]: underline }
  }
}

function refusal(what: string, place: { line: number; column: number; offset: number }): VFileMessage {
  const reason = `${what}, and to read it would take too long. Take them out, or exclude the file`
  return new VFileMessage(reason, { place, source: 'auto-alt', ruleId: 'unparsable' })
}

type Token = Reading['events'][number][1]

function isOpenLabel(token: Token | undefined): boolean {
  return (token?.type === 'labelLink' || token?.type === 'labelImage') && token._balanced !== true
}

function code(mark: string): number {
  return mark.charCodeAt(0)
}

const underscore = code('_')

/** Line ends and tabs are negative in micromark. */
function isSpace(character: number): boolean {
  return character < 0 || character === 32
}

function isLetter(character: number | null): boolean {
  return character !== null && character > 0 && /[\p{L}\p{N}_]/u.test(String.fromCharCode(character))
}
