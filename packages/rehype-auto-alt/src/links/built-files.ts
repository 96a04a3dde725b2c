import { join } from 'node:path'

/**
 * Where the page of a target may lie in the folder of a built site: absolute paths. Nothing is looked up.
 *
 * @param target Path from the root of the site, as `linkTarget` gives it.
 */
export function builtFiles(siteRoot: string, target: string): readonly string[] {
  const folder = join(siteRoot, `.${target}`)
  const inFolder = [join(folder, 'index.html'), join(folder, 'index.htm')]
  return target === '/' ? inFolder : [`${folder}.html`, `${folder}.htm`, `${folder}.xhtml`, ...inFolder]
}
