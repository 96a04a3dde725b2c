import { type Finding, imageName, quoted } from './finding.ts'
import type { ImageUse } from '../image-use.ts'

/** What is known about the file of an image. */
export interface PictureFileFacts {
  /** Its address leads to no file. */
  readonly isGone: boolean
  /** The caption that a person approved for what the file held before. */
  readonly formerCaption?: string | undefined
}

/** Says what is wrong with the file behind an image. */
export function pictureFileFindings(use: ImageUse, { formerCaption, isGone }: PictureFileFacts): Finding[] {
  const name = imageName(use)
  const findings: Finding[] = []
  if (isGone) {
    const message = `${name} leads to no file. Check the path; for paths that start with / check \`publicDir\` and \`base\`.`
    findings.push({ ruleId: 'unknown-image', message })
  }
  if (formerCaption !== undefined) {
    const message = `${name} changed after its caption was approved: ${quoted(formerCaption)}. Run \`auto-alt generate\` and review the new caption, or write one.`
    findings.push({ ruleId: 'stale-caption', message })
  }
  return findings
}

const template = /\{\{|\{%|<%|\$\{|\[\[|\$\(|%[A-Z_]+%|^\s*\{/u
const alias = /^(?:[@~#$]|[a-z][a-z\d+.-]+:(?!\/\/))/iu
const pictureName = /\.(?:png|jpe?g|jfif|gif|webp|avif|svg|bmp|ico|tiff?)$/iu

/**
 * Whether an address is one that a file must answer: a path to a picture. What a template or a bundler makes of an
 * address, and what a server may answer by itself, is nobody's fault.
 */
export function namesAFile(source: string): boolean {
  // Markdown encodes the braces of a template.
  const text = source.trim().replace(/%7B/giu, '{').replace(/%7D/giu, '}')
  if (template.test(text) || alias.test(text) || /^(?:https?:)?\/\//iu.test(text)) return false
  if (/^file:/iu.test(text)) return false
  return pictureName.test(text.replace(/[?#].*$/su, ''))
}
