/**
 * Every case folder in the real page, in English and in German: its files are brought with the file
 * button into one page, one folder after the other, and all that stands there then is what the
 * package reports for the same files. The page has no settings but what it detects, so neither has
 * the report; what settings change is tested elsewhere. A folder that is refused shows why, in words.
 */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { aboutFigure, assertAboutFigure } from './answer_facts.mjs'
import { eventually, open } from './browser.mjs'
import { bringFolder, filesOf, folders, outcomeOf } from './case_folders.mjs'
import { assertAnswer, assertSame, shown } from './figures.mjs'
import { assertJourneys } from './journey_figures.mjs'
import { assertMoney } from './money_figures.mjs'
import * as around from './row_figures.mjs'
import { assertSpeaks, locales, words } from './words.mjs'

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('./words.mjs').Locale} Locale */
/** @typedef {import('../../../web/src/engine/documents.js').Report} Report */

/** Reports are made once for both languages. */
const outcomes = new Map()
before(async () => {
  for (const folder of folders) outcomes.set(folder, await outcomeOf(folder))
})

/** What the folder itself calls things: no word of the page. @param {Report} report @param {string} folder */
const dataWords = (report, folder) =>
  [
    ...report.data.plans.flatMap(({ plan, spellings }) => [plan, ...spellings]),
    ...report.data.columns.map(({ name }) => name),
    ...filesOf(folder).map(({ name }) => name),
  ].sort((a, b) => b.length - a.length)

/** Why, money and whether the rate is good: each view is there with its sentence, or says what it needs. @param {Page} page @param {Report} report */
async function assertViews(page, report) {
  const parts = await page.evaluate(() =>
    [...document.querySelectorAll('.why .part, .good .part')].map((part) => ({
      place: part.className.replace('part ', ''),
      told: part.querySelector('.told')?.textContent?.trim() ?? '',
    })),
  )
  for (const { place, told } of parts) assert.ok(told, place)
  const places = parts.map(({ place }) => place)
  const counted = report.data.shape === 'totals' || report.data.shape === 'flags'
  // Aggregates have what the query counted, and nothing can be chosen for what it did not.
  const aggregates = report.data.shape === 'aggregates'
  const tables = report.segments ?? []
  const split = aggregates ? tables.flatMap(() => ['segments', 'mix']) : ['segments']
  const followed = report.cohorts === null ? [] : ['paths', 'cohorts', 'time']
  const why = counted ? [] : [...split, ...followed]
  assert.deepEqual(places.slice(0, why.length), why)
  const empty = await page.locator('.why > .empty').allTextContents()
  assert.equal(empty.length, report.cohorts === null ? 1 : 0)
  const { headline } = report
  const kept = headline && headline.upgraded !== null && headline.kept !== null
  const stays = [...(kept ? ['beside'] : []), 'stays', 'leaving']
  const good = headline && report.stickiness !== null ? stays : []
  assert.deepEqual(places.slice(why.length), good)
  assert.equal(await page.locator('.money').count(), counted ? 0 : 1)
}

/** @param {Page} page @param {Report} report @param {Locale} locale */
async function assertAnswered(page, report, locale) {
  await page.locator('.full .answer').waitFor()
  // The names of the parts come when all parts are drawn, that with the table among them.
  await page.locator('.full .parts a').first().waitFor()
  const table = page.getByRole('button', { name: words[locale].table, exact: true })
  if ((await table.count()) > 0 && (await table.getAttribute('aria-pressed')) === 'false')
    await table.click()
  await eventually(async () => assertSame(await shown(page), report, locale))
}

/** No period leads: a picked one is answered all the same. @param {Page} page @param {string} folder @param {Report} report @param {Locale} locale */
async function assertPicked(page, folder, report, locale) {
  const last = report.periods.length - 1
  const period = report.periods[last]
  assert.ok(period)
  await page.locator('.picker').selectOption(String(last))
  await eventually(async () => {
    const now = await shown(page)
    assertAnswer(now, period, locale)
    around.assertSentence(now.sentence, now.rate, period, locale)
    assertAboutFigure(await aboutFigure(page), period, report, locale)
  })
  await assertMoney(page, period, locale)
  assertSpeaks(await around.everyText(page), locale, dataWords(report, folder))
}

/** @param {Page} page @param {string} folder @param {Report} report @param {Locale} locale */
async function assertShows(page, folder, report, locale) {
  await assertAnswered(page, report, locale)
  const names = filesOf(folder).map(({ name }) => name)
  await around.assertSourceLine(page, report, names, locale)
  await around.assertLedger(page, report, locale)
  await around.assertNotes(page, report)
  await around.assertFindings(page, report, locale)
  await assertViews(page, report)
  await assertJourneys(page, report, locale)
  if ((await page.locator('.money').count()) > 0) await assertMoney(page, report.headline, locale)
  const { headline } = report
  const { sentence, rate } = await shown(page)
  if (headline) {
    around.assertSentence(sentence, rate, headline, locale)
    assertAboutFigure(await aboutFigure(page), headline, report, locale)
  }
  assertSpeaks(await around.everyText(page), locale, dataWords(report, folder))
  if (!headline) await assertPicked(page, folder, report, locale)
}

/** @param {Page} page @param {string} folder @param {{ code: string, where: string }} error @param {Locale} locale */
async function assertRefused(page, folder, error, locale) {
  const alert = page.getByRole('alert')
  await alert.waitFor()
  const [first] = filesOf(folder)
  const title = await alert.locator('h2').textContent()
  assert.equal(title, `${words[locale].unreadable}: ${first?.name}`)
  const [says = ''] = await alert.locator('p:not([lang])').allTextContents()
  assert.ok(says.trim().length > 20, says)
  assert.ok(!says.includes(error.code.split('.')[1] ?? error.code), 'words, no code')
  if (error.where !== first?.name)
    assert.ok(((await alert.textContent()) ?? '').includes(error.where), error.where)
  assertSpeaks([says], locale, ['customer', 'date', 'country'])
}

for (const locale of locales)
  describe(`${locale}: the case folders`, () => {
    /** @type {Awaited<ReturnType<typeof open>>} */
    let opened
    before(async () => {
      opened = await open({ locale })
    })
    after(() => opened.end())
    for (const folder of folders)
      test(folder, async () => {
        const { report, error } = outcomes.get(folder)
        await bringFolder(opened.page, folder)
        if (report) await assertShows(opened.page, folder, report, locale)
        else await assertRefused(opened.page, folder, error, locale)
      })
  })
