/** Files of every size, made once and kept in build/bench; their names say what is in them. */
import { execFileSync } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, readSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { built, work } from './places.mjs'

const SEED = 20240229
const SETTINGS = [{ today: '2025-06-30' }, { today: '2025-06-30', period: 'quarter' }]
const REFERENCE = { rows: 1_860_000, customers: 500_000 }

/** @param {{ rows: number, customers?: number, order?: string, quoted?: number, columns?: number }} wish */
export function data(wish) {
  const file = made(wish)
  const warmUp = made({ ...wish, rows: 2000, customers: 500 })
  const head = firstBytes(file, 8192).split('\n')
  const cells = head.map((line) => line.replaceAll('"', '').split(','))
  return {
    file,
    warmUp,
    rows: wish.rows,
    bytes: statSync(file).size,
    columns: cells[0],
    instant: cells[1][1].length === 10 ? 'DATE' : 'TIMESTAMP',
    settings: SETTINGS,
  }
}

/** As many customers to the row as the reference file has. */
export const customersFor = (rows) =>
  Math.max(1, Math.round((rows * REFERENCE.customers) / REFERENCE.rows))

function made({ rows, customers = customersFor(rows), order = 'time', quoted = 0, columns = 8 }) {
  const wish = [rows, customers, order, quoted, columns, SEED]
  const file = join(work, `rows-${wish.join('-')}.csv`)
  if (existsSync(file)) return file
  mkdirSync(work, { recursive: true })
  execFileSync(join(built, 'upgrade_rate_rows'), [`${file}.part`, ...wish.map(String)], {
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  renameSync(`${file}.part`, file)
  return file
}

function firstBytes(file, count) {
  const handle = openSync(file, 'r')
  const bytes = Buffer.alloc(count)
  const length = readSync(handle, bytes, 0, count, 0)
  closeSync(handle)
  return bytes.toString('utf8', 0, length)
}

/** Reads a file through once, so that every contender finds it in the system's memory. */
export function readThrough(file) {
  const handle = openSync(file, 'r')
  const bytes = Buffer.alloc(1 << 22)
  while (readSync(handle, bytes, 0, bytes.length, null) > 0);
  closeSync(handle)
}
