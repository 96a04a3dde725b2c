import type { Answer } from '../captioner/asking/ask.ts'
import type { BatchItem } from '../captions/batch-record.ts'
import { captionKey, parseCaptionKey } from '../captions/caption-key.ts'
import type { BatchResult } from '../providers/batch/batch-provider.ts'
import { usesName } from '../rules/names/own-names.ts'
import { namesInAnswer } from './name-sums.ts'

/**
 * The key to keep an answer under: a caption with a name that only the page of its request gives is for that page
 * alone, and the other pages of the image are asked about by the next batch.
 */
export function keyOfResult(
  key: string,
  { names, page }: BatchItem,
  result: BatchResult['result'],
  answer: Answer
): string {
  const parts = parseCaptionKey(key)
  if (!names || page === undefined || !parts || answer.kind !== 'caption') return key
  const visibleText = result instanceof Error ? undefined : result.visibleText
  return usesName(answer.text, namesInAnswer(key, names, answer.text).own, visibleText)
    ? captionKey({ digest: parts.digest, language: parts.language, page })
    : key
}
