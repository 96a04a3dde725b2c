import { attributeText, type Attributes } from '../attribute-value.ts'

/** Roles whose elements need an accessible name. */
const rolesToName =
  'alertdialog application button checkbox columnheader combobox dialog form graphics-document graphics-symbol grid ' +
  'heading image img link listbox menuitem menuitemcheckbox menuitemradio meter option progressbar radio radiogroup ' +
  'region rowheader searchbox slider spinbutton switch tab table tabpanel textbox toolbar tooltip tree treegrid treeitem'

const otherRoles =
  'alert article associationlist associationlistitemkey associationlistitemvalue banner blockquote caption cell code ' +
  'comment complementary contentinfo definition deletion directory doc-abstract doc-acknowledgments doc-afterword ' +
  'doc-appendix doc-backlink doc-biblioentry doc-bibliography doc-biblioref doc-chapter doc-colophon doc-conclusion ' +
  'doc-cover doc-credit doc-credits doc-dedication doc-endnote doc-endnotes doc-epigraph doc-epilogue doc-errata ' +
  'doc-example doc-footnote doc-foreword doc-glossary doc-glossref doc-index doc-introduction doc-noteref doc-notice ' +
  'doc-pagebreak doc-pagefooter doc-pageheader doc-pagelist doc-part doc-preface doc-prologue doc-pullquote doc-qna ' +
  'doc-subtitle doc-tip doc-toc document emphasis feed figure generic graphics-object gridcell group insertion list ' +
  'listitem log main mark marquee math menu menubar navigation none note paragraph presentation row rowgroup ' +
  'scrollbar search sectionfooter sectionheader separator status strong subscript suggestion superscript tablist term ' +
  'text time timer'

const needName: ReadonlySet<string> = new Set(rolesToName.split(' '))
const known: ReadonlySet<string> = new Set([...needName, ...otherRoles.split(' ')])

/** The role that the attribute `role` gives: the first token that is a role, as browsers take it. */
export function roleOf(attributes: Attributes): string | undefined {
  const written = attributeText(attributes.get('role'))
  if (written === undefined) return undefined
  const tokens = written.toLowerCase().match(/\S+/gu)
  return tokens?.find((token) => known.has(token))
}

/** True for `img`, and for `image`, which means the same. */
export function isImageRole(role: string | undefined): boolean {
  return role === 'img' || role === 'image'
}

/** True for `none` and `presentation`, which take an element out of the accessibility tree. */
export function isPresentational(role: string | undefined): boolean {
  return role === 'none' || role === 'presentation'
}

/** True for a role whose elements say nothing without an accessible name. */
export function needsName(role: string): boolean {
  return needName.has(role)
}
