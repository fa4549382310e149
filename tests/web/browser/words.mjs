/**
 * What the browser tests know of the two languages, written down here on its own so that the page's
 * tables of messages are held against something else: a few words, how numbers are written and read,
 * and marks by which a text of the wrong language gives itself away.
 */
import assert from 'node:assert/strict'

/** @typedef {'en-US' | 'de-DE'} Locale */

/** @type {Locale[]} */
export const locales = ['en-US', 'de-DE']

const english = {
  bands: { concerning: 'concerning', healthy: 'healthy', exceptional: 'exceptional' },
  notFinished: 'not finished',
  noRate: 'no rate',
  noAnswer: 'No answer yet',
  clear: 'clear: ',
  noise: 'within noise: ',
  to: ' to ',
  of: ' of ',
  marks: { beyondLimits: 'outside its limits', run: 'in a run of 8 or more' },
  and: ' and ',
  noneSetAside: 'no rows set aside',
  setAside: 'set aside',
  shapes: {
    totals: 'one per period',
    planHistory: 'one per plan change',
    subscriptions: 'one per subscription',
    changes: 'one per change from plan to plan',
    movements: 'one per movement',
    snapshots: 'one per customer and period',
    matrix: 'one per customer, with a column per period',
    flags: 'one per customer, upgraded or not',
    aggregates: 'one per count, from a warehouse',
  },
  kinds: { upgrade: 'upgrade', downgrade: 'downgrade', switch: 'switch' },
  table: 'Table',
  asTable: 'As a table',
  unreadable: 'This could not be read',
  sentence: /^(There is no rate|There (was|were) |None of |[\d,.]+ of [\d,.]+ customers? )/,
}

/** @type {typeof english} */
const german = {
  bands: { concerning: 'bedenklich', healthy: 'gesund', exceptional: 'herausragend' },
  notFinished: 'nicht zu Ende',
  noRate: 'keine Quote',
  noAnswer: 'Noch keine Antwort',
  clear: 'klar: ',
  noise: 'im Rauschen: ',
  to: ' bis ',
  of: ' von ',
  marks: { beyondLimits: 'außerhalb der Grenzen', run: 'in einer Folge von 8 oder mehr' },
  and: ' und ',
  noneSetAside: 'keine Zeile ausgelassen',
  setAside: 'ausgelassen',
  shapes: {
    totals: 'eine je Zeitraum',
    planHistory: 'eine je Tarifwechsel',
    subscriptions: 'eine je Vertrag',
    changes: 'eine je Wechsel von Tarif zu Tarif',
    movements: 'eine je Bewegung',
    snapshots: 'eine je Kunde und Zeitraum',
    matrix: 'eine je Kunde, mit einer Spalte je Zeitraum',
    flags: 'eine je Kunde, aufgestiegen oder nicht',
    aggregates: 'eine je Zählung, aus einem Data Warehouse',
  },
  kinds: { upgrade: 'Aufstieg', downgrade: 'Abstieg', switch: 'Wechsel' },
  table: 'Tabelle',
  asTable: 'Als Tabelle',
  unreadable: 'Das ließ sich nicht lesen',
  sentence: /^(Keine Quote|Auf [\d.,]+ |Von [\d.,]+ Kunden |[\d.,]+ von [\d.,]+ Kunden )/,
}

/** @type {{ [l in Locale]: typeof english }} */
export const words = { 'en-US': english, 'de-DE': german }

/** As the page writes a count; a dash is none. @param {number | null} n @param {Locale} [locale] */
export const count = (n, locale = 'en-US') =>
  n === null ? '–' : n.toLocaleString(locale, { maximumFractionDigits: 1 })

const number = {
  'en-US': /([−-]?)\p{Sc}?(\d[\d,]*(?:\.(\d+))?)/u,
  'de-DE': /([−-]?)(\d[\d.]*(?:,(\d+))?)/u,
}

/** The first number in a text as this language writes numbers, with its decimals. @param {string} text @param {Locale} locale */
export function numberIn(text, locale) {
  const [, sign = '', digits = '', decimals = ''] = text.match(number[locale]) ?? []
  if (digits === '') return null
  const plain = digits.replaceAll(locale === 'de-DE' ? '.' : ',', '').replace(',', '.')
  return { value: Number(plain) * (sign === '' ? 1 : -1), decimals: decimals.length }
}

/** The KPI's own name is one in both languages. */
const properNames = ['Upsell and Upgrade Rate']

const foreign = {
  'en-US':
    /(?<!\p{L})(der|die|das|und|nicht|ist|sind|von|ein|eine|mit|bei|für|Kunden|Zeilen)(?!\p{L})/u,
  'de-DE': /(?<!\p{L})(the|and|of|with|are|not|is|there|this|customers?|rows?)(?!\p{L})/u,
}
const otherDecimals = { 'en-US': /\d,\d{1,2}\s?%/, 'de-DE': /\d\.\d{1,2}\s?%/ }

/**
 * Every text and label on the page is of its language, its percentages too, and none holds what a
 * program writes for nothing. Texts of the data and of the core, marked by their language, are not asked.
 * @param {string[]} texts @param {Locale} locale @param {readonly string[]} [data] words of the data
 */
export function assertSpeaks(texts, locale, data = []) {
  for (const text of texts) {
    const own = [...properNames, ...data].reduce((rest, word) => rest.replaceAll(word, '…'), text)
    assert.doesNotMatch(own, foreign[locale], `not ${locale}: ${text}`)
    assert.doesNotMatch(own, otherDecimals[locale], text)
    assert.doesNotMatch(own, /undefined|NaN|: null|\[object/, text)
  }
}

/** Texts and labels of a part of the page. @param {import('playwright-core').Page} page @param {string} query */
export const textsIn = (page, query) =>
  page.evaluate((asked) => {
    /** @type {string[]} */
    const texts = []
    const skipped = '[lang=en], select.quiet, [data-focus=set-zone], .preview, q, pre, strong'
    for (const root of document.querySelectorAll(asked)) {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
      while (walker.nextNode()) {
        const text = walker.currentNode.textContent?.trim()
        if (text && !walker.currentNode.parentElement?.closest(skipped)) texts.push(text)
      }
      for (const name of ['aria-label', 'aria-valuetext', 'placeholder'])
        for (const labelled of root.querySelectorAll(`[${name}]`))
          if (!labelled.closest(skipped)) texts.push(labelled.getAttribute(name) ?? '')
    }
    return texts
  }, query)

/** The cells of a table, row by row. @param {import('playwright-core').Page} page @param {string} query */
export const cells = (page, query) =>
  page.evaluate(
    (asked) =>
      [...document.querySelectorAll(`${asked} tbody tr`)].map((row) =>
        [...row.children].map((cell) => cell.textContent?.trim() ?? ''),
      ),
    query,
  )
