/** Languages that short texts do not tell apart. */
const groups: readonly (readonly string[])[] = [
  ['da', 'nb', 'nn', 'no', 'sv'],
  ['an', 'ast', 'ca', 'es', 'gl', 'oc', 'pt'],
  ['co', 'fur', 'it', 'lij', 'oc', 'sc', 'scn', 'vec'],
  ['br', 'fr', 'oc', 'wa'],
  ['cs', 'sk', 'pl', 'hsb', 'dsb'],
  ['id', 'jv', 'ms', 'su', 'tl', 'fil'],
  ['ja', 'zh', 'yue', 'ko'],
  ['bg', 'bs', 'hr', 'mk', 'sh', 'sl', 'sr'],
  ['be', 'bg', 'mk', 'ru', 'sr', 'uk'],
  ['af', 'fy', 'li', 'nl', 'nds'],
  ['de', 'gsw', 'lb', 'nds', 'yi'],
  ['en', 'sco'],
  ['az', 'crh', 'tk', 'tr'],
  ['et', 'fi'],
  ['lt', 'lv'],
  ['hi', 'mr', 'ne'],
  ['ar', 'ckb', 'fa', 'ku', 'ps', 'ur'],
  ['he', 'yi'],
  ['as', 'bn']
]

/** Whether two languages are so much alike, or the same, that nobody tells a short text in one from the other. */
export function areNear(one: string, other: string): boolean {
  const [first = '', second = ''] = [one, other].map((tag) => tag.toLowerCase().split('-')[0])
  return first === second || groups.some((group) => group.includes(first) && group.includes(second))
}
