/**
 * Value of an attribute as the markup gives it: a string with character references decoded, `true` for a bare
 * attribute (`<img alt>`), or an expression whose value only the run time knows (`alt={text}`). Whoever reads
 * JSX hands over an expression that is a literal as that literal.
 */
export type AttributeValue = string | true | { readonly expression: string }

/** Attributes of one element by name, lower case in HTML. Of a name given twice, the first counts. */
export type Attributes = ReadonlyMap<string, AttributeValue>

/** Text of an attribute value: `''` for a bare attribute, `undefined` for an expression and for no attribute. */
export function attributeText(value: AttributeValue | undefined): string | undefined {
  return value === true ? '' : typeof value === 'string' ? value : undefined
}
