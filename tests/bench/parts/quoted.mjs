/** Every field in quotes, and one in four, against none. */
import { data } from '../data.mjs'
import { assertSameFigures } from '../figures.mjs'
import { race } from '../race.mjs'
import { contender } from '../roster.mjs'
import { count, medianOf, megabytes, ms, print, times } from '../table.mjs'

const OURS = ['native', 'node', 'chromium']

export async function run({ rows, repeat }) {
  const lines = []
  const plain = new Map()
  let wanted = null
  for (const quoted of [0, 25, 100]) {
    const file = data({ rows, quoted })
    const { results, figures } = await race(OURS.map(contender), file, repeat)
    wanted ??= figures
    assertSameFigures(`The file quoted to ${quoted} %`, figures, wanted)
    for (const {
      contender: { name, title },
      answers,
    } of results) {
      const total = medianOf(answers, ({ totalMs }) => totalMs)
      if (quoted === 0) plain.set(name, total)
      const ratio = total === null || !plain.get(name) ? null : total / plain.get(name)
      lines.push([title, `${quoted} %`, megabytes(file.bytes), ms(total), times(ratio)])
    }
  }
  print(
    `Quotes, ${count(rows)} rows`,
    ['', 'fields in quotes', 'file', 'answer', 'against none'],
    lines,
  )
}
