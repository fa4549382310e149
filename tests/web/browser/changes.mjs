/** One change of each setting as a reader makes it, with the settings that it stands for. */

/** @param {import('playwright-core').Page} page @param {string} key */
export const menu = (page, key) => page.locator(`[data-focus="set-${key}"]`)
/** @typedef {import('playwright-core').Page} Page */
/** @type {[name: string, change: (page: Page) => Promise<unknown>, settings: import('../../../web/src/engine/documents.js').Settings][]} */
export const changes = [
  ['counted', (p) => menu(p, 'numerator').selectOption({ index: 1 }), { numerator: 'kept' }],
  ['out of', (p) => menu(p, 'base').selectOption({ index: 1 }), { base: 'eligible' }],
  ['period', (p) => menu(p, 'period').selectOption('Quarter'), { period: 'quarter' }],
  ['trials', (p) => p.getByLabel('Trials are customers').check(), { prospectsAreCustomers: true }],
  ['year starts in', (p) => menu(p, 'fiscal').selectOption('April'), { fiscalStartMonth: 4 }],
  ['zone', (p) => menu(p, 'zone').selectOption('Asia/Tokyo'), { timeZone: 'Asia/Tokyo' }],
  ['until', (p) => p.getByLabel('Data until').fill('2025-01-10'), { dataUntil: '2025-01-10' }],
  ['gap', (p) => menu(p, 'bridge').selectOption('14 days'), { bridgeDays: 14 }],
  ['level', (p) => menu(p, 'level').selectOption('99%'), { level: 0.99 }],
  ['scale for', (p) => menu(p, 'window').selectOption('a year'), { bandWindow: 'year' }],
  [
    'limit',
    async (p) => {
      await p.locator('.bands input[type=number]').first().fill('2.5')
      await p.keyboard.press('Tab')
    },
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
      await p.locator('input[name=start]').fill('2024-02-01')
      await p.locator('input[name=end]').fill('2024-11-01')
      await p.getByRole('button', { name: 'Use this range' }).click()
    },
    { range: { start: '2024-02-01', end: '2024-11-01' } },
  ],
  [
    'order of plans',
    (p) => p.locator('[data-focus="grip-pro"]').press('ArrowUp'),
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
