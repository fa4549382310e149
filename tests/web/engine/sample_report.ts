/** A report written by hand, for what prints reports; hostile text in every place that takes text. */
import type { Period, Report } from '../../../web/src/engine/documents.js'
import { noTrend } from '../no_trend.js'

// biome-ignore format: as one block
const nothing: Period = {
  start: null, end: null, label: null, partial: false, opening: null, closing: null, joined: null,
  left: null, new: null, reactivated: null, converted: null, prospects: null, active: null,
  eligible: null, upgraded: null, kept: null, upgradedNew: null, upsold: null,
  upgradedOrUpsold: null, upsoldNew: null, upgradedOrUpsoldNew: null, upgradeEvents: null,
  downgraded: null, churned: null, netRate: null, byTier: [], numerator: null, base: null,
  rate: null, interval: null, band: null, bandLimits: [], bandAnnual: null, bandChances: null,
  toNextBand: null, toLowerBand: null, change: null, changeYear: null, pooled3: null,
  pooled12: null, unusual: [], value: null, why: [],
}

const first: Period = {
  ...nothing,
  start: '2024-04-01T00:00:00Z',
  end: '2024-07-01T00:00:00Z',
  label: '2024-Q2',
  opening: 1400,
  upgraded: 252,
  numerator: 252,
  base: 1400,
  rate: 0.18,
  interval: [0.1608, 0.201],
  band: 'healthy',
  bandChances: { concerning: 0.0009, healthy: 0.9991, exceptional: 0 },
  toNextBand: 99,
  toLowerBand: 43,
  change: { points: -0.025, interval: [-0.06, 0.01], clear: false },
}

const second: Period = {
  ...nothing,
  label: '=1+1|<b>',
  partial: true,
  netRate: -0.1,
  base: 12.5,
  why: ['data.few'],
}

export const sampleReport: Report = {
  schema: 1,
  settings: { base: 'opening', numerator: 'upgraded', level: 0.95 },
  ledger: {
    rows: 2000,
    used: 1999,
    duplicate: 0,
    superseded: 0,
    ignored: 0,
    rejected: 1,
    problems: [
      {
        code: 'date.unreadable',
        file: 'a.csv',
        line: 17,
        column: 'date',
        text: '\u001b[31m!',
        advice: 'Write days as 2024-02-29.',
      },
    ],
    problemCounts: { 'date.unreadable': 1 },
  },
  data: {
    shape: 'planHistory',
    customers: 1400,
    firstInstant: null,
    lastInstant: null,
    plans: [],
    columns: [],
  },
  notes: [{ code: 'tiers.guessed', severity: 'warning', params: { plans: ['basic', 'pro'] } }],
  headline: { ...first, reason: 'only' },
  periods: [first, second],
  trend: { ...noTrend, why: ['trend.tooFew', 'chart.tooFew', 'forecast.tooFew'] },
  launches: [],
  segments: [],
  cohorts: null,
  timeToUpgrade: null,
  paths: null,
  stickiness: null,
  findings: [{ code: 'base.few', params: { base: 1, low: 0.1, high: 0.2 } }],
}
