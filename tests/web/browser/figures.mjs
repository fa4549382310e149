/**
 * The figures that stand on the page, read from its text, held against the report that the package
 * gives in Node for the same data and settings. A rate as written must be the report's, rounded.
 */
import assert from 'node:assert/strict'
import { createEngine } from '../../../dist/package/upgrade-rate.js'

/** @param {string} text @param {object} settings */
export async function reportOf(text, settings = {}) {
  const engine = await createEngine()
  try {
    await engine.load([{ name: 'data.csv', data: text }], settings)
    return await engine.report(settings)
  } finally {
    engine.dispose()
  }
}

/** The page's texts; opens the table of the trend, which has every period. @param {import('playwright-core').Page} page */
export const shown = (page) =>
  page.evaluate(() => {
    const text = (/** @type {string} */ query) =>
      document.querySelector(query)?.textContent?.trim() ?? ''
    const rows = (/** @type {string} */ query) =>
      [...document.querySelectorAll(`.trend-section .figures tbody tr${query}`)]
        .reverse()
        .map((row) => [...row.children].map((cell) => cell.textContent?.trim() ?? ''))
    return {
      rate: text('.answer .figure'),
      formula: text('.answer .formula'),
      verdict: text('.answer .verdict'),
      interval: text('.answer-scale p.num'),
      periods: rows(':not(.to-come)'),
      toCome: rows('.to-come'),
    }
  })

export const count = (/** @type {number | null} */ n) =>
  n === null ? '–' : n.toLocaleString('en-US', { maximumFractionDigits: 1 })

/** "18.2%" is 0.1819, and a dash is null. @param {string} text @param {number | null} ratio @param {string} what */
export function isRounded(text, ratio, what) {
  const digits = text.match(/-?[\d,]+(?:\.(\d+))?/)
  if (ratio === null || !digits) return assert.ok(ratio === null && !digits, `${what}: ${text}`)
  const unit = 10 ** -(digits[1]?.length ?? 0)
  const percent = Number(digits[0].replaceAll(',', ''))
  const off = Math.abs(percent - ratio * 100)
  assert.ok(off <= unit * 0.5 + 1e-9, `${what}: ${text} is written for ${ratio}`)
}

/** @param {string} text @param {[number, number] | null} ends @param {string} what */
export function isRoundedInterval(text, ends, what) {
  const [low = '', high = ''] = text.replace(/^.*:/, '').split(' – ')
  isRounded(low, ends ? ends[0] : null, `${what}, low end`)
  isRounded(high, ends ? ends[1] : null, `${what}, high end`)
}

/** @param {Awaited<ReturnType<typeof shown>>} page @param {import('../../../web/src/engine/documents.js').Report} report */
export function assertSame(page, report) {
  const { headline, periods } = report
  assert.ok(headline)
  isRounded(page.rate, headline.rate, 'rate')
  const counts = page.formula.match(/[\d,.]+/g)
  assert.deepEqual(counts, [count(headline.numerator), count(headline.base)])
  if (headline.rate !== null && !headline.partial)
    assert.equal(page.verdict.toLowerCase(), headline.band)
  if (headline.interval) isRoundedInterval(page.interval, headline.interval, 'interval')
  assert.equal(page.periods.length, periods.length)
  for (const [i, period] of periods.entries()) {
    const [name = '', numerator, base, rate = '', interval = '', band, , ...others] =
      page.periods[i] ?? []
    assert.deepEqual([numerator, base], [count(period.numerator), count(period.base)], name)
    isRounded(rate, period.rate, name)
    isRoundedInterval(interval, period.interval, name)
    assert.equal(band, period.partial ? 'not finished' : (period.band ?? 'no rate'), name)
    assertAmongOthers(others, period, report.trend.chart?.limits[i] ?? null, name)
  }
  assertToCome(page.toCome, report.trend.forecast?.periods ?? [])
}

const marks = { beyondLimits: 'outside its limits', run: 'in a run of 8 or more' }

/** @param {string[]} cells @param {import('../../../web/src/engine/documents.js').Period} period @param {[number, number] | null} limits @param {string} name */
function assertAmongOthers([of3 = '', of12 = '', within = '', unusual], period, limits, name) {
  isRounded(of3, period.pooled3, `${name}, average of 3`)
  isRounded(of12, period.pooled12, `${name}, average of 12`)
  isRoundedInterval(within, limits, `${name}, limits`)
  assert.equal(unusual, period.unusual.map((mark) => marks[mark]).join(' and ') || '–', name)
}

/** @param {string[][]} rows @param {import('../../../web/src/engine/documents.js').ForecastPeriod[]} periods */
function assertToCome(rows, periods) {
  assert.equal(rows.length, periods.length)
  for (const [i, next] of periods.entries()) {
    const [name = '', , , rate = '', interval = ''] = rows[i] ?? []
    isRounded(rate, next.rate, name)
    isRoundedInterval(interval, next.interval, name)
  }
}
