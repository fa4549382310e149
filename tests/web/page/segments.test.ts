/**
 * The sentences over tables of segments and over mixes, in both languages: nobody, one segment, all
 * too small, apart in either way, many names, no limits, values that are not listed. What the views
 * show and what they need; sorting; editing conditions. Written here by hand.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { spanChart } from '../../../web/src/charts/span_chart.js'
import type { Report } from '../../../web/src/engine/documents.js'
import type { Filter, Mix, SegmentTable } from '../../../web/src/engine/documents_segments.js'
import { valuesOf, withValues } from '../../../web/src/page/filters.js'
import { initial } from '../../../web/src/page/state.js'
import { update } from '../../../web/src/page/update.js'
import type { View } from '../../../web/src/view/context.js'
import { filterForm, filterLine, segmentColumns } from '../../../web/src/view/filters.js'
import { launchSegments } from '../../../web/src/view/launch_segments.js'
import { segments } from '../../../web/src/view/segments.js'
import { mixSays, segmentsSay } from '../../../web/src/view/segments_say.js'
import { headline, periods, report } from './fixtures.js'
import { markupOf, rowHeads } from './markup_of.js'
import {
  launchSegments as launched,
  mix,
  regions,
  segmentRow,
  segmentTable,
} from './segments_fixture.js'
import { viewOf } from './view_of.js'

const months = periods({ unit: 'month', count: 3, rate: () => 0.1, base: () => 1000 })
const withSegments = (tables: Report['segments'], more: Partial<Report> = {}) =>
  report({}, months, headline(512, 2814), { segments: tables, ...more })
const shown = withSegments([])
const plain = (text: string) => text.replaceAll(/[\u00a0\u2009\u202f]/g, ' ')

/** Rows by hand: value, rate, and whether it is outside, or too small to judge. */
type Row = [value: string, rate: number | null, beyond: 'above' | 'below' | 'small' | null]
function tableOf(rows: readonly Row[], more: Partial<SegmentTable> = {}): SegmentTable {
  const made = rows.map(([value, rate, at]) =>
    segmentRow(value, 10, 100, 0.1, {
      rate,
      small: at === 'small',
      beyond: at === 'small' ? null : at,
      limits: more.funnel === null ? null : [0.05, 0.2],
    }),
  )
  return {
    column: 'region',
    rows: made,
    more: null,
    funnel: { centre: 0.1, sigmaZ: 1 },
    mix: null,
    ...more,
  }
}

const mixOf = (points: number, byMix: number, byRate: number): Mix => ({
  ...mix,
  points,
  mix: byMix,
  rate: byRate,
})

