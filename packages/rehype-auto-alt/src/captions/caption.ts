import type { RuleId } from '../rules/rule-id.ts'

/**
 * - `generated`: written by the tool, looked at by nobody.
 * - `approved`: a person read it and agreed.
 * - `edited`: a person wrote or changed it.
 * - `decorative`: a person says that the image needs no alternative; fills `alt=""`.
 * - `rejected`: leave the image without, and do not ask again.
 */
export type CaptionStatus = 'generated' | 'approved' | 'edited' | 'decorative' | 'rejected'

/** Who chose the words. */
export type CaptionOrigin = 'model' | 'embedded' | 'human'

/** One stored text alternative, as it is in effect: defaults filled in, a person's edit already noticed. */
export interface Caption {
  readonly alt: string
  readonly status: CaptionStatus
  readonly origin: CaptionOrigin
  /** Id of the model that wrote it. */
  readonly model?: string
  /** Version of the prompt it was asked with. */
  readonly prompt?: number
  /** Source path of the page whose context it was asked with. */
  readonly page?: string
  /** Paths or URLs where the image was seen. Information only. */
  readonly files: readonly string[]
  /** Rule ids; a generated caption that has any does not reach a page unless `publish` is `'all'`. */
  readonly problems: readonly (RuleId | (string & {}))[]
  /** Of a chart or diagram: what it shows in full. Reaches a page with the option `longDescription`. */
  readonly description?: string
}
