/**
 * The sentences of the views that follow customers, in both languages: for each figure that can be
 * absent, for none, one and many, and where a share over few customers must not be written. The
 * steps of the arrow keys through a drawing. Written here by hand.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type {
  Cohort,
  Path,
  Stickiness,
  TimeToUpgrade,
} from '../../../web/src/engine/documents_journeys.js'
import { initial } from '../../../web/src/page/state.js'
import { update } from '../../../web/src/page/update.js'
import { textFor } from '../../../web/src/text/language.js'
import type { View } from '../../../web/src/view/context.js'
import {
  cohortsSay,
  leavingSay,
  pathsSay,
  staysSay,
  timeSay,
} from '../../../web/src/view/journeys_say.js'
import { type Spot, walkTo } from '../../../web/src/view/walk.js'
import { headline, periods, report } from './fixtures.js'
import { viewOf } from './view_of.js'

const months = periods({ unit: 'month', count: 3, rate: () => 0.1, base: () => 1000 })
const shown = report({}, months, headline(10, 500))

interface Case {
  name: string
  say: (view: View) => string
  en: string
  de: string
}

function check(cases: readonly Case[]): void {
  for (const { name, say, en, de } of cases)
    test(name, () => {
      const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ')
      assert.equal(plain(say(viewOf(shown, 'en'))), en)
      assert.equal(plain(say(viewOf(shown, 'de'))), de)
    })
}

const path = (kind: Path['kind'], from: string, to: string, customers: number): Path => ({
  kind,
  from,
  to,
  customers,
  events: customers,
  valuedEvents: 0,
  value: null,
})
const up = path('upgrade', 'Starter', 'Pro', 1205)
const down = path('downgrade', 'Pro', 'Starter', 1)

check([
  {
    name: 'paths: no headline',
    say: (view) => pathsSay(view, null, null),
    en: 'Paths need a finished period that leads, and this data has none yet.',
    de: 'Wege brauchen einen abgeschlossenen Zeitraum, der vorn steht; diese Daten haben noch keinen.',
  },
  {
    name: 'paths: nobody moved',
    say: (view) => pathsSay(view, [], '2024'),
    en: 'Nobody changed plan in 2024.',
    de: 'Niemand hat den Tarif gewechselt (2024).',
  },
  {
    name: 'paths: up and down, many and one',
    say: (view) => pathsSay(view, [up, path('upgrade', 'Pro', 'Max', 3), down], '2024'),
    en: 'In 2024, the most frequent move up was Starter → Pro (1,205 customers), the most frequent move down Pro → Starter (1 customer).',
    de: '2024: häufigster Aufstieg Starter → Pro (1.205 Kunden), häufigster Abstieg Pro → Starter (1 Kunde).',
  },
  {
    name: 'paths: only down, and the period has no name',
    say: (view) => pathsSay(view, [down], null),
    en: 'Nobody moved up, the most frequent move down was Pro → Starter (1 customer).',
    de: 'Niemand stieg auf, häufigster Abstieg Pro → Starter (1 Kunde).',
  },
  {
    name: 'paths: only a switch',
    say: (view) => pathsSay(view, [path('switch', 'Pro', 'Pro annual', 2)], '2024'),
    en: 'In 2024, nobody moved up, nobody moved down, the most frequent switch was Pro → Pro annual (2 customers).',
    de: '2024: niemand stieg auf, niemand stieg ab, häufigster Wechsel gleicher Stufe Pro → Pro annual (2 Kunden).',
  },
  {
    name: 'paths: two alike are both named',
    say: (view) => pathsSay(view, [up, { ...up, from: 'Pro', to: 'Max' }], null),
    en: 'The most frequent move up was Starter → Pro and Pro → Max (1,205 customers each), nobody moved down.',
    de: 'Häufigster Aufstieg Starter → Pro und Pro → Max (je 1.205 Kunden), niemand stieg ab.',
  },
  {
    name: 'paths: four alike are counted',
    say: (view) =>
      pathsSay(
        view,
        ['A', 'B', 'C', 'D'].map((from) => ({ ...up, from, customers: 1 })),
        null,
      ),
    en: 'The most frequent move up was any of 4 alike (1 customer each), nobody moved down.',
    de: 'Häufigster Aufstieg einer von 4 gleich häufigen (je 1 Kunde), niemand stieg ab.',
  },
])

/** Began in that month of 2023; complete for all but its last age. */
const cohort = (month: number, customers: number, upgraded: number[]): Cohort => ({
  label: `2023-${String(month).padStart(2, '0')}`,
  start: new Date(Date.UTC(2023, month - 1, 1)).toISOString(),
  end: new Date(Date.UTC(2023, month, 1)).toISOString(),
  customers,
  upgraded,
  shares: upgraded.map((count) => count / customers),
  complete: upgraded.length - 1,
})
const cohorts = (rows: Cohort[], why: string[] = []) => ({
  unit: 'month' as const,
  rows,
  unknownStart: 0,
  why,
})

