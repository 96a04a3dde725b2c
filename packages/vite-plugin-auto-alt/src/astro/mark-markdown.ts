import type { AstroConfig } from 'astro'
import { rehypeKeepIntent, remarkMarkIntent } from 'rehype-auto-alt/markdown'
import { satteriKeepIntent, satteriMarkIntent } from 'rehype-auto-alt/satteri'

/** Lists of plugins that a Markdown processor reads when it starts. */
interface ProcessorOptions {
  readonly mdastPlugins?: unknown
  readonly hastPlugins?: unknown
  readonly remarkPlugins?: unknown
  readonly rehypePlugins?: unknown
  readonly features?: { readonly rawHtml?: unknown } | undefined
}

/**
 * Has the site's Markdown processor mark images whose empty alternative came from Markdown. Told by name, so that
 * no processor has to be installed that the site does not use.
 *
 * @returns Why nothing could be marked; `undefined` where it could.
 */
export function markMarkdown({ markdown }: AstroConfig): string | undefined {
  const { name, options } = Object(markdown.processor) as { name?: unknown; options?: ProcessorOptions }
  if (name === 'satteri' && Array.isArray(options?.mdastPlugins) && Array.isArray(options.hastPlugins)) {
    options.mdastPlugins.push(satteriMarkIntent())
    if (options.features?.rawHtml === true) options.hastPlugins.push(satteriKeepIntent())
    return undefined
  }
  if (name === 'unified' && Array.isArray(options?.remarkPlugins) && Array.isArray(options.rehypePlugins)) {
    options.remarkPlugins.push(remarkMarkIntent)
    options.rehypePlugins.push(rehypeKeepIntent)
    return undefined
  }
  return `Unknown Markdown processor ${JSON.stringify(name)}: empty alternatives of Markdown count as decorative. The option \`emptyAlt: 'missing'\` changes that.`
}

/** Whether the site's Astro has Markdown processors (6.4 and newer), or takes remark plugins itself. */
export function hasProcessor({ markdown }: AstroConfig): boolean {
  return typeof markdown.processor === 'object'
}
