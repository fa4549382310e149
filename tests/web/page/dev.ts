/**
 * The page with a fake engine, for looking at it while it is built: `#case` in the address chooses
 * what the engine answers. Never shipped.
 */
import type {
  LaunchEffect,
  Period,
  PeriodUnit,
  Report,
  Settings,
} from '../../../web/src/engine/documents.js'
import { start } from '../../../web/src/page/app.js'
import type { EnginePort } from '../../../web/src/page/engine_port.js'
import { fullSettings, headline, period, periods, report, summary } from './fixtures.js'
import { dollars, euros, nothingThere } from './money_fixture.js'
import { launchSegments, mix, regions, segmentTable } from './segments_fixture.js'

const wave = (i: number) => Math.sin(i * 1.7) * 0.0022 + Math.sin(i * 0.31) * 0.001
const monthly = (i: number): number | null =>
  i === 0 ? null : 0.0108 + 0.00016 * i + (i > 21 ? 0.0028 : 0) + wave(i)

const counts: { readonly [u in PeriodUnit]: number } = {
  week: 150,
  month: 35,
  quarter: 12,
  year: 3,
}
const scale: { readonly [u in PeriodUnit]: number } = {
  week: 0.25,
  month: 1,
  quarter: 2.8,
  year: 10.4,
}

function list(unit: PeriodUnit): Period[] {
  const step = { week: 0.25, month: 1, quarter: 3, year: 12 }[unit]
  return periods({
    unit,
    count: counts[unit],
    lastPartial: true,
    base: (i) => Math.round(1150 + i * step * 50),
    rate: (i) => {
      const r = monthly(Math.round(i * step))
      return i === 0 || r == null ? null : r * scale[unit] * (i === counts[unit] - 1 ? 0.4 : 1)
    },
  })
}

const launch: LaunchEffect = {
  date: '2025-03-01',
  name: 'New Pro',
  days: 90,
  before: {
    start: '2024-12-01T00:00:00Z',
    end: '2025-03-01T00:00:00Z',
    numerator: 36,
    base: 1970,
    rate: 0.018,
    interval: null,
  },
  after: {
    start: '2025-03-01T00:00:00Z',
    end: '2025-06-01T00:00:00Z',
    numerator: 68,
    base: 2112,
    rate: 0.032,
    interval: null,
  },
  change: { points: 0.014, interval: [0.004, 0.024], clear: true },
  segments: launchSegments,
  why: [],
}

const manyRegions = Array.from({ length: 400 }, (_, i): [string, number, number] => [
  i % 50 === 0 ? `A very long name of a region that says all, number ${i}` : `Region ${i}`,
  Math.round((900 / (i + 1)) * (0.18 + 0.12 * Math.sin(i * 2.3))),
  Math.round(900 / (i + 1)) + 4,
])

