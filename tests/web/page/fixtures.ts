/**
 * Reports for developing and testing the page without the engine: the right form and plausible
 * figures (Wilson intervals, a rough chance of each band), not the core's own. Never shipped.
 */
import type {
  ColumnFound,
  Period,
  PeriodUnit,
  Report,
  Settings,
  Summary,
} from '../../../web/src/engine/documents.js'
import { noTrend } from '../no_trend.js'

const z = 1.959964

export function wilson(k: number, n: number): [number, number] {
  const p = k / n
  const centre = (p + (z * z) / (2 * n)) / (1 + (z * z) / n)
  const half = (z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))) / (1 + (z * z) / n)
  return [Math.max(0, centre - half), Math.min(1, centre + half)]
}

const bandOf = (rate: number) =>
  rate > 0.25 ? 'exceptional' : rate >= 0.15 ? 'healthy' : 'concerning'

/** Logistic stand-in for the posterior, good enough to draw. */
function chancesOf(k: number, n: number) {
  const p = k / n
  const sd = Math.sqrt((p * (1 - p) + 0.25 / n) / n) || 0.01
  const below = (t: number) => 1 / (1 + Math.exp((1.7 * (p - t)) / sd))
  return {
    concerning: below(0.15),
    healthy: below(0.25) - below(0.15),
    exceptional: 1 - below(0.25),
  }
}

export function period(k: number | null, n: number | null, more: Partial<Period> = {}): Period {
  const rate = k != null && n ? k / n : null
  const share = rate != null && rate <= 1
  return {
    start: null,
    end: null,
    label: null,
    partial: false,
    opening: n,
    closing: n == null ? null : Math.round(n * 1.02),
    joined: n == null ? null : Math.round(n * 0.05),
    left: n == null ? null : Math.round(n * 0.03),
    new: null,
    reactivated: null,
    converted: null,
    prospects: null,
    active: n,
    eligible: n,
    upgraded: k,
    kept: k == null ? null : Math.round(k * 0.91),
    upgradedNew: 0,
    upsold: null,
    upgradedOrUpsold: null,
    upsoldNew: null,
    upgradedOrUpsoldNew: null,
    upgradeEvents: k,
    downgraded: null,
    churned: null,
    netRate: rate == null ? null : rate * 0.8,
    byTier: [],
    numerator: k,
    base: n,
    rate,
    interval: share && n ? wilson(k as number, n) : null,
    band: rate == null ? null : bandOf(rate),
    bandLimits: [0.15, 0.25],
    bandAnnual: null,
    bandChances: share && n ? chancesOf(k as number, n) : null,
    toNextBand:
      rate == null || rate > 0.25 || !n
        ? null
        : Math.ceil((rate < 0.15 ? 0.15 : 0.25) * n - (k as number)) + (rate < 0.15 ? 0 : 1),
    toLowerBand:
      rate == null || rate < 0.15 || !n
        ? null
        : Math.max(1, Math.ceil((k as number) - (rate > 0.25 ? 0.25 : 0.15) * n)),
    change: null,
    changeYear: null,
    pooled3: null,
    pooled12: null,
    unusual: [],
    value: null,
    why: [],
    ...more,
  }
}

const monthsIn: { readonly [u in PeriodUnit]: number } = { week: 0, month: 1, quarter: 3, year: 12 }

function bounds(unit: PeriodUnit, index: number): { start: string; end: string; label: string } {
  const day = 86_400_000
  if (unit === 'week') {
    const start = Date.UTC(2018, 0, 1) + index * 7 * day
    return {
      start: new Date(start).toISOString(),
      end: new Date(start + 7 * day).toISOString(),
      label: `W${index}`,
    }
  }
  const at = (i: number) => new Date(Date.UTC(2023, i * monthsIn[unit], 1))
  const start = at(index)
  const label =
    unit === 'year'
      ? `${start.getUTCFullYear()}`
      : unit === 'quarter'
        ? `${start.getUTCFullYear()}-Q${start.getUTCMonth() / 3 + 1}`
        : start.toISOString().slice(0, 7)
  return { start: start.toISOString(), end: at(index + 1).toISOString(), label }
}

