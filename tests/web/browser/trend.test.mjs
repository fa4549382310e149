/**
 * The trend in the real page, in English and in German: its layers on the thirty months of a case
 * folder and on a plan history, launches that are added through the form, moved, named and removed.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answered, eventually, open, paste } from './browser.mjs'
import { bringFolder, filesOf } from './case_folders.mjs'
import { planHistory } from './data.mjs'
import { assertSame, isWritten, reportOf, shown } from './figures.mjs'
import { locales, words } from './words.mjs'

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('./words.mjs').Locale} Locale */

const history = planHistory(1500)

const says = {
  'en-US': {
    launches: 'Launches and price changes',
    form: 'New launch',
    day: 'Day',
    name: 'Name',
    add: 'Add',
    remove: 'Remove Bundle',
    undo: 'Undo',
    before: 'before',
    from: 'from then on',
    first: 'Feb 1, 2024',
    moved: 'Sep 1, 2024',
    run: '8 in a row above the average',
    outside: 'above its limits',
  },
  'de-DE': {
    launches: 'Einführungen und neue Preise',
    form: 'Neue Einführung',
    day: 'Tag',
    name: 'Bezeichnung',
    add: 'Hinzufügen',
    remove: 'Bundle entfernen',
    undo: 'Rückgängig',
    before: 'davor',
    from: 'ab dann',
    first: '1. Feb. 2024',
    moved: '1. Sept. 2024',
    run: '8 in Folge über dem Mittel',
    outside: 'über den Grenzen',
  },
}

/** @param {Page} page @param {string} query */
const drawn = (page, query) => page.locator(`.trend-section .chart ${query}`).count()

/** @type {[layer: string, mark: string, atFirst: boolean][]} */
const layers = [
  ['pooled3', '.pooled', false],
  ['pooled12', '.pooled', true],
  ['limits', '.limit', false],
  ['forecast', '.ahead', true],
]

/** @param {Page} page */
async function assertLayers(page) {
  for (const [layer, mark, atFirst] of layers) {
    const button = page.locator(`[data-focus="layer-${layer}"]`)
    assert.equal(await button.getAttribute('aria-pressed'), String(atFirst), layer)
    const before = await drawn(page, mark)
    await button.click()
    await eventually(async () => assert.notEqual(await drawn(page, mark), before, layer))
    assert.equal(await button.getAttribute('aria-pressed'), String(!atFirst), layer)
    assert.equal((await drawn(page, mark)) > before, !atFirst, layer)
    await button.click()
    await eventually(async () => assert.equal(await drawn(page, mark), before, layer))
  }
}

/** @param {Page} page @param {Locale} locale @param {string} date @param {string} name */
async function addLaunch(page, locale, date, name) {
  const form = page.getByRole('form', { name: says[locale].form })
  await form.getByLabel(says[locale].day).fill(date)
  await form.getByLabel(says[locale].name).fill(name)
  await form.getByRole('button', { name: says[locale].add }).click()
}

/** "New Pro, Feb 1, 2024: 10.0% in the 21 days before, 30.0% in the 21 days from then on: +20.0 points, within noise: …" */
const launchSentence =
  /: ([\d.,]+\s?%) in (?:the|dem|den) ([\d.,]+) \p{L}+ (before|davor), ([\d.,]+\s?%) in (?:the|dem|den) ([\d.,]+) \p{L}+ (from then on|ab dann): ([+−]?[\d.,]+) /u

/** @param {string} sentence @param {import('../../../web/src/engine/documents.js').LaunchEffect | undefined} effect @param {Locale} locale */
function assertLaunch(sentence, effect, locale) {
  assert.ok(effect?.before?.rate != null && effect.after?.rate != null && effect.days)
  const [, before = '', days = '', past, after = '', same = '', from, change = ''] =
    sentence.match(launchSentence) ?? []
  isWritten(before, effect.before.rate * 100, `${sentence}, before`, locale)
  isWritten(after, effect.after.rate * 100, `${sentence}, after`, locale)
  for (const each of [days, same]) isWritten(each, effect.days, `${sentence}, days`, locale)
  assert.deepEqual([past, from], [says[locale].before, says[locale].from])
  isWritten(change, (effect.change?.points ?? 0) * 100, `${sentence}, change`, locale)
  assert.ok(sentence.includes(words[locale][effect.change?.clear ? 'clear' : 'noise']), sentence)
}

