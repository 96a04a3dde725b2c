import type { VFile } from 'vfile'

import type { PageFacts } from './find-in-tree.ts'

/** What frontmatter says, wherever the pipeline keeps it: `vfile-matter`, Astro, or `file.data.frontmatter`. */
export function pageFacts(file: VFile): PageFacts {
  const { astro, frontmatter, matter } = file.data as Record<string, unknown>
  return factsFrom(asRecord(matter) ?? asRecord(asRecord(astro)?.['frontmatter']) ?? asRecord(frontmatter) ?? {})
}

/** Title and language of a page from its frontmatter. */
export function factsFrom(frontmatter: Readonly<Record<string, unknown>>): PageFacts {
  const { lang, language, locale, title } = frontmatter
  const tag = [lang, language, locale].find((value) => typeof value === 'string' && value !== '')
  return {
    ...(typeof title === 'string' && title !== '' && { title }),
    ...(typeof tag === 'string' && { lang: tag })
  }
}

function asRecord(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
}
