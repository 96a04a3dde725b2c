import type { PageContext } from '../../rules/image-use.ts'
import { givesNames } from '../../rules/names/own-names.ts'
import type { Outcome } from '../outcome.ts'
import { pageKeyOf } from '../subject/page-keys.ts'
import type { Subject } from '../subject/subject.ts'
import { wordsOfPage } from '../subject/words-of-page.ts'

/** Asks with the words of the first page. An outcome with the key of a page alone is for no other page. */
export type AskForGroup = (group: readonly Subject[]) => Promise<Outcome>

/**
 * One answer for all uses of an image, and one more for the other pages where it is for one page only. Outcomes are
 * kept to the end of the run, failures too: a look-up that began before an answer was stored and ends after it must not
 * lead to a second request, nor must each page on which an image stands try a server anew that does not answer.
 */
export class Turns {
  readonly #turns = new Map<string, Promise<Outcome>>()
  readonly #ofPages = new Map<string, Promise<Outcome>>()
  readonly #met = new Map<string, Set<Subject>>()

  /** Notes where images stand, so that it is known which pages give a name. */
  meet(subjects: readonly Subject[]): void {
    for (const subject of subjects) {
      const met = this.#met.get(subject.plainKey) ?? new Set()
      this.#met.set(subject.plainKey, met.add(subject))
    }
  }

  /** Words of the other pages that are known to show the image. */
  otherPages({ plainKey, use }: Subject): readonly PageContext[] {
    const others = [...(this.#met.get(plainKey) ?? [])].filter((met) => met.use.page.name !== use.page.name)
    return others.map((met) => wordsOfPage(met.use))
  }

  /** The one outcome for uses that share a key, where it is on its way; `undefined` in the end when it is for one page. */
  outcomeOf(group: readonly Subject[]): Promise<Outcome | undefined> | undefined {
    const key = group[0]?.key ?? ''
    if (group.some((subject) => this.#ofPage(subject) !== undefined)) return undefined
    return this.#turns.get(key)?.then((outcome) => (isForAll(outcome, key) ? outcome : undefined))
  }

  /** The outcomes for uses that share a key. Asks for what was not asked about in this run. */
  async about(group: readonly Subject[], ask: AskForGroup): Promise<ReadonlyMap<Subject, Outcome>> {
    this.meet(group)
    const outcomes = new Map<Subject, Outcome>()
    for (const subject of group) {
      const own = this.#ofPage(subject)
      if (own) outcomes.set(subject, await own)
    }
    const key = group[0]?.key ?? ''
    // Copies of a file come one after the other, each with its pages.
    let open = group.filter((subject) => !outcomes.has(subject)).sort(byPage)
    while (open.length > 0) {
      const turn = this.#turns.get(key) ?? ask(open)
      this.#turns.set(key, turn)
      const outcome = await turn
      if (!isForAll(outcome, key)) this.#keepForPage(key, outcome.key ?? '', turn)
      for (const subject of open) if (fits(outcome, subject)) outcomes.set(subject, outcome)
      open = open.filter((subject) => !outcomes.has(subject))
    }
    return outcomes
  }

  /** The outcome for this page alone. It says nothing about a link. */
  #ofPage(subject: Subject): Promise<Outcome> | undefined {
    return subject.target === undefined ? this.#ofPages.get(pageKeyOf(subject)) : undefined
  }

  /** The next page to come asks for itself. */
  #keepForPage(key: string, pageKey: string, turn: Promise<Outcome>): void {
    this.#ofPages.set(pageKey, turn)
    if (this.#turns.get(key) === turn) this.#turns.delete(key)
  }
}

function byPage({ use: one }: Subject, { use: other }: Subject): number {
  return one.page.name === other.page.name ? 0 : one.page.name < other.page.name ? -1 : 1
}

function isForAll(outcome: Outcome, key: string): boolean {
  return outcome.key === undefined || outcome.key === key
}

function fits(outcome: Outcome, subject: Subject): boolean {
  if (isForAll(outcome, subject.key) || outcome.key === pageKeyOf(subject)) return true
  return outcome.kind === 'filled' && givesNames(wordsOfPage(subject.use), outcome.alt, subject.language)
}
