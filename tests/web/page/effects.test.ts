/** Which change of the settings reads the files again, and which only asks for another report. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Settings } from '../../../web/src/engine/documents.js'
import type { Answer } from '../../../web/src/engine/messages.js'
import { makeEffects } from '../../../web/src/page/effects.js'
import { initial } from '../../../web/src/page/state.js'
import { type Action, update } from '../../../web/src/page/update.js'
import { headline, periods, report, summary } from './fixtures.js'

const months = periods({ unit: 'month', count: 3, rate: () => 0.1, base: () => 1000 })

/** Brings a file with a column read as segment ("region"), then makes the changes one by one. */
async function calls(changes: readonly Settings[], rows = 10): Promise<string[]> {
  const made: string[] = []
  let state = initial('en', 'en')
  const send = (action: Action) => {
    state = update(state, action)
  }
  const port = {
    load: async () => {
      made.push('read')
      return { ...summary, rows }
    },
    answer: async (settings: Settings): Promise<Answer> => {
      made.push('answer')
      return { ...report(settings, months, headline(512, 2814)), unfinished: true }
    },
    report: async (settings: Settings) => {
      made.push('report')
      return report(settings, months, headline(512, 2814))
    },
    table: async () => new Blob([]),
    aggregates: async () => '',
    sql: async () => '',
    opened: async () => report({}, months, headline(512, 2814)),
  }
  const effects = makeEffects(port, () => state, send)
  const settled = () => new Promise((done) => setTimeout(done, rows > 1e4 ? 200 : 0))
  effects.text('a,b\n1,2\n')
  await settled()
  for (const change of changes) {
    made.length = 0
    send({ type: 'chose', settings: change })
    effects.settingsChanged()
    await settled()
  }
  return made
}

const other = 'account manager of the customer'
const cases: [name: string, changes: Settings[], wanted: string[]][] = [
  ['another base', [{ base: 'active' }], ['report']],
  ['a column read as segment', [{ segmentBy: ['region'] }], ['report']],
  ['none of them', [{ segmentBy: [] }], ['report']],
  ['a newly chosen column', [{ segmentBy: ['region', other] }], ['read', 'report']],
  [
    'a condition on a newly chosen column',
    [{ filters: [{ column: other, in: ['Ann'] }] }],
    ['read', 'report'],
  ],
  ['a condition on the plan', [{ filters: [{ plan: true, in: ['Pro'] }] }], ['report']],
  [
    'one more value of a column read since',
    [{ segmentBy: [other] }, { segmentBy: [other], filters: [{ column: other, in: [''] }] }],
    ['report'],
  ],
  ['a column taken back', [{ segmentBy: [other] }, {}], ['report']],
  ['how a file is read', [{ files: [{ delimiter: ';' }] }], ['read', 'report']],
]
for (const [name, changes, wanted] of cases)
  test(`settings: ${name}`, async () => assert.deepEqual(await calls(changes), wanted))

test('of many rows the answer comes first, then the rest', async () => {
  assert.deepEqual(await calls([{ base: 'active' }], 1e6), ['answer', 'report'])
})
