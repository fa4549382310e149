/** A file of 2 GB with a million customers: does it pass, and in how much memory. */
import { customersFor, data } from '../data.mjs'
import { race } from '../race.mjs'
import { contender } from '../roster.mjs'
import { count, medianOf, megabytes, ms, print } from '../table.mjs'

const RUNNERS = ['native', 'node', 'chromium']

export async function run({ quick }) {
  const rows = quick ? 1e6 : 34_400_000
  const customers = quick ? customersFor(rows) : 1e6
  const file = data({ rows, customers })
  const { results } = await race(RUNNERS.map(contender), file, 1)
  print(
    `${count(rows)} rows, ${count(customers)} customers, ${megabytes(file.bytes)}`,
    ['', 'answer', 'process, peak', 'wasm, peak', 'bytes per row above ready'],
    results.map(({ contender: { title }, answers, skipped }) => {
      if (answers.length === 0) return [title, `skipped: ${skipped}`]
      const [answer] = answers
      const above = answer.peakWasm
        ? answer.peakWasm - answer.readyWasm
        : (answer.peakKb - answer.readyKb) * 1024
      return [
        title,
        ms(medianOf(answers, ({ totalMs }) => totalMs)),
        megabytes(answer.peakKb * 1024),
        megabytes(answer.peakWasm ?? null),
        (above / rows).toFixed(1),
      ]
    }),
  )
}
