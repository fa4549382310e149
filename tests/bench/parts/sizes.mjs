/** What a visitor downloads. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { dist } from '../places.mjs'
import { count, print } from '../table.mjs'

const FILES = ['index.html', 'package/upgrade_rate.wasm', 'package/upgrade-rate.js']

export async function run() {
  const lines = FILES.map((name) => {
    const bytes = readFileSync(join(dist, name))
    return [`dist/${name}`, count(bytes.length), count(gzipSync(bytes, { level: 9 }).length)]
  })
  print('Sizes in bytes', ['', 'as it is', 'gzip'], lines)
}
