/**
 * The answer and the trend as they stand on the page, read from its text in the language of the page,
 * held against the report that the package gives in Node for the same data and settings. A rate as
 * written must be the report's, rounded.
 */
import assert from 'node:assert/strict'
import { createEngine } from '../../../dist/package/upgrade-rate.js'
import { count, numberIn, words } from './words.mjs'

export { count }
/** @typedef {import('./words.mjs').Locale} Locale */
/** @typedef {import('../../../web/src/engine/documents.js').Report} Report */
/** @typedef {import('../../../web/src/engine/documents.js').Period} Period */

/** @param {string | { name: string, data: string | Uint8Array }[]} given @param {object} settings @returns {Promise<Report>} */
export async function reportOf(given, settings = {}) {
  const engine = await createEngine()
  try {
    await engine.load(
      typeof given === 'string' ? [{ name: 'data.csv', data: given }] : given,
      settings,
    )
    return await engine.report(settings)
  } finally {
    engine.dispose()
  }
}

/** The page's texts; opens the table of the trend, which has every period. @param {import('./gestures.mjs').Evaluator} page */
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
      counts: [...document.querySelectorAll('.answer .formula b')].map((b) => b.textContent),
      verdict: text('.answer .verdict'),
      interval: text('.answer-scale p.num'),
      sentence: text('.answer .say'),
      periods: rows(':not(.to-come)'),
      toCome: rows('.to-come'),
    }
  })

/** @typedef {Awaited<ReturnType<typeof shown>>} Shown */

/** The number in the text is the figure, rounded to the decimals written. @param {string} text @param {number} figure @param {string} what @param {Locale} [locale] */
export function isWritten(text, figure, what, locale = 'en-US') {
  const found = numberIn(text, locale)
  assert.ok(found, `${what}: ${text}, not ${figure}`)
  const off = Math.abs(found.value - figure)
  assert.ok(off <= 0.5 * 10 ** -found.decimals + 1e-9, `${what}: ${text} is written for ${figure}`)
}

/** "18.2%" is 0.1819, and a dash is null. @param {string} text @param {number | null} ratio @param {string} what @param {Locale} [locale] */
export function isRounded(text, ratio, what, locale = 'en-US') {
  if (ratio === null) return assert.match(text, /^[–—]?$/, `${what}: ${text}`)
  isWritten(text, ratio * 100, what, locale)
}

/** @param {string} text @param {[number, number] | null} ends @param {string} what @param {Locale} [locale] */
export function isRoundedInterval(text, ends, what, locale = 'en-US') {
  if (ends === null) return assert.equal(text, '–', what)
  const [low = '', high = ''] = text.replace(/^.*:/, '').split(' – ')
  isRounded(low, ends[0], `${what}, low end`, locale)
  isRounded(high, ends[1], `${what}, high end`, locale)
}

/** Own bands keep their names. @param {string} band @param {Locale} locale */
export function bandWord(band, locale) {
  /** @type {{ [name: string]: string }} */
  const named = words[locale].bands
  return named[band] ?? band
}

/** Figure, counts, verdict and interval of a period that the answer shows. @param {Shown} page @param {Period} period @param {Locale} locale */
export function assertAnswer(page, period, locale) {
  isRounded(page.rate, period.rate, 'rate', locale)
  assert.deepEqual(page.counts, [count(period.numerator, locale), count(period.base, locale)])
  const verdict = period.partial
    ? words[locale].notFinished
    : period.rate === null
      ? words[locale].noRate
      : bandWord(period.band ?? '', locale)
  const said = page.verdict.toLowerCase()
  assert.ok(said.startsWith(verdict.toLowerCase()), `${page.verdict}: ${verdict}`)
  if (period.interval) isRoundedInterval(page.interval, period.interval, 'interval', locale)
  else assert.equal(page.interval, '')
}

/** @param {Shown} page @param {Report} report @param {Locale} [locale] */
export function assertSame(page, report, locale = 'en-US') {
  if (report.headline) assertAnswer(page, report.headline, locale)
  else {
    assert.deepEqual([page.rate, page.counts], ['—', []])
    assert.equal(page.verdict, words[locale].noAnswer)
  }
  assertTrend(page, report, locale)
}

/** Every row of the table of the trend. @param {Shown} page @param {Report} report @param {Locale} locale */
export function assertTrend(page, report, locale) {
  const { notFinished, noRate } = words[locale]
  const dated = report.periods[0]?.start != null
  assert.equal(page.periods.length, dated ? report.periods.length : 0)
  for (const [i, period] of dated ? report.periods.entries() : []) {
    const [name = '', numerator, base, rate = '', interval = '', band, change = '', ...others] =
      page.periods[i] ?? []
    assert.deepEqual(
      [numerator, base],
      [count(period.numerator, locale), count(period.base, locale)],
      name,
    )
    isRounded(rate, period.rate, name, locale)
    isRoundedInterval(interval, period.interval, name, locale)
    const verdict = period.band === null ? noRate : bandWord(period.band, locale)
    assert.equal(band, period.partial ? notFinished : verdict, name)
    assertChange(change, period.partial ? null : period.change, `${name}, change`, locale)
    assertAmongOthers(others, period, report.trend.chart?.limits[i] ?? null, name, locale)
  }
  assertToCome(page.toCome, report.trend.forecast?.periods ?? [], locale)
}

/** "+3.2 points within noise: −1.0 to +7.4". @param {string} text @param {Period['change']} change @param {string} what @param {Locale} locale */
export function assertChange(text, change, what, locale) {
  const { clear, noise, to } = words[locale]
  if (change?.points == null) return assert.equal(text, '–', what)
  isWritten(text, change.points * 100, what, locale)
  if (!change.interval) return
  const [, ends = ''] = text.split(change.clear ? clear : noise)
  const [low = '', high = ''] = ends.split(to)
  isWritten(low, change.interval[0] * 100, `${what}, low end`, locale)
  isWritten(high, change.interval[1] * 100, `${what}, high end`, locale)
}

/** @param {string[]} cells @param {Period} period @param {[number, number] | null} limits @param {string} name @param {Locale} locale */
function assertAmongOthers(
  [of3 = '', of12 = '', within = '', unusual],
  period,
  limits,
  name,
  locale,
) {
  const { marks, and } = words[locale]
  isRounded(of3, period.pooled3, `${name}, average of 3`, locale)
  isRounded(of12, period.pooled12, `${name}, average of 12`, locale)
  isRoundedInterval(within, limits, `${name}, limits`, locale)
  assert.equal(unusual, period.unusual.map((mark) => marks[mark]).join(and) || '–', name)
}

/** @param {string[][]} rows @param {import('../../../web/src/engine/documents.js').ForecastPeriod[]} periods @param {Locale} locale */
function assertToCome(rows, periods, locale) {
  assert.equal(rows.length, periods.length)
  for (const [i, next] of periods.entries()) {
    const [name = '', , , rate = '', interval = ''] = rows[i] ?? []
    isRounded(rate, next.rate, name, locale)
    isRoundedInterval(interval, next.interval, name, locale)
  }
}
