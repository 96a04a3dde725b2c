export type {
  BatchLimits,
  BatchProvider,
  BatchRef,
  BatchResult,
  BatchState,
  RequestFile,
  UploadedFile
} from './batch/batch-provider.ts'
export type { BatchSettings } from './batch/batch-settings.ts'
export { defineProvider } from './define-provider.ts'
export { huggingFaceInference } from './hugging-face-inference.ts'
export type { HuggingFaceInferenceSettings } from './hugging-face-inference.ts'
export { openaiCompatible } from './openai-compatible.ts'
export type { OpenAICompatibleSettings } from './openai-compatible.ts'
export type { ServerSettings } from './server-settings.ts'
export type { AnswerFormat, ServerTraits } from './server-traits.ts'
export { presetNames } from './presets.ts'
export type { PresetName } from './presets.ts'
export { PROMPT_VERSION } from './prompt.ts'
export { tesseract } from './ocr/tesseract-provider.ts'
export type { OcrSettings } from './ocr/tesseract-provider.ts'
export { transformers } from './transformers/transformers-provider.ts'
export type { TransformersSettings } from './transformers/transformers-provider.ts'
export type {
  DescribeRequest,
  Description,
  FailedAnswer,
  ImageKind,
  PreparedImage,
  Provider,
  RequestPurpose,
  Usage,
  Verification,
  VerifyRequest
} from './provider.ts'
export { ProviderError } from '../errors/provider-error.ts'
export type { ProviderErrorCode, ProviderErrorDetails } from '../errors/provider-error.ts'
