#!/usr/bin/env node
import { main } from '../dist/cli/main.js'

const { argv, env, stderr, stdout } = process

// Whoever reads a pipe may stop reading: `auto-alt generate | head`.
for (const stream of [stdout, stderr]) {
  stream.on('error', (error) => {
    if (error.code !== 'EPIPE') throw error
  })
}
process.exitCode = await main(argv.slice(2), { stdout, stderr, cwd: process.cwd(), env })
