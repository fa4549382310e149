/**
 * The views that follow customers, in the real page, in English and in German: on the case folder of
 * the worked example, and on the plan-history sample where much data is needed. All there, their
 * tables hold the report's figures. What totals and few customers show instead.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answered, eventually, open } from './browser.mjs'
import { bringFolder, filesOf } from './case_folders.mjs'
import { count, reportOf } from './figures.mjs'
import { assertJourneys, told } from './journey_figures.mjs'
import { sample } from './sample.mjs'
import { cells, locales } from './words.mjs'

const says = {
  'en-US': {
    views: [
      [
        'Why',
        'Segments: 1',
        'Paths from plan to plan: 1',
        'Cohorts: 1',
        'Time to the first upgrade: 1',
      ],
      [
        'Is it a good rate?',
        'Kept, moved down, left: 1',
        'Do upgrades last?: 1',
        'Who leaves: the upgraded and the others: 1',
      ],
    ],
    all: (/** @type {number} */ n) => `Show all ${n} cohorts`,
    latest: 'Show the latest 24',
    tooEarly: 'Whether upgrades lasted is shown once 30, 90 or 180 days are over for all of them.',
    needs: /need a plan history/,
  },
  'de-DE': {
    views: [
      [
        'Warum',
        'Segmente: 1',
        'Wege von Tarif zu Tarif: 1',
        'Kohorten: 1',
        'Zeit bis zum ersten Aufstieg: 1',
      ],
      [
        'Ist die Quote gut?',
        'Gehalten, abgestiegen, gegangen: 1',
        'Halten die Aufstiege?: 1',
        'Wer geht: Aufgestiegene und die anderen: 1',
      ],
    ],
    all: (/** @type {number} */ n) => `Alle ${n} Kohorten zeigen`,
    latest: 'Nur die letzten 24 zeigen',
    tooEarly: 'Ob Aufstiege halten, steht erst da, wenn 30, 90 oder 180 Tage für alle vorbei sind.',
    needs: /brauchen einen Tarifverlauf/,
  },
}

/** @param {import('playwright-core').Page} page */
const views = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.why, .good')].map((section) => [
      section.querySelector('h2')?.textContent,
      ...[...section.querySelectorAll('.part')].map(
        (part) =>
          `${part.querySelector('h3')?.textContent}: ${part.querySelectorAll('.told').length}`,
      ),
    ]),
  )

for (const locale of locales) {
  const own = says[locale]

  test(`${locale}: the worked example: every view, with the report's figures in its table`, async () => {
    const { page, end } = await open({ locale })
    await bringFolder(page, 'worked-example')
    await answered(page)
    const report = await reportOf(filesOf('worked-example'))
    assert.deepEqual([report.paths?.length, report.cohorts?.rows.length], [7, 6])
    assert.deepEqual(await views(page), own.views)
    await assertJourneys(page, report, locale)
    const { upgraded = null, kept = null } = report.headline ?? {}
    const [beside = ''] = await told(page, 'beside')
    for (const n of [upgraded, kept]) assert.ok(beside.includes(count(n, locale)), beside)
    await end()
  })

  test(`${locale}: the sample: every view in its section, the figures, and all cohorts when asked`, async () => {
    const { page, end, report } = await sample(locale)
    assert.deepEqual(await views(page), own.views)
    await assertJourneys(page, report, locale)
    const all = report.cohorts?.rows.length ?? 0
    assert.ok(all > 24)
    await page.getByRole('button', { name: own.all(all) }).click()
    await eventually(async () => assert.equal((await cells(page, '.part.cohorts')).length, all))
    await page.getByRole('button', { name: own.latest }).click()
    await eventually(async () => assert.equal((await cells(page, '.part.cohorts')).length, 24))
    await end()
  })

  test(`${locale}: a picked period says whether its upgrades last, or that it is too early`, async () => {
    const { page, end, report } = await sample(locale)
    const last = report.periods.length - 1
    assert.ok((report.stickiness?.periods[last]?.upgraded ?? 0) > 0)
    await page.locator('.picker').selectOption(String(last))
    await eventually(async () => assert.deepEqual(await told(page, 'stays'), [own.tooEarly]))
    assert.equal(await page.locator('.part.stays svg').count(), 0)
    await end()
  })

  test(`${locale}: totals say what these views need`, async () => {
    const { page, end } = await open({ locale })
    await bringFolder(page, 'totals-monthly-to-quarters')
    await answered(page)
    assert.match((await page.locator('.why .empty').textContent()) ?? '', own.needs)
    assert.equal(await page.locator('.part, .good').count(), 0)
    await end()
  })

  test(`${locale}: few customers: counts, and no share anywhere`, async () => {
    const { page, end } = await open({ locale })
    await bringFolder(page, 'all-detected')
    await answered(page)
    const parts = page.locator('.why .part, .good .part')
    await eventually(async () => assert.ok((await parts.count()) >= 4))
    const texts = await parts.allInnerTexts()
    for (const text of texts) assert.doesNotMatch(text, /\d\s?%/)
    await end()
  })
}
