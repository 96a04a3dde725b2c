/** Words that are said twice or more on purpose, and names made of one word twice. */
const saidTwice = new Set(
  (
    'ha he ho hi la na no yes go hey knock blah yada beep tick tock choo chug woof meow moo baa quack hip ding dong bye ' +
    'tut hop yum zzz boom bang bora duran pago walla baden york sing aye dik tuk yo cha can tam couch wagga coco bon ' +
    'ylang mahi agar kin pom dum nom so very far long many much more never always hot tsk woo wow chop clap glug drip ' +
    'très bien non oui muy nada poco sehr viel nein ja più molto piano quasi via muito heel erg очень bardzo ' +
    'die der das den dem dat nous vous that had is was do up out down in on through'
  ).split(' ')
)

/** Languages in which the same word twice is a form of the word. */
const doubling = new Set([
  'vi',
  'id',
  'ms',
  'tl',
  'fil',
  'hi',
  'bn',
  'ta',
  'te',
  'tr',
  'sw',
  'th',
  'mi',
  'haw',
  'ka',
  'hy'
])

/** "Row after row after row", "side by side by side", "more and more and more": said on purpose. */
const betweenTwo = new Set('after by upon on and to over nach um für и за po por na'.split(' '))

/** In scripts without spaces: a few signs over and over. In any script: one letter, or two, over and over. */
const stuckSigns =
  /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]{3,12}?)\1{2}|([\p{Script=Han}\p{Script=Hangul}])\2{4}|(\p{L}{2})\3{5}|(\p{L})\4{7}/u

/** The words that a model repeats because it got stuck: one word over and over, or several in the same order. */
export function repeatedWords(text: string, language: string): string[] {
  const tokens = Array.from(
    text.matchAll(/[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu),
    ([word]) => word
  )
  const lower = tokens.map((token) => token.toLowerCase())
  const found =
    stuckWord(lower, tokens, language, text) ?? stuckPhrase(lower, tokens) ?? stuckSigns.exec(text)?.[0]
  return found === undefined ? [] : [found]
}

function stuckWord(
  lower: readonly string[],
  tokens: readonly string[],
  language: string,
  text: string
): string | undefined {
  const isDoubling = doubling.has(language.split('-')[0] ?? '')
  for (let start = 0; start < lower.length;) {
    const word = lower[start] ?? ''
    let end = start + 1
    while (lower[end] === word) end++
    const run = end - start
    const isWord = /\p{L}/u.test(word)
    const isOnPurpose = saidTwice.has(word)
    const isLong = /\p{L}\p{M}*\p{L}\p{M}*\p{L}/u.test(word)
    // Written as a name ("Bora Bora"), or with marks in between ("Red, red, red").
    const isName =
      !language.startsWith('de') && tokens.slice(start, end).every((token) => /^\p{Lu}/u.test(token))
    if (run >= 4 && isWord && !isOnPurpose) return word
    if (run === 3 && isLong && !isOnPurpose && !isDoubling) return word
    if (run === 2 && isLong && !isOnPurpose && !isDoubling && !isName && hasPair(text, word)) return word
    start = end
  }
  return undefined
}

/** Side by side with nothing but a space in between. */
function hasPair(text: string, word: string): boolean {
  const words = text.toLowerCase()
  return words.includes(`${word} ${word}`)
}

/** Three words or more twice in a row, or two words three times. */
function stuckPhrase(lower: readonly string[], tokens: readonly string[]): string | undefined {
  for (let length = 2; length <= 12; length++) {
    const least = length === 2 ? 3 : 2
    for (let start = 0; start + length * least <= lower.length; start++) {
      if (lower[start] !== lower[start + length]) continue
      const phrase = lower.slice(start, start + length)
      if (new Set(phrase).size === 1 || !phrase.some((word) => /\p{L}{2}/u.test(word))) continue
      if (new Set(phrase).size === 2 && phrase.some((word) => betweenTwo.has(word))) continue
      const isRepeated = Array.from({ length: least - 1 }, (_, turn) => (turn + 1) * length).every((offset) =>
        phrase.every((word, index) => lower[start + offset + index] === word)
      )
      if (isRepeated) return tokens.slice(start, start + length).join(' ')
    }
  }
  return undefined
}
