import assert from 'node:assert/strict'
import { test } from 'node:test'
import { timeZone } from '../../../web/src/engine/time_zone.js'
import { today } from '../../../web/src/engine/today.js'

const seconds = (instant: string) => Date.parse(instant) / 1000
const HOUR = 3600

/** Changes as governments announced them: instant in UTC, offset in hours before and after. */
const changes: [zone: string, instant: string, before: number, after: number][] = [
  ['Europe/Berlin', '2024-03-31T01:00:00Z', 1, 2],
  ['Europe/Berlin', '2024-10-27T01:00:00Z', 2, 1],
  ['Europe/Berlin', '1980-04-06T01:00:00Z', 1, 2],
  ['America/New_York', '2025-03-09T07:00:00Z', -5, -4],
  ['America/New_York', '2006-10-29T06:00:00Z', -4, -5],
  ['Australia/Lord_Howe', '2024-04-06T15:00:00Z', 11, 10.5],
  ['Pacific/Apia', '2011-12-30T10:00:00Z', -10, 14],
  ['America/Argentina/Tucuman', '2004-06-01T03:00:00Z', -3, -4],
  ['America/Argentina/Tucuman', '2004-06-13T04:00:00Z', -4, -3],
  ['Africa/Monrovia', '1972-01-07T00:44:30Z', -44.5 / 60, 0],
  ['Asia/Pyongyang', '2018-05-04T15:00:00Z', 8.5, 9],
]

test('known changes are found to the second', () => {
  for (const [zone, instant, before, after] of changes) {
    const { transitions } = timeZone(zone)
    const at = transitions.findIndex(([time]) => time === seconds(instant))
    assert.ok(at > 0, `${zone} changes at ${instant}`)
    assert.equal(transitions[at]?.[1], after * HOUR, `${zone} after ${instant}`)
    assert.equal(transitions[at - 1]?.[1], before * HOUR, `${zone} before ${instant}`)
  }
})

test('transitions ascend, change the offset, and begin before all data', () => {
  for (const zone of ['Europe/Berlin', 'Africa/Casablanca', 'America/Sao_Paulo', 'Asia/Tokyo']) {
    const { name, transitions } = timeZone(zone)
    assert.equal(name, zone)
    assert.ok((transitions[0]?.[0] ?? 0) <= seconds('1900-01-01T00:00:00Z'))
    for (let i = 1; i < transitions.length; i++) {
      assert.ok((transitions[i]?.[0] ?? 0) > (transitions[i - 1]?.[0] ?? 0), `${zone} ${i}`)
      assert.notEqual(transitions[i]?.[1], transitions[i - 1]?.[1], `${zone} ${i}`)
    }
  }
})

test('daylight saving goes on to 2100', () => {
  // The last Sunday of October 2099 is the 25th.
  assert.deepEqual(timeZone('Europe/Paris').transitions.at(-1), [
    seconds('2099-10-25T01:00:00Z'),
    HOUR,
  ])
})

test('zones without changes have one entry', () => {
  assert.deepEqual(timeZone('UTC').transitions, [[seconds('1900-01-01T00:00:00Z'), 0]])
  assert.deepEqual(
    timeZone('Etc/GMT-5').transitions.map(([, offset]) => offset),
    [5 * HOUR],
  )
})

test('a zone is worked out once', () => {
  assert.equal(timeZone('Europe/Rome'), timeZone('Europe/Rome'))
})

test('what is no zone is refused by name', () => {
  for (const name of ['', 'Mars/Olympus', '+02:00', 'Europe/Berlin ', 'ÜTC'])
    assert.throws(
      () => timeZone(name),
      { code: 'setting.timeZone', where: 'timeZone', advice: /IANA/ },
      name,
    )
})

test('today is the local day of the zone', () => {
  const now = new Date('2026-01-31T23:30:00Z')
  const days: [string, string][] = [
    ['UTC', '2026-01-31'],
    ['Europe/Berlin', '2026-02-01'],
    ['America/Los_Angeles', '2026-01-31'],
    ['Pacific/Kiritimati', '2026-02-01'],
  ]
  for (const [zone, day] of days) assert.equal(today(zone, now), day, zone)
  assert.equal(today('America/Los_Angeles', new Date('2026-03-01T07:59:59Z')), '2026-02-28')
})
