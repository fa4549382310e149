/** When the page says why a period is judged worse than the longer stretch above it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Period, Report, Settings } from '../../../web/src/engine/documents.js'
import { scaleNote } from '../../../web/src/view/scale_note.js'
import { headline, period, report } from './fixtures.js'
import { markupOf } from './markup_of.js'
import { viewOf } from './view_of.js'

const quarter = (band: string | null, partial = false): Period =>
  period(50, 1000, { start: '2024-01-01T00:00:00Z', end: '2024-04-01T00:00:00Z', band, partial })

const year = { start: '2023-04-01T00:00:00Z', end: '2024-04-01T00:00:00Z' }

const cases: [
  name: string,
  settings: Settings,
  above: { band: string | null; start: string; end: string },
  listed: Period[],
  told: boolean,
][] = [
  ['another band', {}, { ...year, band: 'healthy' }, [quarter('concerning')], true],
  ['the same band', {}, { ...year, band: 'healthy' }, [quarter('healthy')], false],
  [
    'a scale that is meant for a year',
    { bandWindow: 'year' },
    { ...year, band: 'healthy' },
    [quarter('concerning')],
    false,
  ],
  [
    'the last finished one counts',
    {},
    { ...year, band: 'healthy' },
    [quarter('healthy'), quarter(null, true)],
    false,
  ],
  [
    'the stretch above is no longer',
    {},
    { start: '2024-01-01T00:00:00Z', end: '2024-04-01T00:00:00Z', band: 'healthy' },
    [quarter('concerning')],
    false,
  ],
  ['no verdict above', {}, { ...year, band: null }, [quarter('concerning')], false],
]
for (const [name, settings, above, listed, told] of cases)
  test(`the scale as shown: ${name}`, () => {
    const made = report({ period: 'quarter' }, listed, { ...headline(180, 1000), ...above })
    const shown: Report = {
      ...made,
      settings: { ...made.settings, period: 'quarter', bandWindow: 'as shown', ...settings },
    }
    const markup = markupOf(scaleNote(viewOf(shown), shown))
    assert.equal(markup.includes('a quarter needs the same shares'), told, markup)
  })
