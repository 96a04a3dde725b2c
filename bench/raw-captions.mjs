/*
 * What becomes of raw captions of a model: stored clean, reworded, cut, flagged or left out, and which rules they break.
 * As after a repair that brought nothing better: no model is asked.
 *
 *   pnpm run build && node bench/raw-captions.mjs <captions.jsonl> [--language en] [--each]
 *
 * Each line of the file is a JSON object with a `caption`. With `--each` a line for each caption too. Exits with 1
 * where a stored text is too long, not on one line, has a word that the caption does not have and that is no neutral
 * replacement, or would be changed by being checked again.
 */
import { readFileSync } from 'node:fs'

import { checkAnswer } from '../packages/rehype-auto-alt/dist/rules/answer/check-answer.js'
import { cleanAnswer } from '../packages/rehype-auto-alt/dist/rules/answer/clean-answer.js'
import { settleAnswer } from '../packages/rehype-auto-alt/dist/rules/answer/settle-answer.js'
import { countGraphemes } from '../packages/rehype-auto-alt/dist/rules/plain-text.js'
import { neutralReplacements, reworded } from '../packages/rehype-auto-alt/dist/rules/style/reword.js'

const [file, ...settings] = process.argv.slice(2)
if (file === undefined) {
  console.error('Usage: node bench/raw-captions.mjs <captions.jsonl> [--language en] [--each]')
  process.exit(2)
}
const language = settings.includes('--language') ? settings[settings.indexOf('--language') + 1] : 'en'
const style = { maxLength: 120, language, fullStop: false }

const wordsOf = (text) =>
  [...new Intl.Segmenter(language, { granularity: 'word' }).segment(text.normalize('NFC'))]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment.toLowerCase())

/* What is wrong with a stored text that must never be; empty for nothing. */
function broken(raw, { text }) {
  const known = new Set(wordsOf(raw))
  const strange = wordsOf(text).filter((word) => !known.has(word) && !neutralReplacements.has(word))
  return [
    ...(countGraphemes(text) > style.maxLength ? ['too long'] : []),
    ...(/[\r\n\u2028\u2029]/u.test(text) ? ['several lines'] : []),
    ...(strange.length > 0 ? [`words of its own: ${strange.join(', ')}`] : []),
    ...(settleAnswer(checkAnswer(text, style), style)?.text === text ? [] : ['changes when checked again'])
  ]
}

const counts = { clean: 0, reworded: 0, cut: 0, flagged: 0, 'left out': 0 }
const rules = new Map()
let failures = 0
const captions = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => JSON.parse(line).caption)
for (const raw of captions) {
  const checked = checkAnswer(raw, style)
  const settled = settleAnswer(checked, style)
  for (const rule of new Set(settled?.problems ?? checked.faults)) rules.set(rule, (rules.get(rule) ?? 0) + 1)
  const isReworded = reworded(cleanAnswer(raw, style), language, style).changed
  const outcome =
    settled === undefined
      ? 'left out'
      : settled.problems.length > 0
        ? 'flagged'
        : settled.text !== checked.text
          ? 'cut'
          : isReworded
            ? 'reworded'
            : 'clean'
  counts[outcome]++
  const faults = settled ? broken(raw, settled) : []
  failures += faults.length
  for (const fault of faults)
    console.log(`${fault}: ${JSON.stringify(raw)} -> ${JSON.stringify(settled.text)}`)
  if (settings.includes('--each')) {
    const problems = (settled?.problems ?? checked.faults).join(' ')
    console.log([outcome, problems, raw, settled?.text ?? ''].join('\t'))
  }
}
const share = (count) => `${count} (${((100 * count) / captions.length).toFixed(1)} %)`
console.log(`${captions.length} captions`)
for (const [outcome, count] of Object.entries(counts)) console.log(`  ${outcome}: ${share(count)}`)
for (const [rule, count] of [...rules].sort(([, one], [, other]) => other - one))
  console.log(`  ${rule}: ${share(count)}`)
process.exit(failures > 0 ? 1 : 0)