const cases: { readonly [name: string]: (s: Settings) => Report } = {
  history: (s) => report(s, list(s.period ?? 'month'), headline(512, 2814)),
  segments: (s) =>
    report(s, list(s.period ?? 'month'), headline(512, 2814), {
      segments: (s.segmentBy ?? ['region']).map((column) => segmentTable(column, regions, { mix })),
    }),
  filtered: (s) =>
    report(
      {
        filters: [
          { plan: true, in: ['Pro'] },
          { column: 'region', in: ['EMEA', '', 'APAC'] },
        ],
        ...s,
      },
      list(s.period ?? 'month'),
      headline(512, 2814),
      {
        segments: [segmentTable('region', regions, { mix: { ...mix, againstAll: true } })],
        launches: [launch],
      },
    ),
  money: (s) =>
    report(
      s,
      list(s.period ?? 'month').map((p) => ({ ...p, value: { USD: dollars } })),
      headline(512, 2814, { value: { USD: dollars } }),
    ),
  currencies: (s) =>
    report(
      s,
      list(s.period ?? 'month'),
      headline(512, 2814, { value: { USD: dollars, EUR: euros, 'A $': euros, '': nothingThere } }),
    ),
  segments400: (s) =>
    report(
      {
        filters: [
          {
            column: 'account manager of the customer',
            in: [String(manyRegions[0]?.[0]), String(manyRegions[50]?.[0])],
          },
        ],
        ...s,
      },
      list(s.period ?? 'month'),
      headline(512, 2814),
      {
        segments: [
          segmentTable('account manager of the customer', manyRegions, {
            more: { values: 231, base: 231, numerator: 12 },
          }),
        ],
      },
    ),
  low: (s) =>
    report(
      s,
      list(s.period ?? 'month'),
      headline(96, 1204, {
        changeYear: { points: -0.004, interval: [-0.02, 0.012], clear: false },
      }),
    ),
  high: (s) => report(s, list(s.period ?? 'month'), headline(940, 2814)),
  over: (s) =>
    report(
      { ...s, numerator: 'upgradeEvents' },
      periods({ unit: 'month', count: 12, rate: (i) => 0.8 + i * 0.05, base: () => 40 }),
      headline(58, 40),
    ),
  nullrate: (s) =>
    report(
      s,
      periods({ unit: 'month', count: 1, rate: () => null, base: () => 0 }),
      { ...headline(0, 0, { change: null, changeYear: null }), reason: 'longestRun' },
      { notes: [{ code: 'base.empty', severity: 'warning', params: {} }] },
    ),
  one: (s) =>
    report(
      s,
      periods({ unit: 'month', count: 1, rate: () => 0.03, base: () => 900 }),
      headline(27, 900, { change: null, changeYear: null }),
    ),
  two: (s) =>
    report(
      s,
      periods({ unit: 'month', count: 2, rate: (i) => 0.03 + i * 0.01, base: () => 900 }),
      headline(27, 900, { change: null, changeYear: null }),
    ),
  zero: (s) =>
    report(
      s,
      periods({ unit: 'month', count: 14, rate: () => 0, base: () => 300 }),
      headline(0, 300, { change: null, changeYear: null }),
    ),
  many: (s) =>
    report(
      { ...s, period: 'week' },
      periods({
        unit: 'week',
        count: 400,
        rate: (i) => (i % 97 === 5 ? null : 0.004 + wave(i) * 0.5 + i * 0.000006),
        base: (i) => 900 + i * 9,
        lastPartial: true,
      }),
      headline(512, 2814),
    ),
  zones: (s) =>
    report(
      { ...s, period: 'quarter' },
      periods({
        unit: 'quarter',
        count: 12,
        rate: (i) => 0.1 + i * 0.016 + wave(i) * 6,
        base: () => 700,
        lastPartial: true,
      }),
      headline(512, 2814),
    ),
  long: (s) =>
    report(
      {
        ...s,
        plans: s.plans ?? [
          {
            plan: 'Small and medium business starter package, monthly billing (legacy 2019)',
            role: 'tier',
            tier: 1,
          },
          { plan: 'Professional_Plus_Unlimited_Europe_Annual', role: 'tier', tier: 2 },
          ...(fullSettings.plans ?? []).slice(4),
        ],
      },
      list(s.period ?? 'month'),
      headline(512, 2814),
    ),
  totals: (s) =>
    report(
      s,
      periods({
        unit: s.period ?? 'month',
        count: 24,
        rate: (i) => 0.0125 + i * 0.0002 + wave(i),
        base: (i) => 1840 + i * 20,
      }),
      {
        ...headline(430, 2100, {
          kept: null,
          closing: null,
          joined: null,
          left: null,
          netRate: null,
          upgradedNew: null,
        }),
      },
      {
        data: {
          shape: 'totals',
          customers: null,
          firstInstant: '2023-01-01T00:00:00Z',
          lastInstant: '2024-12-31T00:00:00Z',
          plans: [],
          valueCurrency: null,
          columns: [],
        },
        settings: { ...fullSettings, ...s, plans: [] },
        notes: [{ code: 'totals.assumesNoRepeat', severity: 'info', params: {} }],
      },
    ),
}

function typed(text: string, s: Settings): Report {
  const [n = 0, k = 0] = (text.split('\n')[1] ?? '').split(';').map(Number)
  if (k > n)
    throw { code: 'input.noUsableRows', where: 'line 2', advice: 'Upgraded is more than total.' }
  const p = period(k, n, {
    kept: null,
    closing: null,
    joined: null,
    left: null,
    netRate: null,
    upgradedNew: null,
  })
  return report(
    s,
    [p],
    { ...p, reason: 'only' },
    {
      notes: [],
      data: {
        shape: 'totals',
        customers: null,
        firstInstant: null,
        lastInstant: null,
        plans: [],
        valueCurrency: null,
        columns: [],
      },
      settings: { ...fullSettings, ...s, plans: [] },
    },
  )
}

const wait = (ms: number) => new Promise((done) => setTimeout(done, ms))
const wanted = () => decodeURIComponent(location.hash.slice(1)) || 'history'
let typedText: string | null = null

const port: EnginePort = {
  async load(sources, _settings, { onProgress, signal }) {
    const first = sources[0] ?? { name: '', data: '' }
    typedText = first.name === '' ? String(first.data) : null
    const total = typeof first.data === 'string' ? first.data.length : first.data.size
    if (wanted() === 'reading') {
      for (let i = 1; i <= 200; i++) {
        if (signal?.aborted) throw new DOMException('cancelled', 'AbortError')
        onProgress?.({ bytes: i * 411_000, totalBytes: 82_200_000, rows: i * 9_050 })
        await wait(50)
      }
    }
    if (wanted() === 'error')
      throw { code: 'input.headerOnly', where: 'plans.csv, line 1', advice: 'Export again.' }
    if (wanted() === 'unknown')
      throw { code: 'input.fromTheFuture', where: 'plans.csv', advice: 'The core says what to do.' }
    onProgress?.({ bytes: total, totalBytes: total, rows: 10 })
    return summary
  },
  answer: (settings) => port.report(settings),
  async report(settings) {
    await wait(5)
    if (settings.level === 0.99)
      throw { code: 'setting.value', where: 'level', advice: 'Between 0.5 and 0.999.' }
    return typedText !== null
      ? typed(typedText, settings)
      : (cases[wanted()] ?? (cases.history as (s: Settings) => Report))(settings)
  },
  table: async () => new Blob(['a,b\n']),
  aggregates: async () => '{}',
  sql: async (_settings, { from }) => `SELECT * FROM ${from}`,
  opened: (_aggregates) => port.report({}),
}

const root = document.getElementById('app')
if (root) start(port, root)