export interface Wish {
  unit: PeriodUnit
  count: number
  /** The rate of period i, or null for none. */
  rate: (i: number) => number | null
  base: (i: number) => number
  lastPartial?: boolean
}

export function periods(wish: Wish): Period[] {
  const list: Period[] = []
  for (let i = 0; i < wish.count; i++) {
    const rate = wish.rate(i)
    const n = rate == null ? 0 : wish.base(i)
    const k = rate == null ? 0 : Math.round(rate * n)
    const partial = wish.lastPartial === true && i === wish.count - 1
    const p = period(k, n, { ...bounds(wish.unit, i), partial })
    if (partial) p.band = null
    const before = list[i - 1]
    if (p.rate != null && before?.rate != null && !partial) {
      const points = p.rate - before.rate
      p.change = {
        points,
        interval: [points - 0.006, points + 0.006],
        clear: Math.abs(points) > 0.006,
      }
    }
    list.push(p)
  }
  return list
}

export const columns: ColumnFound[] = [
  {
    file: 'subscriptions.csv',
    name: 'customer_id',
    part: 'customer',
    kind: 'text',
    sample: ['C00001', 'C00002', 'C00003', 'C00004', 'C00005'],
  },
  {
    file: 'subscriptions.csv',
    name: 'date',
    part: 'date',
    kind: 'date',
    sample: ['2023-01-01', '2023-01-01', '2023-01-01', '2023-01-01', '2023-01-03'],
  },
  {
    file: 'subscriptions.csv',
    name: 'plan',
    part: 'plan',
    kind: 'text',
    sample: ['Starter', 'Pro', 'Starter', 'Trial', 'Business'],
  },
  {
    file: 'subscriptions.csv',
    name: 'mrr',
    part: 'value',
    kind: 'number',
    sample: ['19', '49', '19', '', '149'],
  },
  {
    file: 'subscriptions.csv',
    name: 'region',
    part: 'segment',
    kind: 'text',
    sample: ['EMEA', 'AMER', 'EMEA', 'APAC', 'EMEA'],
  },
  {
    file: 'subscriptions.csv',
    name: 'account manager of the customer',
    part: null,
    kind: 'text',
    sample: ['', '=HYPERLINK("x")', '<b>Ann</b>', '', ''],
  },
]

export const fullSettings: Required<Omit<Settings, 'today'>> = {
  schema: 1,
  files: [{ name: 'subscriptions.csv' }],
  plans: [
    { plan: 'Starter', role: 'tier', tier: 1 },
    { plan: 'Pro', role: 'tier', tier: 2 },
    { plan: 'Pro annual', role: 'tier', tier: 2 },
    { plan: 'Business', role: 'tier', tier: 3 },
    { plan: 'Enterprise', role: 'tier', tier: 4 },
    { plan: 'Trial', role: 'prospect' },
    { plan: 'Cancelled', role: 'none' },
  ],
  statuses: [],
  prospectsAreCustomers: false,
  bridgeDays: 1,
  movementValues: null,
  period: 'month',
  range: null,
  fiscalStartMonth: 1,
  timeZone: 'UTC',
  dataUntil: '2025-11-12T00:00:00Z',
  base: 'opening',
  numerator: 'upgraded',
  level: 0.95,
  bands: [
    { name: 'concerning', from: 0 },
    { name: 'healthy', from: 15 },
    { name: 'exceptional', above: 25 },
  ],
  bandWindow: 'as shown',
  launches: [],
  segmentBy: [],
  filters: [],
  currencyRates: null,
  reportingCurrency: null,
}

const value: { readonly [plan: string]: number } = {
  Starter: 19,
  Pro: 49,
  'Pro annual': 49,
  Business: 149,
  Enterprise: 499,
}