for (const locale of locales) {
  const own = says[locale]

  test(`${locale}: each layer is drawn when it is switched on, and only then`, async () => {
    const { page, end } = await open({ locale })
    await paste(page, history)
    await answered(page)
    await assertLayers(page)
    await end()
  })

  test(`${locale}: thirty months: layers, and what stands out, in figures and in words`, async () => {
    const { page, end } = await open({ locale })
    await bringFolder(page, 'trend-thirty-months')
    await answered(page)
    await assertLayers(page)
    const trend = page.locator('.trend-section .says')
    const told = (await trend.textContent()) ?? ''
    assert.ok(told.includes(own.run), told)
    assert.ok(told.includes(own.outside), told)
    await page.getByRole('button', { name: words[locale].table, exact: true }).click()
    const report = await reportOf(filesOf('trend-thirty-months'))
    assert.equal(report.periods.filter(({ unusual }) => unusual.includes('run')).length, 8)
    await eventually(async () => assertSame(await shown(page), report, locale))
    await end()
  })

  test(`${locale}: launches of the case folder, added through the form`, async () => {
    const folder = 'launch-before-and-after'
    const { page, end } = await open({ locale })
    await bringFolder(page, folder)
    await answered(page)
    await page.getByText(own.launches, { exact: true }).click()
    const launches = [
      { date: '2024-02-01', name: 'New Pro' },
      { date: '2024-01-11', name: 'Too early' },
    ]
    for (const { date, name } of launches) await addLaunch(page, locale, date, name)
    const { launches: effects } = await reportOf(filesOf(folder), { launches })
    const sentences = page.locator('.says li')
    const first = sentences.getByText(`New Pro, ${own.first}`)
    await first.waitFor()
    assertLaunch((await first.textContent()) ?? '', effects[0], locale)
    // Derived by hand for the folder: 1 of 10 in 21 days, then 3 of 10.
    assert.deepEqual([effects[0]?.before?.rate, effects[0]?.after?.rate], [0.1, 0.3])
    assert.deepEqual(effects[1]?.why, ['launch.tooShort'])
    await sentences.getByText('Too early').waitFor()
    await end()
  })

  test(`${locale}: a launch is added, moves, gets a name, and goes; undo brings it back`, async () => {
    const { page, end } = await open({ locale })
    await paste(page, history)
    await answered(page)
    await page.getByText(own.launches, { exact: true }).click()
    await addLaunch(page, locale, '2024-02-01', 'New Pro')
    const told = page.locator('.says')
    const [effect] = (
      await reportOf(history, { launches: [{ date: '2024-02-01', name: 'New Pro' }] })
    ).launches
    const sentence = told.getByText(`New Pro, ${own.first}`)
    await sentence.waitFor()
    assertLaunch((await sentence.textContent()) ?? '', effect, locale)
    await eventually(async () => assert.equal(await drawn(page, '.launch.flag'), 1))

    await page.locator('[data-focus="launch-day-0"]').fill('2024-09-01')
    await told.getByText(`New Pro, ${own.moved}`).waitFor()
    await page.locator('[data-focus="launch-name-0"]').fill('Bundle')
    await page.keyboard.press('Tab')
    await told.getByText(`Bundle, ${own.moved}`).waitFor()
    await page.getByRole('button', { name: own.remove }).click()
    await eventually(async () => assert.equal(await drawn(page, '.launch.flag'), 0))
    await page.getByRole('button', { name: own.undo, exact: true }).click()
    await told.getByText(`Bundle, ${own.moved}`).waitFor()
    await end()
  })
}
