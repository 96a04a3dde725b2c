import type { DescribeRequest } from '../providers/provider.ts'
import type { OwnNames } from '../rules/names/own-names.ts'
import type { Answer } from './asking/ask.ts'

/** A request whose answer need not come at once. */
export interface PatientRequest {
  /** Key of the caption that it is for. */
  readonly key: string
  /** Where the image stands and lies, as a caption records it. */
  readonly page?: string
  readonly files: readonly string[]
  readonly request: DescribeRequest
  /** Names that only the page gives: a caption that uses one is for that page alone. */
  readonly names?: OwnNames
}

/** What the captioner lends to somebody who takes requests. */
export interface AskingNow {
  /** Asks at once. */
  readonly askNow: (request: DescribeRequest) => Promise<Answer>
  /** Reserves a request in the budget of the run; gives the reason when there is none left. */
  readonly reserve: () => Answer | undefined
}

/** Somebody who takes requests now and brings answers in another run. */
export interface Later {
  /** Host that images are sent to; absent when they stay on this machine. */
  readonly host?: string
  /** Takes a request. Gives `'later'`, or an answer where one came at once or none will come. */
  take(request: PatientRequest, asking: AskingNow): Promise<Answer | 'later'>
}
