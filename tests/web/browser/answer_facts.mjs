/**
 * What stands about the figure: the chance of each band on the scale, and the facts under the
 * sentence (change, distance to the next band, upgrades kept, how the customers moved).
 */
import assert from 'node:assert/strict'
import { assertChange, bandWord, isRounded, isWritten } from './figures.mjs'
import { count, words } from './words.mjs'

/** @typedef {import('./words.mjs').Locale} Locale */
/** @typedef {import('../../../web/src/engine/documents.js').Report} Report */
/** @typedef {import('../../../web/src/engine/documents.js').Period} Period */

/** @param {import('playwright-core').Page} page */
export const aboutFigure = (page) =>
  page.evaluate(() => ({
    scale: document.querySelector('.answer-scale svg.scale')?.getAttribute('aria-label') ?? '',
    facts: [...document.querySelectorAll('.answer .facts dd')].map((dd) => {
      const all = dd.textContent?.trim() ?? ''
      const hint = dd.querySelector('small')?.textContent?.trim() ?? ''
      return { all, hint, value: all.slice(0, all.length - hint.length).trim() }
    }),
  }))

/** @typedef {Awaited<ReturnType<typeof aboutFigure>>} AboutFigure */

/** A chance is never written as certain. @param {string} scale @param {Period} period @param {Locale} locale */
function assertChances(scale, period, locale) {
  for (const [band, chance] of Object.entries(period.bandChances ?? {})) {
    const name = bandWord(band, locale)
    const pattern = `${name} [^:]*: (?:chance|Wahrscheinlichkeit) ([<>]?)\\s?([\\d.,]+)`
    const [, sign, text = ''] = scale.match(new RegExp(pattern)) ?? []
    assert.equal(sign, chance > 0.999 ? '>' : chance < 0.001 ? '<' : '', `${scale}: ${chance}`)
    isWritten(text, (sign === '>' ? 0.999 : sign === '<' ? 0.001 : chance) * 100, name, locale)
  }
}

/** The facts that the period gives, in their order. @param {Period} period @param {Report} report @param {Locale} locale */
function factsOf(period, report, locale) {
  /** @type {((fact: AboutFigure['facts'][number]) => void)[]} */
  const wanted = []
  const written = (/** @type {number | null} */ n) => count(n, locale)
  const { headline } = report
  if (report.periods.length > 1 && period.rate !== null && !period.partial) {
    const year = period === headline && headline.reason === 'last12Months'
    const changes = year ? [period.changeYear ?? period.change] : [period.changeYear, period.change]
    for (const change of changes)
      wanted.push(({ value, all }) => {
        if (change?.points == null) assert.equal(value, '—')
        else assertChange(all, change, 'change', locale)
      })
  }
  const { toNextBand, toLowerBand, upgraded, kept, netRate } = period
  const distances = [toNextBand, toLowerBand].filter((n) => n !== null)
  if (distances.length > 0 && period.band !== null)
    wanted.push(({ value, hint }) => {
      isWritten(value, distances[0] ?? -1, 'distance', locale)
      if (distances.length > 1) isWritten(hint, distances[1] ?? -1, 'other distance', locale)
    })
  if (upgraded && kept !== null)
    wanted.push(({ value, hint }) => {
      assert.equal(value, [kept, upgraded].map(written).join(words[locale].of))
      if (netRate !== null) isRounded(hint, netRate, 'net rate', locale)
    })
  const { opening, closing, joined, left } = period
  if (opening !== null && closing !== null && joined !== null && left !== null)
    wanted.push(({ value, hint }) => {
      assert.equal(value, `${written(opening)} → ${written(closing)}`)
      assert.deepEqual(hint.match(/[\d.,]*\d/g), [joined, left].map(written))
    })
  return wanted
}

/** @param {AboutFigure} about @param {Period} period @param {Report} report @param {Locale} locale */
export function assertAboutFigure({ scale, facts }, period, report, locale) {
  if (period.rate !== null) assertChances(scale, period, locale)
  const wanted = factsOf(period, report, locale)
  assert.equal(facts.length, wanted.length, facts.map(({ all }) => all).join('; '))
  for (const [i, fact] of facts.entries()) wanted[i]?.(fact)
}