check([
  {
    name: 'cohorts: none',
    say: (view) => cohortsSay(view, cohorts([], ['cohorts.nobody'])),
    en: 'Nobody is known to have begun within the data, so there are no cohorts.',
    de: 'Von niemandem ist bekannt, dass er innerhalb der Daten Kunde wurde; deshalb gibt es keine Kohorten.',
  },
  {
    name: 'cohorts: small ones, and one whose first month still runs, say no share',
    say: (view) => cohortsSay(view, cohorts([cohort(1, 4, [1, 2, 3]), cohort(2, 90, [1])])),
    en: '2 cohorts, and none has 5 customers and a finished period yet.',
    de: '2 Kohorten, aber noch keine mit 5 Kunden und einem abgeschlossenen Zeitraum.',
  },
  {
    name: 'cohorts: one that can be told, at its last age that is over',
    say: (view) => cohortsSay(view, cohorts([cohort(1, 40, [0, 1, 3, 4])])),
    en: 'Of the 40 customers who began in Jan 2023, 7.50% had upgraded by the end of month 2 after the one they began in.',
    de: 'Von 40 Kunden mit Beginn Jan. 2023 waren bis zum Ende des 2. Monats nach dem des Beginns 7,50 % aufgestiegen.',
  },
  {
    name: 'cohorts: the lowest and the highest at the latest age that three have',
    say: (view) =>
      cohortsSay(
        view,
        cohorts([
          cohort(1, 40, [0, 1, 3, 9, 9]),
          cohort(2, 20, [0, 4, 4, 4]),
          cohort(3, 50, [0, 1, 1]),
          cohort(4, 3, [0, 3, 3]),
        ]),
      ),
    en: 'By the end of month 1 after the one they began in, between 2.00% (Mar 2023, 1 of 50) and 20.0% (Feb 2023, 4 of 20) of a cohort had upgraded.',
    de: 'Bis zum Ende des 1. Monats nach dem des Beginns waren zwischen 2,00 % (März 2023, 1 von 50) und 20,0 % (Feb. 2023, 4 von 20) einer Kohorte aufgestiegen.',
  },
  {
    name: 'cohorts: all alike, in the month they began in',
    say: (view) => cohortsSay(view, cohorts([1, 2, 3].map((month) => cohort(month, 10, [0, 5])))),
    en: 'In all 3 cohorts that can be compared, 0% had upgraded by the end of the month they began in.',
    de: 'In allen 3 vergleichbaren Kohorten waren bis zum Ende des Monats, in dem sie begannen, 0 % aufgestiegen.',
  },
])

const point = (days: number, share: number | null, interval: [number, number] | null = null) => ({
  days,
  watched: 10,
  share,
  interval,
})
const time = (more: Partial<TimeToUpgrade>): TimeToUpgrade => ({
  customers: 100,
  upgraded: 30,
  churned: 20,
  censored: 50,
  newOnTopTier: 0,
  unknownStart: 0,
  lastDay: 400,
  median: { days: null, low: null, high: null },
  atDays: [point(30, 0.1, [0.05, 0.2]), point(90, 0.2, null), point(180, null), point(365, null)],
  curve: [],
  why: [],
  ...more,
})
const waiting = (more: Partial<TimeToUpgrade>) => (view: View) => timeSay(view, shown, time(more))
const none = [30, 90, 180, 365].map((days) => point(days, null))