const cases: { name: string; say: (view: View) => string; en: string; de: string }[] = [
  {
    name: 'nobody',
    say: (view) => segmentsSay(view, tableOf([])),
    en: 'Nobody is in the base, so there is nothing to tell apart.',
    de: 'Niemand ist in der Basis, also gibt es nichts zu unterscheiden.',
  },
  {
    name: 'one segment, and it is blank',
    say: (view) => segmentsSay(view, tableOf([['', 0.1, null]])),
    en: 'All are in one segment, (blank): there is nothing to compare with.',
    de: 'Alle sind in einem Segment, (leer): Es gibt nichts zu vergleichen.',
  },
  {
    name: 'one segment, too small',
    say: (view) => segmentsSay(view, tableOf([['EMEA', 0.1, 'small']])),
    en: 'The only segment has fewer than 30 in its base: too few to judge.',
    de: 'Das einzige Segment hat weniger als 30 in der Basis: zu wenige für ein Urteil.',
  },
  {
    name: 'all too small',
    say: (view) =>
      segmentsSay(
        view,
        tableOf([
          ['A', 0.1, 'small'],
          ['B', null, 'small'],
        ]),
      ),
    en: 'All 2 segments have fewer than 30 in their base: too few to judge.',
    de: 'Alle 2 Segmente haben weniger als 30 in der Basis: zu wenige für ein Urteil.',
  },
  {
    name: 'one above, two too small',
    say: (view) =>
      segmentsSay(
        view,
        tableOf([
          ['EMEA', 0.2, 'above'],
          ['AMER', 0.1, null],
          ['A', 0.5, 'small'],
          ['B', 0, 'small'],
        ]),
      ),
    en: 'EMEA has a clearly higher rate than the rest; 2 segments are too small to judge.',
    de: 'EMEA hat eine deutlich höhere Quote als der Rest; 2 Segmente sind zu klein für ein Urteil.',
  },
  {
    name: 'two above, one below, one too small',
    say: (view) =>
      segmentsSay(
        view,
        tableOf([
          ['EMEA', 0.2, 'above'],
          ['AMER', 0.2, 'above'],
          ['', 0.01, 'below'],
          ['B', 0, 'small'],
        ]),
      ),
    en: 'EMEA and AMER have a clearly higher rate than the rest, (blank) a clearly lower one; 1 segment is too small to judge.',
    de: 'EMEA und AMER haben eine deutlich höhere Quote als der Rest, (leer) eine deutlich niedrigere; 1 Segment ist zu klein für ein Urteil.',
  },
  {
    name: 'five below: three are named',
    say: (view) =>
      segmentsSay(
        view,
        tableOf([...'ABCDE'].map((name): Row => [name, 0.01, 'below']).concat([['F', 0.1, null]])),
      ),
    en: 'A, B, C, and 2 others have a clearly lower rate than the rest.',
    de: 'A, B, C und 2 weitere haben eine deutlich niedrigere Quote als der Rest.',
  },
  {
    name: 'none apart, some not listed',
    say: (view) =>
      segmentsSay(
        view,
        tableOf(
          [
            ['A', 0.1, null],
            ['B', 0.11, null],
          ],
          { more: { values: 1, base: 1200, numerator: 3 } },
        ),
      ),
    en: 'No segment stands out from what chance alone would give. 1 more segment is not listed, with 3 of 1,200.',
    de: 'Kein Segment hebt sich von dem ab, was der Zufall allein ergäbe. 1 weiteres Segment steht nicht hier, mit 3 von 1.200.',
  },
  {
    name: 'no limits: the highest and the lowest',
    say: (view) =>
      segmentsSay(
        view,
        tableOf(
          [
            ['A', 0.1, null],
            ['B', 1.25, null],
            ['C', null, null],
          ],
          { funnel: null },
        ),
      ),
    en: 'The highest rate is that of B (125.0%), the lowest that of A (10.0%).',
    de: 'Die höchste Quote hat B (125,0 %), die niedrigste A (10,0 %).',
  },
  {
    name: 'no limits, all alike',
    say: (view) =>
      segmentsSay(
        view,
        tableOf(
          [
            ['A', 0, null],
            ['B', 0, null],
          ],
          { funnel: null },
        ),
      ),
    en: 'All segments have the same rate, 0%.',
    de: 'Alle Segmente haben dieselbe Quote, 0 %.',
  },
  {
    name: 'mix: both the same way',
    say: (view) => mixSays(view, mixOf(-0.021, -0.0162, -0.0048)),
    en: 'Against Nov 2023 – Oct 2024 the rate changed by −2.1 points: −1.6 from the mix, −0.5 from the rates.',
    de: 'Gegenüber Nov. 2023 – Okt. 2024 änderte sich die Quote um −2,1 Punkte: −1,6 durch die Mischung, −0,5 durch die Quoten.',
  },
  {
    name: 'mix: against each other, a small change has the decimals of the largest part',
    say: (view) => mixSays(view, mixOf(0.001, 0.021, -0.02)),
    en: 'Against Nov 2023 – Oct 2024 the rate changed by +0.1 points: +2.1 from the mix, −2.0 from the rates.',
    de: 'Gegenüber Nov. 2023 – Okt. 2024 änderte sich die Quote um +0,1 Punkte: +2,1 durch die Mischung, −2,0 durch die Quoten.',
  },
  {
    name: 'mix: no change',
    say: (view) => mixSays(view, mixOf(0, 0, 0)),
    en: 'Against Nov 2023 – Oct 2024 the rate has not changed.',
    de: 'Gegenüber Nov. 2023 – Okt. 2024 hat sich die Quote nicht geändert.',
  },
]
for (const { name, say, en, de } of cases)
  test(name, () => {
    assert.equal(plain(say(viewOf(shown, 'en'))), en)
    assert.equal(plain(say(viewOf(shown, 'de'))), de)
  })

