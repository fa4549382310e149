/**
 * One change of each setting as a reader makes it, with the settings that it stands for. Boxes and
 * buttons by keyboard: WebKit’s driver takes what the fold of a narrow page holds for hidden.
 */
import { fill, pick, pressOn } from './hand.mjs'

/** @typedef {import('./hand.mjs').Page} Page */
/** @typedef {import('../../../web/src/engine/documents.js').Settings} Settings */
/** @type {[name: string, change: (page: Page) => Promise<unknown>, settings: Settings][]} */
export const changes = [
  ['counted', (p) => pick(p, 'numerator', 1), { numerator: 'kept' }],
  ['out of', (p) => pick(p, 'base', 1), { base: 'eligible' }],
  ['period', (p) => pick(p, 'period', 'Quarter'), { period: 'quarter' }],
  [
    'trials',
    (p) => pressOn(p, '.counted .choice input[type=checkbox]', 'Space'),
    { prospectsAreCustomers: true },
  ],
  ['year starts in', (p) => pick(p, 'fiscal', 'April'), { fiscalStartMonth: 4 }],
  ['zone', (p) => pick(p, 'zone', 'Asia/Tokyo'), { timeZone: 'Asia/Tokyo' }],
  [
    'until',
    (p) => fill(p, '.counted .more .choice input[type=date]', '2025-01-10'),
    { dataUntil: '2025-01-10' },
  ],
  ['gap', (p) => pick(p, 'bridge', '14 days'), { bridgeDays: 14 }],
  ['level', (p) => pick(p, 'level', '99%'), { level: 0.99 }],
  ['scale for', (p) => pick(p, 'window', 'a year'), { bandWindow: 'year' }],
  [
    'limit',
    (p) => fill(p, '.bands input[type=number]', '2.5'),
    {
      bands: [
        { name: 'concerning', from: 0 },
        { name: 'healthy', from: 2.5 },
        { name: 'exceptional', above: 25 },
      ],
    },
  ],
  [
    'range',
    async (p) => {
      await fill(p, 'input[name=start]', '2024-02-01')
      await fill(p, 'input[name=last]', '2024-10-31')
      await pressOn(p, '.range button:not([type=button])', 'Enter')
    },
    { range: { start: '2024-02-01', end: '2024-11-01' } },
  ],
  [
    'order of plans',
    (p) => pressOn(p, '[data-focus="grip-pro"]', 'ArrowUp'),
    {
      plans: [
        { plan: 'basic', role: 'tier', tier: 1 },
        { plan: 'business', role: 'tier', tier: 2 },
        { plan: 'pro', role: 'tier', tier: 3 },
        { plan: 'trial', role: 'prospect' },
        { plan: 'cancelled', role: 'none' },
      ],
    },
  ],
]
