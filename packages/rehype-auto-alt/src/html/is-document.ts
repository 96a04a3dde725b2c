/** True for a whole page, false for a piece of one. */
export function isDocument(html: string): boolean {
  return /<(?:!doctype|html|head|body)(?=[\s/>])/iu.test(html)
}
