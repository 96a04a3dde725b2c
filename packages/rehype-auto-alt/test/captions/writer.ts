// A process that writes captions: `node writer.ts <root> <name> <count> <flush every>`.
// Says the name of each caption once it is promised to survive, and ends with a flush.
import { writeSync } from 'node:fs'

import { CaptionsFile } from '../../src/captions/captions-file.ts'
import { keyOf, nameOf } from './numbered.ts'

const [root = '', writer = '', count = '0', flushEvery = '0'] = process.argv.slice(2)
const store = new CaptionsFile('alt-text.json', { root })
let flushing = Promise.resolve()

for (let index = 0; index < Number(count); index++) {
  const name = nameOf(writer, index)
  await store.set(keyOf(name), {
    alt: name,
    status: 'generated',
    origin: 'model',
    files: [`${name}.png`],
    problems: []
  })
  writeSync(1, `${name}\n`)
  if (index % Number(flushEvery) === 0) flushing = store.flush()
}
await flushing
await store.flush()
