import type { Caption } from '../../captions/caption.ts'
import type { Subject } from './subject.ts'

/** Most UTF-16 code units of a path or URL that is worth recording; the captions file takes no more. */
const longestName = 2000

/** The page that comes first and the files of the image, as a caption records them. */
export function placesOf(group: readonly Subject[]): Pick<Caption, 'page' | 'files'> {
  const page = group[0]?.use.page.name
  const names = group.map(({ name }) => name).filter((name) => name.length <= longestName)
  const files = [...new Set(names)].sort()
  return { files, ...(page !== undefined && page.length <= longestName && { page }) }
}
