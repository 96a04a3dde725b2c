#!/usr/bin/env node
import { main } from '../dist/cli/main.js'

const { argv, env, stderr, stdout } = process
process.exitCode = await main(argv.slice(2), { stdout, stderr, cwd: process.cwd(), env })
