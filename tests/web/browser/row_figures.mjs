/**
 * What stands around the answer: the folded line of the source, every row accounted for, notes,
 * findings and the sentence to copy, against the report.
 */
import assert from 'node:assert/strict'
import { bandWord, isWritten } from './figures.mjs'
import { assertFigures } from './sentence_figures.mjs'
import { count, textsIn, words } from './words.mjs'

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('./words.mjs').Locale} Locale */
/** @typedef {import('../../../web/src/engine/documents.js').Report} Report */
/** @typedef {import('../../../web/src/engine/documents.js').Period} Period */

const places = /** @type {const} */ (['used', 'duplicate', 'superseded', 'ignored', 'rejected'])

/** File, rows, shape, customers, rows set aside. @param {Page} page @param {Report} report @param {readonly string[]} names @param {Locale} locale */
export async function assertSourceLine(page, report, names, locale) {
  const line = page.locator('.loaded .file')
  assert.equal(await line.locator('strong').textContent(), names.join(', '))
  const facts = await line.locator('.fact').allTextContents()
  const { data, ledger } = report
  const { shapes, setAside, noneSetAside } = words[locale]
  const rows = facts[0] ?? ''
  assert.ok(rows.endsWith(`, ${/** @type {any} */ (shapes)[data.shape]}`), `${rows}: ${data.shape}`)
  isWritten(rows, ledger.rows, 'rows read', locale)
  if (data.customers !== null) isWritten(facts[1] ?? '', data.customers, 'customers', locale)
  const aside = ledger.rows - ledger.used
  const last = facts.at(-1) ?? ''
  if (aside === 0) return assert.equal(last, noneSetAside)
  isWritten(last, aside, 'rows set aside', locale)
  assert.ok(last.endsWith(setAside), last)
}

/** The five sums, and the problems by kind with how many there are. @param {Page} page @param {Report} report @param {Locale} locale */
export async function assertLedger(page, report, locale) {
  const { ledger } = report
  const sums = (await page.locator('#rows .sum dd').allTextContents()).map((text) =>
    text.replace(/^[=+]/, '').trim(),
  )
  assert.deepEqual(
    sums,
    [ledger.rows, ...places.map((place) => ledger[place])].map((n) => count(n, locale)),
  )
  const problems = await page.evaluate(() =>
    [...document.querySelectorAll('#rows .problem')].map((problem) => ({
      what: problem.querySelector('b')?.textContent?.trim() ?? '',
      times: problem.querySelector('p .soft')?.textContent?.trim() ?? '',
      advice: problem.querySelector('.advice')?.textContent?.trim() ?? '',
      examples: problem.querySelectorAll('.examples li').length,
    })),
  )
  const counts = Object.values(ledger.problemCounts)
  const most = (/** @type {number} */ a, /** @type {number} */ b) => b - a
  assert.deepEqual(
    problems.map(({ times }) => times.split(' ')[0]).sort(),
    counts
      .sort(most)
      .map((n) => count(n, locale))
      .sort(),
  )
  for (const { what, advice, examples } of problems) {
    assert.doesNotMatch(what, /^[a-z]+: /, 'a code without words')
    assert.ok(what && advice && examples > 0, what)
  }
}

/** Told beside the view or the trend that they are about, in its own sentence. */
const toldElsewhere =
  /^(journeys|cohorts|timeToUpgrade|paths|stickiness|segments|mix|filters|trend|chart|forecast|launch)\./

/** Every note that no view tells itself stands somewhere, once. @param {Page} page @param {Report} report */
export async function assertNotes(page, report) {
  const wanted = report.notes.filter(({ code }) => !toldElsewhere.test(code))
  const notes = await page.locator('.notes > li').allTextContents()
  const money = await page.locator('.money').count()
  const hidden = money === 0 ? wanted.filter(({ code }) => /^(money|currency)\./.test(code)) : []
  assert.equal(notes.length, wanted.length - hidden.length, wanted.map(({ code }) => code).join())
  for (const note of notes) assert.doesNotMatch(note, /: [a-z]+: [a-z]/, 'a code without words')
}

/** The findings of the report in their order, each a sentence of its figures. @param {Page} page @param {Report} report @param {Locale} locale */
export async function assertFindings(page, report, locale) {
  const found = await page.evaluate(() =>
    [...document.querySelectorAll('.findings .finding')].map((finding) => ({
      code: finding.getAttribute('data-code'),
      title: finding.querySelector('h3')?.textContent?.trim() ?? '',
      sentence: finding.querySelector('summary p')?.textContent?.trim() ?? '',
    })),
  )
  assert.deepEqual(
    found.map(({ code }) => code),
    report.findings.map(({ code }) => code),
  )
  for (const [i, { title, sentence, code }] of found.entries()) {
    assert.ok(title && sentence, String(code))
    assertFigures(sentence, report.findings[i]?.params ?? {}, locale)
  }
  if (report.headline?.rate == null)
    assert.ok((await page.locator('#guide > .empty').textContent())?.trim(), 'the guide waits')
}

/** The sentence that can be copied. @param {string} sentence with the word of its button behind it @param {string} rate as written above it @param {Period} period @param {Locale} locale */
export function assertSentence(sentence, rate, period, locale) {
  assert.match(sentence, words[locale].sentence)
  if (period.rate === null) return
  const flat = sentence.replaceAll('\u00a0', ' ')
  const digits = rate.replace(/[^\d.,]/g, '')
  assert.ok(flat.includes(digits), `${sentence}: ${rate}`)
  assert.ok(flat.includes(count(period.base, locale)), `${sentence}: ${period.base}`)
  if (period.numerator) assert.ok(flat.includes(count(period.numerator, locale)), sentence)
  if (period.band !== null && !period.partial)
    assert.ok(flat.includes(bandWord(period.band, locale)), `${sentence}: ${period.band}`)
  const change = period.changeYear ?? period.change
  if (change?.points && change.clear !== null && !period.partial) {
    const size = flat.match(/(?:and|und) ([\d.,]+) (?:points?|Punkte?) /)
    isWritten(size?.[1] ?? '', Math.abs(change.points) * 100, sentence, locale)
  }
}

/** @param {Page} page */
export const everyText = (page) => textsIn(page, 'main, .loaded')
