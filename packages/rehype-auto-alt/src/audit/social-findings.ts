import { mayHoldSocial } from '../html/social/may-hold-social.ts'
import type { Range } from '../html/tokenize.ts'
import { severityOf } from '../rules/findings/audit-rules.ts'
import { type Finding, imageName, quoted, shownSource } from '../rules/findings/finding.ts'
import type { Page } from '../rules/image-use.ts'
import type { AuditSettings } from './audit-settings.ts'

/** A picture that a page hands to other sites without the words that are stored for it, and where. */
export interface SocialFinding extends Finding, Range {
  readonly src: string | null
}

/** Whether a page can hand pictures to other sites at all. Sources of other syntaxes are made into pages first. */
export function mayHaveSocialFindings({ file }: Page, text: string): boolean {
  return /\.html?$/iu.test(file) && mayHoldSocial(text)
}

/** Finds the pictures that a page hands to other sites without the words that are stored for them. */
export async function socialFindings(
  page: Page,
  body: string,
  { ignoreCaptions, pictures, rules, social }: AuditSettings
): Promise<SocialFinding[]> {
  // What a build writes anyway is no problem of the page.
  const isFilled = social && !ignoreCaptions
  if (isFilled || !mayHaveSocialFindings(page, body)) return []
  if (severityOf('missing-social-alt', rules) === undefined) return []
  const [{ findSocialImages }, { useOfSocial }] = await Promise.all([
    import('../html/social/find-social.ts'),
    import('../html/social/social-words.ts')
  ])
  const found: SocialFinding[] = []
  const { images, lang } = await findSocialImages(body)
  for (const { end, sources, start, words } of images) {
    const use = useOfSocial({ sources }, page, lang)
    if (await pictures.isExcluded(use)) continue
    const caption = await pictures.captionOf(use)
    if (!caption || caption.alt === '') continue
    const what =
      words === 'ImageObject caption' ? 'its ImageObject has no caption' : `the page has no ${words}`
    const message = `${imageName(use)} is handed to other sites without words: ${what}. Stored for it is ${quoted(caption.alt)}. Set \`social: true\` to have builds write that, or write it.`
    found.push({ ruleId: 'missing-social-alt', message, start, end, src: shownSource(sources) })
  }
  return found
}