test('against a chosen range the window before is named by its days', () => {
  const ranged = report({}, months, { ...headline(512, 2814), reason: 'range' })
  const before = { start: '2024-01-10T00:00:00Z', end: '2024-02-01T00:00:00Z' }
  const said = mixSays(viewOf(ranged, 'en'), { ...mixOf(0, 0, 0), before })
  assert.equal(plain(said), 'Against Jan 10 – 31, 2024 the rate has not changed.')
})

const shownOf = (tables: Report['segments'], more: Partial<Report> = {}) => {
  const given = withSegments(tables, more)
  return plain(markupOf(segments(viewOf(given), given)))
}

test('without a headline it says what is missing', () =>
  assert.match(shownOf(null), /there is no period to lead with/))
test('without a column chosen it offers those that play no other part', () => {
  const found = shownOf([])
  assert.match(found, />By region<\/button>/)
  assert.match(found, />By account manager of the customer<\/button>/)
  assert.doesNotMatch(found, /By plan/)
})
test('without a column at all it says which it needs', () => {
  const found = shownOf([], { data: { ...shown.data, columns: shown.data.columns.slice(0, 4) } })
  assert.match(found, /Segments need one more column/)
  assert.doesNotMatch(found, /<button/)
})
test('one segment has a table and no funnel plot; several have both', () => {
  const one = shownOf([segmentTable('region', regions.slice(0, 1))])
  assert.deepEqual(rowHeads(one), ['EMEA'])
  assert.doesNotMatch(one, /role="slider"|Mix or rate/)
  const several = shownOf([segmentTable('region', regions)])
  assert.deepEqual(rowHeads(several), ['EMEA', 'AMER', 'APAC', 'LATAM', '(blank)', 'Antarctica'])
  assert.match(several, /role="slider"/)
})
test('why there is no mix: nothing before, or the rate is no share', () => {
  const tables = [segmentTable('region', regions)]
  const note = { code: 'mix.needsBefore', severity: 'info' as const, params: {} }
  assert.match(shownOf(tables, { notes: [note] }), /a finished window of the same length before/)
  assert.match(shownOf(tables, { notes: [] }), /need a rate that is a share of its base/)
})
test('totals are not told apart, and have no such choices', () => {
  const given = withSegments([], { data: { ...shown.data, shape: 'totals' } })
  const view = viewOf(given)
  for (const part of [segments(view, given), filterForm(view), segmentColumns(view)])
    assert.equal(markupOf(part), '')
})
test('nothing computed is shown for what is null', () => {
  const empty = segmentRow('Z', 0, 0, 0, { small: false, band: null })
  const found = shownOf([{ ...segmentTable('region', regions), rows: [empty], funnel: null }])
  assert.doesNotMatch(found, /NaN|Infinity|undefined|null/)
})
test('the warning stands where the whole moved against all', () => {
  const found = (againstAll: boolean) =>
    shownOf([segmentTable('region', regions, { mix: { ...mix, againstAll } })])
  assert.match(found(true), /Simpson/)
  assert.doesNotMatch(found(false), /Simpson/)
})

const many = Array.from({ length: 400 }, (_, i): [string, number, number] => [
  `R${i}`,
  i % 7,
  1000 - i,
])
test('of 400 segments the first are shown, all when asked, sorted either way, no rate last', () => {
  const table = segmentTable('region', many)
  table.rows.push(segmentRow('none', 0, 0, 0.1))
  const given = withSegments([table])
  const heads = (by: number | null, descending: boolean, all: boolean) => {
    const tables = { 'segments-region': { by, descending, all } }
    return rowHeads(markupOf(segments(viewOf(given, 'en', { tables }), given)))
  }
  assert.equal(heads(null, false, false).length, 12)
  assert.equal(heads(null, false, true).length, 401)
  assert.deepEqual(heads(0, false, false).slice(0, 4), ['none', 'R0', 'R1', 'R2'])
  assert.deepEqual(heads(1, false, true)[0], 'none')
  assert.deepEqual(heads(3, true, false)[0], 'R398')
  assert.deepEqual(heads(3, true, true).at(-1), 'none')
  assert.deepEqual(heads(3, false, true).at(-1), 'none')
})

