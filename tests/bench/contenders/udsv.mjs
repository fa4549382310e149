/** uDSV with counting in JavaScript. The file comes in pieces; rows are counted as they are parsed. */
import { createReadStream } from 'node:fs'
import { inferSchema, initParser } from 'udsv'
import { Counter } from '../peers/count.mjs'

export async function start() {
  return {
    async answer(file) {
      const started = performance.now()
      const counter = new Counter()
      const count = (row) => {
        counter.add(row[0], row[1], row[2])
      }
      let parser = null
      for await (const text of createReadStream(file, {
        encoding: 'utf8',
        highWaterMark: 1 << 20,
      })) {
        parser ??= initParser(inferSchema(text))
        parser.chunk(text, parser.stringArrs, count)
      }
      parser.end()
      const figures = counter.figures()
      return { totalMs: performance.now() - started, figures }
    },
    stop: async () => {},
  }
}
