/**
 * A table of aggregates through the module: its days are of the time zone that it was counted in,
 * whatever is asked for, also when it is asked for first.
 */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import createCore from '../../../wasm/module.js'
import { InProcessEngine } from '../../../web/src/package/engine.js'

const wasm = 'build/wasm/upgrade_rate_wasm.wasm'
const skip = existsSync(wasm) ? false : 'the WebAssembly module is not built'

const table = `part,start,end,name,other,currency,measure,value
about,,,,,,version,1
about,,,,,,settings,"{""timeZone"":""Europe/Berlin""}"
about,,,,,,dataUntil,2024-01-31T23:00:00Z
period,2024-01-01,2024-02-01,,,,opening,8
period,2024-01-01,2024-02-01,,,,closing,8
period,2024-01-01,2024-02-01,,,,active,8
period,2024-01-01,2024-02-01,,,,upgraded,2
period,2024-01-01,2024-02-01,,,,upgradedOrUpsold,2
period,2024-01-01,2024-02-01,,,,upgradeEvents,2
`

test('aggregates keep their time zone', { skip }, async () => {
  const engine = new InProcessEngine(() => createCore({ wasmBinary: readFileSync(wasm) }))
  await engine.load([{ name: 'table.csv', data: table }])
  for (const settings of [{}, { timeZone: 'America/New_York' }]) {
    const { periods, notes, settings: used } = await engine.report(settings)
    assert.equal(used.timeZone, 'Europe/Berlin')
    assert.equal(periods[0]?.start, '2023-12-31T23:00:00Z')
    assert.equal(periods[0]?.rate, 0.25)
    assert.equal(periods[0]?.partial, false)
    const fixed = notes.find(({ code }) => code === 'aggregates.fixed')
    assert.deepEqual(fixed?.params.settings, 'timeZone' in settings ? ['timeZone'] : undefined)
  }
  await engine.load([{ name: 'other.csv', data: 'customer,date,plan\na,2024-01-05,Basic\n' }])
  assert.equal((await engine.report({})).settings.timeZone, 'UTC', 'and leave it with their file')
})
