/**
 * The drawings of the views that follow customers, walked by keyboard and pointer in the real page,
 * in English and in German: what they read out are figures of the report.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answered, eventually, open } from './browser.mjs'
import { bringFolder, filesOf } from './case_folders.mjs'
import { count, reportOf } from './figures.mjs'
import { sample } from './sample.mjs'
import { locales } from './words.mjs'

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('./words.mjs').Locale} Locale */
/** @typedef {import('../../../web/src/engine/documents.js').Report} Report */

const says = {
  'en-US': {
    customers: ['customer', 'customers'],
    age: (/** @type {number} */ age) => `month ${age}`,
    none: '0%',
    after: (/** @type {string} */ days) => `After ${days} ${days === '1' ? 'day' : 'days'}`,
    left: 'left at some time',
  },
  'de-DE': {
    customers: ['Kunde', 'Kunden'],
    age: (/** @type {number} */ age) => `Monat ${age}`,
    none: '0 %',
    after: (/** @type {string} */ days) => `Nach ${days} ${days === '1' ? 'Tag' : 'Tagen'}`,
    left: 'irgendwann gegangen',
  },
}

/** Blanks that do not break are blanks. @param {Page} page @param {string} place */
const readOut = async (page, place) =>
  ((await page.locator(`[data-focus="${place}"]`).getAttribute('aria-valuetext')) ?? '').replaceAll(
    '\u00a0',
    ' ',
  )

/** @param {Page} page @param {string} place @param {string} wanted */
const assertReads = (page, place, wanted) =>
  eventually(async () => {
    const said = await readOut(page, place)
    assert.ok(said.startsWith(wanted), `${said}, not ${wanted}`)
  })

/** Presses a key on a drawing and waits for what it then says. @param {Page} page @param {string} place @param {string} key @param {string} wanted */
async function pressed(page, place, key, wanted) {
  await page.locator(`[data-focus="${place}"]`).press(key)
  await assertReads(page, place, wanted)
}

/** @param {Report} report @param {Locale} locale @param {string} from @param {string} to */
function pathSaid(report, locale, from, to) {
  const path = report.paths?.find((each) => each.from === from && each.to === to)
  assert.ok(path, `${from} → ${to}`)
  const [one, many] = says[locale].customers
  return `${from} → ${to}: ${count(path.customers, locale)} ${path.customers === 1 ? one : many}`
}

/** Every path whose number no other cell shows. @param {Page} page @param {Report} report @param {Locale} locale */
async function assertPointed(page, report, locale) {
  const matrix = page.locator('[data-focus="paths"]')
  await matrix.scrollIntoViewIfNeeded()
  let pointed = 0
  for (const path of report.paths ?? []) {
    const cell = matrix.locator('svg text.strong', {
      hasText: new RegExp(`^${count(path.customers, locale)}$`),
    })
    if ((await cell.count()) !== 1) continue // two cells show the same number
    await cell.hover()
    await assertReads(page, 'paths', pathSaid(report, locale, path.from, path.to))
    pointed += 1
  }
  assert.ok(pointed > 1)
}

for (const locale of locales) {
  const own = says[locale]

  test(`${locale}: the sample by pointer and by keyboard`, async () => {
    const { page, end, report } = await sample(locale)
    await assertPointed(page, report, locale)
    const path = (/** @type {string} */ from, /** @type {string} */ to) =>
      pathSaid(report, locale, from, to)
    await pressed(page, 'paths', 'Home', path('Starter', 'Pro'))
    await pressed(page, 'paths', 'ArrowRight', path('Starter', 'Business'))
    await pressed(page, 'paths', 'ArrowDown', path('Pro', 'Business'))
    await pressed(page, 'paths', 'ArrowLeft', path('Pro', 'Starter'))

    const { cohorts, timeToUpgrade } = report
    assert.ok(cohorts && timeToUpgrade)
    const [oldest, second] = cohorts.rows.slice(-24)
    assert.ok(oldest && second)
    const cell = (/** @type {typeof oldest} */ cohort, /** @type {number} */ age) => {
      const month = new Date(cohort.start).toLocaleDateString(locale, {
        month: 'short',
        year: 'numeric',
        timeZone: 'UTC',
      })
      return `${month}, ${own.age(age)}: ${cohort.shares[age] === 0 ? own.none : ''}`
    }
    await pressed(page, 'cohorts', 'Home', cell(oldest, 0))
    await pressed(page, 'cohorts', 'ArrowRight', cell(oldest, 1))
    await pressed(page, 'cohorts', 'ArrowDown', cell(second, 1))

    const days = timeToUpgrade.curve.map((point) => own.after(count(point.days, locale)))
    await pressed(page, 'time-to-upgrade', 'Home', days[0] ?? '')
    await pressed(page, 'time-to-upgrade', 'ArrowRight', days[1] ?? '')
    await pressed(page, 'time-to-upgrade', 'End', days.at(-1) ?? '')
    await pressed(page, 'stays', 'ArrowDown', own.after('90'))
    await pressed(page, 'stays', 'ArrowDown', own.after('180'))
    const left = count(report.headline?.churned ?? null, locale)
    await pressed(page, 'beside', 'End', `${own.left}: ${left}`)
    await end()
  })

  test(`${locale}: the worked example by keyboard`, async () => {
    const { page, end } = await open({ locale })
    await bringFolder(page, 'worked-example')
    await answered(page)
    const report = await reportOf(filesOf('worked-example'))
    const paths = report.paths ?? []
    const all = paths.map(({ from, to }) => pathSaid(report, locale, from, to))
    await pressed(page, 'paths', 'Home', all[0] ?? '')
    const seen = new Set([all[0]])
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowDown', 'ArrowRight']) {
      await page.locator('[data-focus="paths"]').press(key)
      const said = await readOut(page, 'paths')
      const path = all.find((each) => said.startsWith(each))
      assert.ok(path, `${key}: ${said}`)
      seen.add(path)
    }
    assert.ok(seen.size > 2, [...seen].join('; '))
    const { upgraded = null, churned = null } = report.headline ?? {}
    await pressed(page, 'beside', 'Home', '')
    assert.ok((await readOut(page, 'beside')).includes(`: ${count(upgraded, locale)}`))
    await pressed(page, 'beside', 'End', `${own.left}: ${count(churned, locale)}`)
    await end()
  })
}
