import type { StyleFault } from './style-fault.ts'

/** A fault of style in words that can be told to a model: which rule, which words, what to do. */
export function styleFaultInWords({ ruleId, words }: StyleFault): string {
  const named = `(${words
    .slice(0, 6)
    .map((word) => `"${word}"`)
    .join(', ')})`
  switch (ruleId) {
    case 'gendered-words':
      return `It guesses a gender ${named}: say "person" or leave it out.`
    case 'guessed-age':
      return `It guesses an age ${named}: leave it out.`
    case 'guessed-ethnicity':
      return `It guesses an ethnicity or origin ${named}: leave it out.`
    case 'guessed-feelings':
      return `It guesses what somebody feels ${named}: say what is visible, such as a smile, or leave it out.`
    case 'unfounded-name':
      return `It uses a name that neither the picture nor the page gives ${named}: say what is visible instead.`
    case 'praise':
      return `It praises ${named}: leave that out.`
    case 'camera-talk':
      return `It talks about the picture as a picture ${named}: say only what it shows.`
    case 'keyword-list':
      return `It is a list of keywords ${named}: write a sentence.`
    case 'emoji':
      return `It holds emoji ${named}: leave them out.`
    case 'hashtag':
      return `It holds hashtags ${named}: leave them out.`
    case 'markup':
      return `It holds Markdown or HTML ${named}: write plain text.`
    case 'too-many-sentences':
      return `It has more than two sentences ${named}: keep the two that matter most.`
    case 'letter-case':
      return `It is not in sentence case ${named}: write capitals only where a sentence or a name begins.`
  }
}
