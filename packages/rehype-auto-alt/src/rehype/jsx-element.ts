import type { MdxJsxFlowElementHast, MdxJsxTextElementHast } from 'mdast-util-mdx-jsx'

/** An element or component in MDX. */
export type JsxElement = MdxJsxFlowElementHast | MdxJsxTextElementHast

/** An attribute that is no spread. */
export type JsxAttribute = Extract<JsxElement['attributes'][number], { type: 'mdxJsxAttribute' }>

type ValueExpression = Exclude<JsxAttribute['value'], string | null | undefined>

/** An expression, taken apart by the parser of MDX. */
export type Program = NonNullable<ValueExpression['data']>['estree']
