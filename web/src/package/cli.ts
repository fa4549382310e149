#!/usr/bin/env node
/** Entry of the command `upgrade-rate`: ties command.ts to this process. */
import { readFile } from 'node:fs/promises'
import { runCommand } from './command.js'
import { createEngine } from './index.js'

// Whoever reads the output may stop early (head, less): that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1)
})

process.exitCode = await runCommand(process.argv.slice(2), {
  createEngine: () => createEngine(),
  version: async () => {
    const text = await readFile(new URL('./package.json', import.meta.url), 'utf8')
    return (JSON.parse(text) as { version: string }).version
  },
  stdin: process.stdin,
  write: (text) =>
    new Promise((resolve) => {
      process.stdout.write(text, () => resolve())
    }),
  complain: (text) => void process.stderr.write(text),
})
