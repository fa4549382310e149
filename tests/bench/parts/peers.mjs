/** The same figures from the same file, by the product and by the others. */
import { data } from '../data.mjs'
import { figureCount } from '../figures.mjs'
import { race } from '../race.mjs'
import { contender } from '../roster.mjs'
import { count, medianOf, megabytes, ms, print, times } from '../table.mjs'

const KB = 1024
const HEAD = [
  ...['', 'answer', 'fastest', 'reading', '+ months', '+ quarters'],
  ...['against Chromium', 'rows/s', 'MB/s'],
  ...['process, peak', 'above ready', 'wasm, peak', 'above ready'],
]

export async function run({ rows, repeat, contenders }) {
  const file = data({ rows })
  const { results, figures } = await race(contenders.map(contender), file, repeat)
  const ours = results.find(({ contender: { name } }) => name === 'chromium')
  const own = ours ? medianOf(ours.answers, ({ totalMs }) => totalMs) : null
  print(
    `${count(rows)} rows, ${megabytes(file.bytes)}, ${file.columns.length} columns; ${count(figureCount(figures))} figures found equal; medians of ${repeat}`,
    HEAD,
    results.map(({ contender: { title }, answers, skipped }) =>
      answers.length === 0
        ? [title, `skipped: ${skipped}`, ...HEAD.slice(2).map(() => '')]
        : row(title, answers, file, own),
    ),
  )
}

function row(title, answers, { rows, bytes }, own) {
  const middle = (get) => medianOf(answers, get)
  const total = middle(({ totalMs }) => totalMs)
  const above = (peak, ready) => (peak === null ? null : peak - (ready ?? 0))
  const peak = middle(({ peakKb }) => peakKb * KB)
  const wasm = middle(({ peakWasm }) => peakWasm)
  return [
    title,
    ms(total),
    ms(Math.min(...answers.map(({ totalMs }) => totalMs))),
    ms(middle(({ loadMs }) => loadMs)),
    ...[0, 1].map((report) => ms(middle(({ reportMs }) => reportMs?.[report]))),
    times(own === null ? null : total / own),
    count((rows / total) * 1000),
    count(bytes / total / 1000),
    megabytes(peak),
    megabytes(
      above(
        peak,
        middle(({ readyKb }) => readyKb * KB),
      ),
    ),
    megabytes(wasm),
    megabytes(
      above(
        wasm,
        middle(({ readyWasm }) => readyWasm),
      ),
    ),
  ]
}