export function report(
  chosen: Settings,
  list: Period[],
  headline: Report['headline'],
  more: Partial<Report> = {},
): Report {
  const settings = { ...fullSettings, ...chosen }
  return {
    schema: 1,
    settings,
    ledger: {
      rows: 41_208,
      used: 41_194,
      duplicate: 6,
      superseded: 3,
      ignored: 2,
      rejected: 3,
      problems: [
        {
          code: 'date.unreadable',
          file: 'subscriptions.csv',
          line: 17,
          column: 'date',
          text: '31/02/2024',
          advice: 'Correct it.',
        },
        {
          code: 'date.unreadable',
          file: 'subscriptions.csv',
          line: 18_044,
          column: 'date',
          text: 'soon',
          advice: 'Correct it.',
        },
        {
          code: 'customer.blank',
          file: 'subscriptions.csv',
          line: 230,
          column: 'customer_id',
          text: '',
          advice: 'Fill it in.',
        },
        {
          code: 'row.somethingNew',
          file: 'subscriptions.csv',
          line: 9,
          column: '',
          text: 'x',
          advice: 'What the core itself advises.',
        },
      ],
      problemCounts: {
        'date.unreadable': 2,
        'customer.blank': 1,
        'row.duplicate': 6,
        'row.superseded': 3,
        'row.somethingNew': 2,
      },
    },
    data: {
      shape: 'planHistory',
      customers: 3912,
      firstInstant: '2023-01-01T00:00:00Z',
      lastInstant: '2025-11-11T00:00:00Z',
      plans: (settings.plans ?? []).map((p) => ({
        plan: p.plan,
        spellings: [p.plan],
        role: p.role,
        tier: p.tier ?? null,
        rows: 100,
        customers: 120,
        typicalValue: value[p.plan] ?? null,
        order: 'value' as const,
      })),
      valueCurrency: null,
      columns,
    },
    notes: [
      { code: 'tiers.guessed', severity: 'info', params: { method: 'value' } },
      {
        code: 'plans.merged',
        severity: 'info',
        params: { spellings: ['Pro annual', 'pro-annual'] },
      },
      {
        code: 'dataUntil.assumed',
        severity: 'info',
        params: { dataUntil: '2025-11-12T00:00:00Z' },
      },
      { code: 'period.first', severity: 'info', params: {} },
      {
        code: 'bandWindow.differs',
        severity: 'info',
        params: { band: 'exceptional', window: 'year' },
      },
    ],
    headline,
    periods: list,
    trend: noTrend,
    launches: [],
    segments: [],
    cohorts: null,
    timeToUpgrade: null,
    paths: null,
    stickiness: null,
    findings: [
      { code: 'change.rose', params: { with: 'year', rate: 0.182, before: 0.121, points: 0.061 } },
      {
        code: 'band.middle',
        params: { band: 'healthy', rate: 0.182, toNextBand: 192, nextBand: 'exceptional' },
      },
      { code: 'upgrades.oneTier', params: { tier: 1, upgradedFrom: 431, upgraded: 512 } },
    ],
    ...more,
  }
}

export const summary: Summary = {
  files: [{ name: 'subscriptions.csv', rows: 41_208, shape: 'planHistory' }],
  rows: 41_208,
  columns,
}

export const headline = (
  k: number | null,
  n: number | null,
  more: Partial<Period> = {},
): NonNullable<Report['headline']> => ({
  ...period(k, n, {
    start: '2024-11-01T00:00:00.000Z',
    end: '2025-11-01T00:00:00.000Z',
    label: '2024-11/2025-10',
    changeYear: { points: 0.021, interval: [0.004, 0.039], clear: true },
    change: { points: 0.021, interval: [0.004, 0.039], clear: true },
    upgradedNew: 23,
    ...more,
  }),
  reason: 'last12Months',
})