test('a launch within each segment', () => {
  const launch = {
    date: '2024-01-01',
    name: '',
    days: 90,
    before: null,
    after: null,
    change: null,
    why: [],
  }
  const given = withSegments([], { launches: [{ ...launch, segments: launched }] })
  const found = plain(markupOf(launchSegments(viewOf(given), given)))
  assert.deepEqual(rowHeads(found), ['EMEA', 'AMER', '(blank)'])
  for (const text of [
    'New launch: by region',
    '20 of 1,040',
    '+2.4',
    '+1.1 to +3.9',
    'within noise',
  ])
    assert.ok(found.includes(text), text)
})

const pro: Filter = { plan: true, in: ['Pro'] }
const emea: Filter = { column: 'region', in: ['EMEA'] }
const edits: [name: string, next: Filter[], wanted: Filter[]][] = [
  ['a first condition', withValues([], { plan: true }, ['Pro']), [pro]],
  ['a second one', withValues([pro], { column: 'region' }, ['EMEA']), [pro, emea]],
  [
    'a further value, in its place',
    withValues([emea, pro], { column: 'region' }, ['EMEA', '']),
    [{ column: 'region', in: ['EMEA', ''] }, pro],
  ],
  ['without values it goes', withValues([emea, pro], { column: 'region' }, []), [pro]],
  ['a column called plan is no plan', withValues([pro], { column: 'plan' }, []), [pro]],
]
for (const [name, next, wanted] of edits)
  test(`conditions: ${name}`, () => assert.deepEqual(next, wanted))
test('the values of a condition that is not there', () =>
  assert.deepEqual(valuesOf([pro], emea), []))

test('values that a filter hides can still be chosen, until new data comes', () => {
  const all = withSegments([segmentTable('region', regions)])
  const few = report({ filters: [{ column: 'region', in: ['EMEA'] }] }, months, headline(10, 100), {
    segments: [segmentTable('region', regions.slice(0, 1))],
  })
  let state = update(initial('en', 'en'), { type: 'reported', report: all })
  state = update(state, { type: 'reported', report: few })
  assert.deepEqual(state.seenValues.region, ['EMEA', 'AMER', 'APAC', 'LATAM', '', 'Antarctica'])
  const view = viewOf(few, 'en', { seenValues: state.seenValues })
  const form = markupOf(filterForm(view))
  assert.ok(form.includes('Antarctica') && form.includes('(blank)') && form.includes('Enterprise'))
  assert.ok(!form.includes('Cancelled'))
  assert.match(markupOf(filterLine(view)), /region: EMEA/)
  assert.equal(markupOf(filterLine(viewOf(all))), '')
  assert.deepEqual(update(state, { type: 'brought', sources: [], origin: 'files' }).seenValues, {})
})

const spans = (amounts: readonly [from: number, to: number][]) =>
  amounts.map(([from, to], i) => ({
    name: `${i}`,
    figure: '',
    from,
    to,
    kind: from === 0 ? ('whole' as const) : ('gain' as const),
  }))
const cuts: [name: string, amounts: [number, number][], cut: number | null][] = [
  [
    'steps far from zero',
    [
      [0, 100_000],
      [100_000, 112_000],
      [0, 112_000],
    ],
    98_000,
  ],
  [
    'steps near zero',
    [
      [0, 100],
      [100, 40],
      [0, 40],
    ],
    null,
  ],
  [
    'below zero',
    [
      [0, -2],
      [0, 3],
    ],
    null,
  ],
  [
    'no step',
    [
      [0, 100],
      [0, 100],
    ],
    null,
  ],
  [
    'nothing',
    [
      [0, 0],
      [0, 0],
    ],
    null,
  ],
]
for (const [name, amounts, cut] of cuts)
  test(`bars begin at zero unless all lies far from it: ${name}`, () =>
    assert.equal(spanChart(spans(amounts), 600, true).cut, cut))
