/**
 * One contender in a process of its own: `node contender.mjs NAME DATA.json`.
 *
 * Starts the engine, lets it answer the same question about a small file (whatever is compiled or
 * set up at first use is then there), says {"ready": …}, waits for a line, answers for the file and
 * prints the answer with this process's memory before and at the peak. A contender that lives in
 * another process (a browser) gives its own memory.
 */
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { forget, nowKb, peakKb } from './process_memory.mjs'

const [name, given] = process.argv.slice(2)
const data = JSON.parse(readFileSync(given, 'utf8'))
const { start } = await import(`./contenders/${name}.mjs`)
// An answer is longer than a pipe holds, and leaving does not wait for what is still in it.
const say = (document) =>
  new Promise((written) => process.stdout.write(`${JSON.stringify(document)}\n`, written))

const engine = await start(data)
await engine.answer(data.warmUp)
forget(process.pid)
const readyKb = nowKb(process.pid)
await say({ ready: true })
for await (const _ of createInterface({ input: process.stdin })) {
  const answer = await engine.answer(data.file)
  await say({ readyKb, peakKb: peakKb(process.pid), ...answer })
  break
}
await engine.stop()
process.exit(0)
