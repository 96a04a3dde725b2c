/** Words that stand twice in a row by mistake only. Not "that that", "die die", "nous nous", "in in". */
const articles: Readonly<Record<string, string>> = {
  en: 'a an the of and with',
  de: 'ein eine einen einem einer eines und mit',
  fr: 'un une le les des et avec dans',
  es: 'un una el las los y con del',
  pt: 'um uma o os e com do da',
  it: 'un una il gli le e con del della',
  nl: 'een de het en van met',
  ru: 'и в с на',
  pl: 'i w z na'
}

/** A list that a model did not finish: "… a sink and a". */
const danglingEnd: Readonly<Record<string, RegExp>> = {
  en: /,? (?:and|or)(?: an?| the)?$/u,
  de: /,? (?:und|oder)(?: eine?[nmrs]?| der| die| das)?$/u,
  fr: /,? (?:et|ou)(?: une?| le| la| les| des)?$/u,
  es: /,? (?:y|o)(?: una?| el| la| los| las)?$/u,
  pt: /,? (?:e|ou)(?: uma?| os?| as?)?$/u,
  it: /,? (?:e|ed|o)(?: una?| il| la| le| gli)?$/u,
  nl: /,? (?:en|of)(?: een| de| het)?$/u,
  ru: /,? (?:и|или)$/u,
  pl: /,? (?:i|oraz|lub)$/u
}

/** Without an article or conjunction that stands twice in a row, and without the conjunction of an unfinished list. */
export function withoutSpareWords(text: string, language: string): string {
  const primary = language.split('-')[0] ?? ''
  const words = articles[primary]?.replaceAll(' ', '|')
  const twice = new RegExp(
    `(?<![\\p{L}\\p{M}\\p{N}’'-])(${words})(?: \\1)+(?![\\p{L}\\p{M}\\p{N}’'-])`,
    'giu'
  )
  // Capitals are signs: "the letters A A B".
  const once = (match: string, first: string): string => (/ [^ ]*\p{Lu}/u.test(match) ? match : first)
  const single = words === undefined ? text : text.replace(twice, once)
  const end = danglingEnd[primary]
  if (end === undefined) return single
  // "Plan A or the": only where enough is left to be a description.
  const rest = single.replace(end, '')
  return rest.split(' ').length >= 3 ? rest : single
}
