/*
 * How fast `auto-alt audit` is, as ratios in one run on the same files:
 * - to other linters with the one rule that both have, as users start them and without start-up;
 * - to the floor for 10,000 Markdown files, which is to read them and to look for what could be an image;
 * - of its start-up to that of Node, with the modules it loads.
 *
 *   pnpm run build && node bench/audit.mjs [--rounds 5] [--content <folder>] [--only peers|floor|start] [--peer eslint]
 *
 * The peers are installed into node_modules/.cache; `--peer` takes those whose name holds a text. Pages are made up;
 * `--content` measures with those of a folder.
 */
import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { measureFloor } from './audit/floor.mjs'
import { measurePeers } from './audit/against-peers.mjs'
import { measureStart } from './audit/start.mjs'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    content: { type: 'string' },
    only: { type: 'string' },
    peer: { type: 'string' }
  }
})
const parts = { peers: measurePeers, floor: measureFloor, start: measureStart }
const scratch = mkdtempSync(join(realpathSync(tmpdir()), 'auto-alt-bench-'))
try {
  for (const [name, measure] of Object.entries(parts)) {
    if (values.only !== undefined && values.only !== name) continue
    await measure({ scratch, rounds: Number(values.rounds), content: values.content, peer: values.peer })
  }
} finally {
  rmSync(scratch, { recursive: true, force: true, maxRetries: 3 })
}
