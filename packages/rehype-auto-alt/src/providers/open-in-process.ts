import { OptionError } from '../errors/option-error.ts'
import {
  variable,
  type Environment,
  type ProviderSettings,
  type ResolvedProvider
} from './provider-settings.ts'
import type { InProcessName } from './in-process-names.ts'

/**
 * The provider of such a name. Throws an `OptionError` where a package or the model's name is missing, and for a
 * setting that belongs to servers only.
 */
export async function openInProcess(
  { name, rest }: InProcessName,
  settings: ProviderSettings,
  env: Environment
): Promise<ResolvedProvider> {
  if (settings.baseURL !== undefined) {
    throw new OptionError(
      'baseURL',
      `baseURL: '${name}' runs on this machine and has no address. Leave it out.`
    )
  }
  if (name === 'tesseract') {
    const { tesseract } = await import('./ocr/tesseract-provider.ts')
    const { languages, ...reading } = readingOf(settings)
    return { provider: tesseract({ ...reading, languages: rest?.split('+') ?? languages }), notes: [] }
  }
  const { transformers } = await import('./transformers/transformers-provider.ts')
  const named = rest ?? settings.model ?? variable(env, 'AUTO_ALT_MODEL') ?? ''
  const { dtype, model } = splitModel(named)
  const host = variable(env, 'HF_ENDPOINT')
  const provider = transformers({
    model,
    ...(dtype !== undefined && { dtype }),
    ...(settings.root !== undefined && { root: settings.root }),
    ...(settings.modelsDir !== undefined && { modelsDir: settings.modelsDir }),
    ...(settings.say !== undefined && { say: settings.say }),
    ...(host !== undefined && { host }),
    offline: settings.localOnly
  })
  return { provider, notes: [] }
}

/** How character recognition is set up by the options. */
function readingOf({ ocr, root }: Pick<ProviderSettings, 'ocr' | 'root'>): {
  languages: readonly string[]
  confidence?: number
  root?: string
} {
  return { languages: ['en'], ...(ocr !== undefined && ocr), ...(root !== undefined && { root }) }
}

/** A model, and behind an `@` the precision of its weights. */
function splitModel(text: string): { model: string; dtype: string | undefined } {
  const [, model = text, dtype] = /^(.+)@(fp32|fp16|q8|int8|uint8|q4|q4f16|bnb4)$/u.exec(text) ?? []
  return { model, dtype }
}