check([
  {
    name: 'time: nobody',
    say: waiting({ customers: 0 }),
    en: 'Nobody began within the data below the top plan, so there is no time to a first upgrade.',
    de: 'Niemand wurde innerhalb der Daten unterhalb des höchsten Tarifs Kunde; eine Zeit bis zum ersten Aufstieg gibt es nicht.',
  },
  {
    name: 'time: median with both limits',
    say: waiting({ median: { days: 1412, low: 1380, high: 1450 } }),
    en: 'Half of the new customers had upgraded after 1,412 days (95% interval 1,380 – 1,450 days).',
    de: 'Die Hälfte der neuen Kunden war nach 1.412 Tagen aufgestiegen (95 %-Intervall 1.380 – 1.450 Tage).',
  },
  {
    name: 'time: median of one day without an upper limit',
    say: waiting({ median: { days: 1, low: 1, high: null } }),
    en: 'Half of the new customers had upgraded after 1 day (95% interval from 1 on, in days; no upper limit yet).',
    de: 'Die Hälfte der neuen Kunden war nach 1 Tag aufgestiegen (95 %-Intervall ab 1, in Tagen; noch ohne obere Grenze).',
  },
  {
    name: 'time: median without an interval',
    say: waiting({ median: { days: 30, low: null, high: null } }),
    en: 'Half of the new customers had upgraded after 30 days.',
    de: 'Die Hälfte der neuen Kunden war nach 30 Tagen aufgestiegen.',
  },
  {
    name: 'time: no median, the latest share without an interval',
    say: waiting({}),
    en: 'Fewer than half of the new customers upgraded: after 90 days 20.0% had.',
    de: 'Weniger als die Hälfte der neuen Kunden stieg auf: Nach 90 Tagen waren es 20,0 %.',
  },
  {
    name: 'time: no median, with an interval',
    say: waiting({ atDays: [point(30, 0.1, [0.05, 0.2]), ...none.slice(1)] }),
    en: 'Fewer than half of the new customers upgraded: after 30 days 10.0% had (5.0 – 20.0%).',
    de: 'Weniger als die Hälfte der neuen Kunden stieg auf: Nach 30 Tagen waren es 10,0 % (5,0 – 20,0 %).',
  },
  {
    name: 'time: nobody watched for thirty days gives counts',
    say: waiting({ atDays: none }),
    en: 'Of 100 new customers, 30 upgraded, 20 left first, and 50 still wait.',
    de: 'Von 100 neuen Kunden stiegen 30 auf, 20 gingen vorher, und 50 warten noch.',
  },
  {
    name: 'time: one customer gives counts, whatever the curve says',
    say: waiting({
      customers: 1,
      upgraded: 1,
      churned: 0,
      censored: 0,
      median: { days: 9, low: 9, high: 9 },
    }),
    en: 'Of 1 new customer, 1 upgraded, nobody left first, and nobody still waits.',
    de: 'Von 1 neuen Kunden stieg 1 auf, niemand ging vorher, und niemand wartet noch.',
  },
])

const rate = (churns: number, per30Days: number | null) => ({
  churns,
  customerDays: 900,
  per30Days,
})
const stay = (days: number, stayed: number | null, of: number) => ({
  days,
  observed: of,
  stayed,
  share: stayed === null ? null : stayed / of,
  interval: null,
})
const sticky = (upgraded: number, stayed: (number | null)[], more: Partial<Stickiness> = {}) => ({
  upgraded,
  stays: [30, 90, 180].map((days, i) => stay(days, stayed[i] ?? null, upgraded)),
  churnAfterUpgrade: rate(4, 0.0047),
  churnOfOthers: rate(129, 0.0149),
  why: [],
  ...more,
})

check([
  {
    name: 'stays: nobody upgraded',
    say: (view) => staysSay(view, sticky(0, []), '2024'),
    en: 'Where nobody upgraded there is nobody to follow afterwards.',
    de: 'Wo niemand aufstieg, ist danach auch niemand zu verfolgen.',
  },
  {
    name: 'stays: too early',
    say: (view) => staysSay(view, sticky(12, []), '2024'),
    en: 'Whether upgrades lasted is shown once 30, 90 or 180 days are over for all of them.',
    de: 'Ob Aufstiege halten, steht erst da, wenn 30, 90 oder 180 Tage für alle vorbei sind.',
  },
  {
    name: 'stays: what is over so far',
    say: (view) => staysSay(view, sticky(16, [16, 12]), 'Jun 2024'),
    en: 'Of 16 customers who upgraded in Jun 2024, still on that tier or a higher one: 16 (100.0%) after 30 days and 12 (75.0%) after 90 days.',
    de: 'Von 16 Kunden, die aufstiegen (Jun 2024), noch auf dieser oder einer höheren Stufe: 16 (100,0 %) nach 30 Tagen und 12 (75,0 %) nach 90 Tagen.',
  },
  {
    name: 'stays: one customer has counts only',
    say: (view) => staysSay(view, sticky(1, [1, 0, 0]), null),
    en: 'Of 1 customer who upgraded, still on that tier or a higher one: 1 after 30 days, 0 after 90 days, and 0 after 180 days.',
    de: 'Von 1 Kunden, die aufstiegen, noch auf dieser oder einer höheren Stufe: 1 nach 30 Tagen, 0 nach 90 Tagen und 0 nach 180 Tagen.',
  },
  {
    name: 'leaving: both rates',
    say: (view) => leavingSay(view, sticky(16, []), 900),
    en: 'After an upgrade 0.47% left per 30 days; of the others 1.49% left per 30 days.',
    de: 'Nach einem Aufstieg gingen 0,47 % je 30 Tage; von den anderen gingen 1,49 % je 30 Tage.',
  },
  {
    name: 'leaving: few customers have counts only, nobody and one',
    say: (view) =>
      leavingSay(
        view,
        sticky(3, [], { churnAfterUpgrade: rate(0, 0), churnOfOthers: rate(1, 0.03) }),
        4,
      ),
    en: 'After an upgrade nobody left; of the others 1 left.',
    de: 'Nach einem Aufstieg ging niemand; von den anderen ging 1.',
  },
  {
    name: 'leaving: nobody upgraded',
    say: (view) => leavingSay(view, sticky(0, [], { churnAfterUpgrade: rate(0, null) }), 900),
    en: 'After an upgrade there was nobody to leave; of the others 1.49% left per 30 days.',
    de: 'Nach einem Aufstieg konnte niemand gehen; von den anderen gingen 1,49 % je 30 Tage.',
  },
  {
    name: 'leaving: no time at all',
    say: (view) =>
      leavingSay(
        view,
        sticky(0, [], { churnAfterUpgrade: rate(0, null), churnOfOthers: rate(0, null) }),
        null,
      ),
    en: 'Where nobody was a customer for any time, nobody could leave: no churn rate.',
    de: 'Wo niemand eine Zeit lang Kunde war, konnte auch niemand gehen: keine Abwanderungsrate.',
  },
])

