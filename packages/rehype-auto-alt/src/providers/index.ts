export { defineProvider } from './define-provider.ts'
export { openaiCompatible } from './openai-compatible.ts'
export type { OpenAICompatibleSettings } from './openai-compatible.ts'
export { presetNames } from './presets.ts'
export type { PresetName } from './presets.ts'
export { PROMPT_VERSION } from './prompt.ts'
export type {
  DescribeRequest,
  Description,
  FailedAnswer,
  ImageKind,
  PreparedImage,
  Provider,
  RequestPurpose,
  Usage
} from './provider.ts'
export { ProviderError } from '../errors/provider-error.ts'
export type { ProviderErrorCode, ProviderErrorDetails } from '../errors/provider-error.ts'
