/**
 * The views that follow customers (paths, cohorts, time to upgrade, kept and left, stickiness,
 * leaving): the figures in their tables on the page against those of a report. Below five customers
 * no share is written, only counts.
 */
import assert from 'node:assert/strict'
import { isRounded, isRoundedInterval, isWritten } from './figures.mjs'
import { cells, count, words } from './words.mjs'

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('./words.mjs').Locale} Locale */
/** @typedef {import('../../../web/src/engine/documents.js').Report} Report */

const leastForShare = 5
const cohortsShown = 24

/** The sentences of a part. @param {Page} page @param {string} place */
export const told = (page, place) => page.locator(`.part.${place} .told`).allTextContents()

/** @param {Page} page @param {Report} report @param {Locale} locale */
export async function assertPaths(page, report, locale) {
  const rows = await cells(page, '.part.paths')
  const paths = report.paths ?? []
  assert.deepEqual(
    rows.map((row) => row.slice(0, 5)),
    paths.map(({ from, to, kind, customers, events }) => [
      from,
      to,
      words[locale].kinds[kind],
      count(customers, locale),
      count(events, locale),
    ]),
  )
  for (const [i, { from, to, value, valuedEvents, events }] of paths.entries()) {
    const [text = '', valued = ''] = (rows[i]?.[5] ?? '').split(' (')
    if (value === null) assert.equal(text, '–')
    else isWritten(text, value, `${from} → ${to}`, locale)
    const part = `${count(valuedEvents, locale)}${words[locale].of}${count(events, locale)})`
    assert.equal(valued, value === null || valuedEvents === events ? '' : part)
  }
}

/** The latest 24. @param {Page} page @param {Report} report @param {Locale} locale */
export async function assertCohorts(page, report, locale) {
  const all = report.cohorts?.rows ?? []
  const rows = await cells(page, '.part.cohorts')
  assert.equal(rows.length, Math.min(cohortsShown, all.length))
  for (const [i, cohort] of all.slice(-cohortsShown).entries()) {
    const [name = '', customers, ...shares] = rows[i] ?? []
    assert.equal(customers, count(cohort.customers, locale), name)
    assert.ok(shares.length >= cohort.shares.length, name)
    for (const [age, cell] of shares.entries()) {
      const at = `${name}, age ${age}`
      if (age >= cohort.shares.length) {
        assert.equal(cell, '', at)
        continue
      }
      const share = cell.replace(/ \*$/, '')
      assert.equal(share !== cell, age >= cohort.complete, `${at}: marked while it is not over`)
      const counts = [cohort.upgraded[age] ?? -1, cohort.customers].map((n) => count(n, locale))
      if (cohort.customers < leastForShare) assert.equal(share, counts.join(words[locale].of), at)
      else isRounded(share, cohort.shares[age] ?? null, at, locale)
    }
  }
}

/** @param {Page} page @param {Report} report @param {Locale} locale */
export async function assertTimes(page, report, locale) {
  const time = report.timeToUpgrade
  const shown = time && time.customers >= leastForShare
  const [fixed, curve] = shown ? [time.atDays, time.curve] : [[], []]
  const rows = await cells(page, '.part.time')
  assert.equal(rows.length, fixed.length + curve.length)
  for (const [i, point] of [...fixed, ...curve].entries()) {
    const [days, watched, share = '', interval = '', left = ''] = rows[i] ?? []
    const at = `${days} days`
    assert.deepEqual([days, watched], [count(point.days, locale), count(point.watched, locale)])
    isRounded(share, point.share, at, locale)
    isRoundedInterval(interval, point.interval, at, locale)
    const churn = curve[i - fixed.length]?.churnShare
    if (churn !== undefined) isRounded(left, churn, `${at}, left first`, locale)
  }
}

/** @param {Page} page @param {Report} report @param {Locale} locale */
export async function assertBeside(page, report, locale) {
  const { upgraded = null, kept = null, downgraded = null, churned = null } = report.headline ?? {}
  const rows = (await cells(page, '.part.beside')).map(([, value]) => value)
  const known = [upgraded, kept, downgraded, churned]
  // It stands with what became of the upgrades, and is left out with that.
  const told = report.stickiness !== null && !known.includes(null)
  const wanted = told ? known.map((n) => count(n, locale)) : []
  assert.deepEqual(rows, wanted)
}

/** Of the headline where all its days are over, else of the latest period that has the most of them. @param {Report} report */
export function staysShown(report) {
  const { headline, periods } = report.stickiness ?? { headline: null, periods: [] }
  const over = (/** @type {typeof headline} */ each) =>
    each?.stays.filter(({ share }) => share !== null).length ?? 0
  if (!headline || over(headline) === headline.stays.length) return headline
  const most = Math.max(over(headline), ...periods.map(over))
  if (most === over(headline)) return headline
  return periods.findLast((each) => over(each) === most) ?? null
}

/** @param {Page} page @param {Report} report @param {Locale} locale */
export async function assertStays(page, report, locale) {
  const over = staysShown(report)
  const rows = await cells(page, '.part.stays')
  if (!over || over.stays.every(({ stayed }) => stayed === null))
    return assert.equal(rows.length, 0)
  assert.equal(rows.length, over.stays.length)
  for (const [i, stay] of over.stays.entries()) {
    const [days, whole, reached, stayed, share = '', interval = ''] = rows[i] ?? []
    const few = over.upgraded < leastForShare
    assert.deepEqual(
      [days, whole, reached, stayed],
      [stay.days, over.upgraded, stay.observed, stay.stayed].map((n) => count(n, locale)),
    )
    isRounded(share, few ? null : stay.share, `${days} days`, locale)
    isRoundedInterval(interval, few ? null : stay.interval, `${days} days`, locale)
  }
}

/** @param {Page} page @param {Report} report @param {Locale} locale */
export async function assertLeaving(page, report, locale) {
  const found = report.stickiness?.headline
  const rows = await cells(page, '.part.leaving')
  const sides = found
    ? [
        { ...found.churnAfterUpgrade, of: found.upgraded },
        { ...found.churnOfOthers, of: report.headline?.opening ?? 0 },
      ].map((side) => ({ ...side, shown: side.of < leastForShare ? null : side.per30Days }))
    : []
  const any = sides.some(({ per30Days }) => per30Days !== null)
  assert.equal(rows.length, any ? 2 : 0)
  for (const [i, { churns, customerDays, shown }] of any ? sides.entries() : []) {
    const [name = '', gone, days, per30 = ''] = rows[i] ?? []
    assert.deepEqual([gone, days], [count(churns, locale), count(customerDays, locale)], name)
    isRounded(per30, shown, name, locale)
  }
}

/** All of them. @param {Page} page @param {Report} report @param {Locale} locale */
export async function assertJourneys(page, report, locale) {
  await assertPaths(page, report, locale)
  await assertCohorts(page, report, locale)
  await assertTimes(page, report, locale)
  await assertBeside(page, report, locale)
  await assertStays(page, report, locale)
  await assertLeaving(page, report, locale)
}
