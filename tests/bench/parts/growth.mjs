/** How time grows with rows, customers, columns and the order of rows. Checked by DuckDB each time. */
import { customersFor, data } from '../data.mjs'
import { race } from '../race.mjs'
import { contender } from '../roster.mjs'
import { count, medianOf, megabytes, ms, print } from '../table.mjs'

const RUNNERS = ['native', 'node', 'duckdb']
const REPEATS = 3
const MB = 1e6

function wishes(quick) {
  const most = quick ? 1e5 : 1e7
  const middle = quick ? 1e5 : 1e6
  const rows = [1e4, 1e5, 1e6, 1e7].filter((n) => n <= most)
  const customers = [1e2, 1e3, 1e4, 1e5, 1e6].filter((n) => n <= middle)
  return [
    ...rows.map((n) => ({ rows: n })),
    // With one row each nobody would ever move, and most plans would not occur.
    ...customers.map((n) => ({ rows: Math.max(middle, 2 * n), customers: n })),
    ...[4, 12, 40].map((columns) => ({ rows: middle, columns })),
    ...['customer', 'none'].map((order) => ({ rows: middle, order })),
  ]
}

export async function run({ quick, repeat }) {
  const lines = []
  for (const wish of wishes(quick)) {
    const file = data(wish)
    const { results } = await race(RUNNERS.map(contender), file, Math.min(repeat, REPEATS))
    const times = results.map(({ answers }) => medianOf(answers, ({ totalMs }) => totalMs))
    const wasm = times[1]
    const memory = medianOf(results[1].answers, ({ readyWasm, peakWasm }) => peakWasm - readyWasm)
    lines.push([
      count(wish.rows),
      count(wish.customers ?? customersFor(wish.rows)),
      wish.columns ?? 8,
      wish.order ?? 'time',
      megabytes(file.bytes),
      ...times.map(ms),
      (wasm / (file.bytes / MB)).toFixed(2),
      (memory / wish.rows).toFixed(1),
    ])
  }
  const head = [
    ...['rows', 'customers', 'columns', 'order', 'file', 'native', 'wasm in Node', 'DuckDB'],
    ...['wasm, ms per MB', 'wasm, bytes per row'],
  ]
  print('Growth', head, lines)
}
