import { parse, parseFragment, type DefaultTreeAdapterTypes } from 'parse5'

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.ParentNode
type Element = DefaultTreeAdapterTypes.Element

/** What a browser's tree says about an image, worked out from the tree alone. */
export interface OracleImage {
  readonly start: number
  readonly end: number
  readonly alt: { readonly start: number; readonly end: number } | undefined
  readonly hidden: boolean
  readonly off: boolean
  readonly lang: string | undefined
  readonly purpose: 'informative' | 'link' | 'button'
}

/** Images of a page as the tree of parse5 has them, in the order of the text. */
export function oracleImages(html: string, isDocument: boolean): OracleImage[] {
  const tree = parseAsOracle(html, isDocument)
  const images = new Map<number, OracleImage>()
  const visit = (node: Node, ancestors: readonly Element[]): void => {
    if ('tagName' in node) {
      const location = node.sourceCodeLocation
      if (
        node.tagName === 'img' &&
        node.namespaceURI.endsWith('xhtml') &&
        location &&
        !images.has(location.startOffset)
      ) {
        images.set(location.startOffset, describe(node, ancestors, html))
      }
      ancestors = [node, ...ancestors]
    }
    for (const child of childrenOf(node)) visit(child, ancestors)
  }
  visit(tree, [])
  return [...images.values()].sort((a, b) => a.start - b.start)
}

/** The tree of a browser without scripts. */
export function parseAsOracle(html: string, isDocument: boolean): DefaultTreeAdapterTypes.ParentNode {
  const settings = { sourceCodeLocationInfo: true, scriptingEnabled: false }
  return isDocument ? parse(html, settings) : parseFragment(html, settings)
}

export function childrenOf(node: Node): readonly Node[] {
  if ('content' in node) return node.content.childNodes
  return 'childNodes' in node ? node.childNodes : []
}

function describe(image: Element, ancestors: readonly Element[], html: string): OracleImage {
  const location = image.sourceCodeLocation!
  const alt = location.attrs?.['alt']
  const chain = [image, ...ancestors]
  const lang = chain.map((element) => attribute(element, 'lang')).find((value) => value !== undefined)
  const hidden = chain.some(isRemoved) || ancestors.some((element) => attribute(element, 'role') === 'img')
  return {
    start: location.startOffset,
    end: location.endOffset,
    alt: alt && { start: alt.startOffset, end: endOf(html, alt.endOffset) },
    hidden,
    off: chain.some((element) => attribute(element, 'data-auto-alt') === 'off'),
    lang: lang === '' ? undefined : lang,
    purpose: hidden ? 'informative' : purposeOf(image, ancestors)
  }
}

/** parse5 leaves out the sign of an attribute that has no value before the tag ends: `alt=>`. */
function endOf(html: string, end: number): number {
  return end + (/^\s*=(?=\s*>)/u.exec(html.slice(end))?.[0].length ?? 0)
}

function purposeOf(image: Element, ancestors: readonly Element[]): OracleImage['purpose'] {
  const control = ancestors.find(isControl)
  if (!control) return 'informative'
  let text = false
  const images: Element[] = []
  const isFallback = (element: Element): boolean => element.tagName === 'noscript'
  const inFallback = ancestors.slice(0, ancestors.indexOf(control)).some(isFallback)
  const look = (node: Node, fallback = false): void => {
    if (
      node.nodeName === '#text' &&
      'value' in node &&
      node.value.trim() !== '' &&
      !isSilent(node.parentNode)
    )
      text = true
    if (!('tagName' in node)) return
    if (isRemoved(node)) return
    if (isFallback(node)) fallback = true
    if (fallback && !inFallback) return
    const isHtml = node.namespaceURI.endsWith('xhtml')
    if (isHtml && rawText.includes(node.tagName)) {
      if (node.tagName === 'textarea' || node.tagName === 'select') text = true
      return
    }
    if (attribute(node, 'role') === 'img' && node.tagName !== 'img') {
      if (node.tagName === 'input') text = true
      return
    }
    if (isControl(node)) {
      text = true
      return
    }
    if (node.tagName === 'input' && isHtml) text = true
    if (node.tagName === 'img' && fallback === inFallback) images.push(node)
    childrenOf(node).forEach((child) => look(child, fallback))
  }
  childrenOf(control).forEach((child) => look(child))
  const names =
    images.find((other) => attribute(other, 'alt')) ??
    images.find((other) => attribute(other, 'alt') === undefined) ??
    images[0]
  if (text || names !== image) return 'informative'
  return control.tagName === 'a' ? 'link' : 'button'
}

function isSilent(parent: DefaultTreeAdapterTypes.ParentNode | null): boolean {
  if (!parent || !('tagName' in parent) || parent.namespaceURI.endsWith('xhtml')) return false
  return ['desc', 'style', 'script'].includes(parent.tagName)
}

const rawText = [
  'script',
  'style',
  'textarea',
  'title',
  'iframe',
  'select',
  'noframes',
  'noembed',
  'xmp',
  'plaintext'
]

function isControl(element: Element): boolean {
  if (!element.namespaceURI.endsWith('xhtml')) return false
  return (
    (element.tagName === 'a' && attribute(element, 'href') !== undefined) ||
    element.tagName === 'button' ||
    element.tagName === 'summary'
  )
}

function isRemoved(element: Element): boolean {
  return attribute(element, 'aria-hidden') === 'true' || attribute(element, 'hidden') !== undefined
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((candidate) => candidate.name === name)?.value
}