const beside: [number, number, number, number, string, string][] = [
  [
    139,
    133,
    14,
    1,
    'Of 139 customers who upgraded in 2024, 133 had kept it at the end; beside them 14 moved down and 1 left at some time.',
    'Von 139 Kunden, die aufstiegen (2024), hatten es 133 am Ende gehalten; daneben: 14 stiegen ab, 1 ging irgendwann.',
  ],
  [
    1,
    0,
    0,
    0,
    'Of 1 customer who upgraded in 2024, nobody had kept it at the end; beside them nobody moved down and nobody left.',
    'Von 1 Kunden, die aufstiegen (2024), hatte es niemand am Ende gehalten; daneben: niemand stieg ab, niemand ging.',
  ],
  [
    0,
    0,
    1,
    2,
    'Nobody upgraded in 2024; 1 moved down and 2 left at some time.',
    'Niemand stieg auf (2024); 1 stieg ab, 2 gingen irgendwann.',
  ],
]
for (const [up, kept, down, left, en, de] of beside)
  test(`beside: ${up} up, ${kept} kept, ${down} down, ${left} left`, () => {
    for (const [language, told] of [
      ['en', en],
      ['de', de],
    ] as const) {
      const { t, f } = textFor(language, language)
      assert.equal(t.journeys.besideSay(up, kept, down, left, '2024', f), told)
    }
  })

const spot = (row: number, column: number): Spot => ({
  row,
  column,
  box: [0, 0, 1, 1],
  name: '',
  figure: '',
  facts: [],
})
// Three cells, a gap, two cells.
const cells = [spot(0, 0), spot(0, 1), spot(0, 3), spot(2, 0), spot(2, 1)]
const line = Array.from({ length: 30 }, (_, column) => spot(0, column))

const steps: [name: string, key: string, from: number, spots: Spot[], to: number | undefined][] = [
  ['right over a gap', 'ArrowRight', 1, cells, 2],
  ['right at the edge stays', 'ArrowRight', 2, cells, 2],
  ['left', 'ArrowLeft', 4, cells, 3],
  ['down to the nearest column', 'ArrowDown', 2, cells, 4],
  ['up over an empty row', 'ArrowUp', 3, cells, 0],
  ['up at the top stays', 'ArrowUp', 1, cells, 1],
  ['first', 'Home', 4, cells, 0],
  ['last', 'End', 0, cells, 4],
  ['in one row up is on', 'ArrowUp', 3, line, 4],
  ['a page is twelve', 'PageUp', 3, line, 15],
  ['a page ends at the end', 'PageUp', 25, line, 29],
  ['other keys do nothing', 'a', 0, cells, undefined],
]
for (const [name, key, from, spots, to] of steps)
  test(`walk: ${name}`, () => assert.equal(walkTo(key, from, spots), to))

test('what is read out is kept by place, and forgotten with a new report', () => {
  const first = initial('en', 'en')
  const one = update(first, { type: 'walked', place: 'paths', index: 3 })
  const two = update(one, { type: 'walked', place: 'cohorts', index: 1 })
  assert.deepEqual(two.walked, { paths: 3, cohorts: 1 })
  assert.equal(update(two, { type: 'walked', place: 'paths', index: 3 }), two)
  assert.deepEqual(update(two, { type: 'walked', place: 'paths', index: null }).walked, {
    cohorts: 1,
  })
  assert.deepEqual(update(two, { type: 'reported', report: shown }).walked, {})
})
