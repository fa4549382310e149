/**
 * The states of the page: what is brought so that each one shows. Tables come from small programs
 * without chance or with a fixed seed, so the same commit gives the same picture. Used by the
 * pictures and by the accessibility test.
 */
import { planHistory } from '../browser/data.mjs'
import { paste } from '../browser/gestures.mjs'

/** @typedef {import('playwright-core').Page} Page */

/** A period of totals after another, from January 2000 on. @param {number} months @param {number} base @param {(i: number) => number} rate */
function totals(months, base, rate) {
  const lines = ['month,total customers,customers upgraded']
  for (let i = 0; i < months; i++) {
    const month = `${2000 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`
    lines.push(`${month},${base},${Math.round(base * rate(i))}`)
  }
  return lines.join('\n')
}

/** A plan history in which every customer has an account manager. @param {number} count @param {(i: number) => string} name */
function managed(count, name) {
  const lines = ['customer_id,date,plan,account manager']
  let id = 0
  for (let i = 0; i < count; i++) {
    const size = 4 + Math.round(1200 / (i + 8))
    const share = 0.18 + 0.12 * Math.sin(i * 2.3)
    for (let j = 0; j < size; j++) {
      lines.push(`C${++id},2024-01-05,Basic,"${name(i)}"`)
      if (j < Math.round(size * share)) {
        const month = String(1 + ((i + j) % 11)).padStart(2, '0')
        lines.push(`C${id},2025-${month}-09,Pro,"${name(i)}"`)
      }
    }
  }
  return lines.join('\n')
}

const wave = (/** @type {number} */ i) => 0.012 + 0.004 * Math.sin(i * 0.7)
const long = 'Enterprise Platform with Extended Support and a Dedicated Account Team (legacy, 2019)'
const history = planHistory(1500)
/** @param {{ [plan: string]: string }} names */
const renamed = (names) =>
  history.replace(/,(trial|basic|pro|business),/g, (_, plan) => `,"${names[plan] ?? plan}",`)

/** @type {{ [name: string]: string }} */
const tables = {
  history,
  little:
    'customer_id,date,plan,mrr\nA,2025-01-03,Basic,10\nA,2025-03-09,Pro,30\nB,2025-02-01,Basic,10\n',
  huge: totals(24, 8_400_000_000, wave),
  long: renamed({ basic: long, business: `${long} 2` }).replace(
    'region',
    'region of the main account',
  ),
  rtl: renamed({ basic: 'أساسي', pro: 'احترافي', business: 'شركات' })
    .replaceAll('EMEA', 'الشرق الأوسط')
    .replaceAll('AMER', 'ישראל'),
  one: totals(1, 2814, () => 0.182),
  many: totals(400, 3200, (i) => wave(i) + i * 0.00002),
  oneSegment: managed(1, () => 'Anna'),
  segments: managed(400, (i) =>
    i % 50 === 3 ? `A team with a very long name, number ${i}` : `Team ${i}`,
  ),
  wrong: 'hello,world\nthis is,\nno table,\n',
}

/** @param {Page} page */
const settled = async (page) => {
  await page.locator('.full .say').waitFor()
  await page.locator('.full .parts a').first().waitFor()
  await page.waitForTimeout(250)
}

/** @param {string} table */
const answer = (table) => async (/** @type {Page} */ page) => {
  await paste(page, tables[table] ?? '')
  await settled(page)
}

/** What each state needs to be there. @type {{ [state: string]: (page: Page) => Promise<void> }} */
export const states = {
  empty: async () => {},
  loading: async (page) => {
    // The worker’s last word is held back, so that the page goes on waiting.
    await page.evaluate(() => {
      const post = Worker.prototype.postMessage
      Worker.prototype.postMessage = function (message, ...rest) {
        if (message?.type !== 'load') post.call(this, message, ...rest)
      }
    })
    await paste(page, tables.history ?? '')
    await page.locator('.reading').waitFor()
  },
  error: async (page) => {
    await paste(page, tables.wrong ?? '')
    await page.getByRole('alert').waitFor()
  },
  typed: async (page) => {
    await page.locator('.two-numbers input').first().fill('512')
    await page.locator('.two-numbers input').last().fill('2814')
    await page.locator('.own .figure').waitFor()
  },
  sample: async (page) => {
    await page.locator('.sample').first().click()
    await settled(page)
  },
  totals: async (page) => {
    await page.locator('.sample').last().click()
    await settled(page)
  },
  columns: async (page) => {
    await answer('history')(page)
    await page.locator('[data-focus=columns]').click()
  },
  table: async (page) => {
    await answer('history')(page)
    await page.locator('.trend-section .segmented + .segmented button').last().click()
  },
  ...Object.fromEntries(
    ['oneSegment', 'segments'].map((name) => [
      name,
      async (/** @type {Page} */ page) => {
        await answer(name)(page)
        await page.locator('[data-focus^="split-"]').first().click()
        await page.locator('.sortable').first().waitFor()
        await page.waitForTimeout(250)
      },
    ]),
  ),
  ...Object.fromEntries(
    ['little', 'huge', 'long', 'rtl', 'one', 'many'].map((name) => [name, answer(name)]),
  ),
}
