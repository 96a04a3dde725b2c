/** "Eine Person neben einer Person": the second is another one. */
export function withAnother(text: string): string {
  const seen = new Set<string>()
  return text.replace(
    /(?<!\p{L})(eine[rnms]?|ein|die|der|dem|den|das|des) (?:\p{Ll}+ )?(Person|Mensch(?:en)?|Kind(?:e?s)?)(?!\p{L})/giu,
    (words, article: string, noun: string) => {
      const ending = anotherEndings[`${article.toLowerCase()} ${noun}`]
      const kind = noun.startsWith('Kind') ? 'child' : 'person'
      const isSecond = seen.has(kind) && ending !== undefined && !/ ander/u.test(words)
      seen.add(kind)
      return isSecond ? words.replace(' ', ` andere${ending} `) : words
    }
  )
}

const anotherEndings: Readonly<Record<string, string>> = {
  'eine Person': '',
  'einer Person': 'n',
  'ein Mensch': 'r',
  'einen Menschen': 'n',
  'einem Menschen': 'n',
  'eines Menschen': 'n',
  'ein Kind': 's',
  'einem Kind': 'n',
  'eines Kindes': 'n'
}

/** "Eine Person, eine Person und ein Kind", "Meine Personen und Personen". */
export function isClumsy(text: string): boolean {
  return /(?<!\p{L})(Person(?:en)?|Menschen?|Kinder)(?:,| und| oder) (?:eine[rnms]? |ein |die |der |das |dem |den |andere[rns]? |zwei |drei )*(?:Person(?:en)?|Menschen?|\1)(?!\p{L})/iu.test(
    text
  )
}
