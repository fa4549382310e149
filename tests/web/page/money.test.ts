/**
 * What the page says about money, in both languages; amounts with and without a known currency; which
 * currencies the rates ask for; what it needs where there is none. Written here by hand.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Report } from '../../../web/src/engine/documents.js'
import type { PeriodMoney, PeriodValue } from '../../../web/src/engine/documents_money.js'
import { Format } from '../../../web/src/text/format.js'
import { currenciesOf } from '../../../web/src/view/currencies.js'
import { money, moneySays } from '../../../web/src/view/money.js'
import { headline, periods, report } from './fixtures.js'
import { markupOf, rowHeads } from './markup_of.js'
import { dollars, euros, nothingThere } from './money_fixture.js'
import { viewOf } from './view_of.js'

const months = periods({ unit: 'month', count: 3, rate: () => 0.1, base: () => 1000 })
const worth = (value: PeriodValue, more: Partial<Report> = {}) =>
  report({}, months, headline(512, 2814, { value }), more)
const plain = (text: string) => text.replaceAll(/[\u00a0\u2009\u202f]/g, ' ')

const amounts: [n: number | null, currency: string, signed: boolean, en: string, de: string][] = [
  [24.1, 'USD', false, '$24.10', '24,10 $'],
  [-870, 'USD', true, '−$870.00', '−870,00 $'],
  [9230.5, 'EUR', true, '+€9,231', '+9.231 €'],
  [0, 'EUR', true, '€0.00', '0,00 €'],
  [1999.4, 'JPY', false, '¥1,999', '1.999 ¥'],
  [12.345, '', true, '+12.35', '+12,35'],
  [12, 'A $', false, '12 A $', '12 A $'],
  [null, 'USD', false, '–', '–'],
]
for (const [n, currency, signed, en, de] of amounts)
  test(`an amount of ${n} in "${currency}"`, () => {
    assert.equal(plain(new Format('en-US').money(n, currency, signed)), en)
    assert.equal(plain(new Format('de-DE').money(n, currency, signed)), de)
  })
test('amounts of one list share their decimals', () => {
  const f = new Format('en-US')
  assert.equal(f.money(-870, 'USD', true, 104_310), '−$870')
  assert.equal(f.money(104_310, 'USD', false, 0), '$104,310.00')
})

const says: [name: string, of: PeriodMoney, currency: string, en: string, de: string][] = [
  [
    'gained, kept, and some unknown',
    dollars,
    'USD',
    'Upgrades of customers there at the start of 2024 are worth $8,944 a month, buying more on the same tier $2,210. Of what they paid then, 96.1% is paid at the end (net retention), 85.3% where increases are left out (gross). −$149 of the difference is no movement: the value is known on one side only.',
    'Aufstiege derer, die am Anfang Kunden waren (2024), sind 8.944 $ im Monat wert, Mehrkauf auf derselben Stufe 2.210 $. Von dem, was sie damals zahlten, werden am Ende 96,1 % gezahlt (netto), ohne Erhöhungen 85,3 % (brutto). −149 $ des Unterschieds sind keine Bewegung: Der Wert ist nur auf einer Seite bekannt.',
  ],
  [
    'nothing gained, nobody there at the start',
    nothingThere,
    '',
    'Neither upgrades nor buying more on the same tier gained anything from customers there at the start of 2024.',
    'Bei denen, die am Anfang Kunden waren (2024), brachten weder Aufstiege noch Mehrkauf auf derselben Stufe etwas ein.',
  ],
]
for (const [name, of, currency, en, de] of says)
  test(name, () => {
    const shown = worth({ [currency]: of })
    assert.equal(plain(moneySays(viewOf(shown, 'en'), of, currency, '2024')), en)
    assert.equal(plain(moneySays(viewOf(shown, 'de'), of, currency, '2024')), de)
  })

const sectionOf = (given: Report) => plain(markupOf(money(viewOf(given))))

test('a bridge of the steps that are not zero, with a table of the same', () => {
  const heads = rowHeads(sectionOf(worth({ USD: dollars })))
  assert.equal(heads[0], 'At the start')
  assert.equal(heads.at(-1), 'At the end')
  assert.ok(heads.includes('value unknown') && !heads.includes('switches'))
  assert.equal(heads.length, 12)
})
test('each currency on its own; one without any amount says so', () => {
  const found = sectionOf(worth({ USD: dollars, EUR: euros, '': nothingThere }))
  for (const name of ['US Dollar', 'Euro', 'No currency given'])
    assert.ok(found.includes(`<h3>${name}</h3>`), name)
  assert.match(found, /No amount is known in this period/)
})
test('without a value column it says what it needs', () =>
  assert.match(sectionOf(worth(null)), /Money needs a column/))
test('with one, and without a headline, it says what is missing', () => {
  const list = months.map((period) => ({ ...period, value: { USD: euros } }))
  const found = sectionOf(report({}, list, null))
  assert.match(found, /Money needs a finished period that leads/)
})
test('what is assumed about currencies stands in the section', () => {
  const note = { code: 'currency.seenHere', severity: 'info' as const, params: {} }
  assert.match(sectionOf(worth({ USD: euros }, { notes: [note] })), /currency: seen here/)
})
test('totals have no section', () => {
  const given = worth(null)
  assert.equal(sectionOf({ ...given, data: { ...given.data, shape: 'totals' } }), '')
})

const asked: [name: string, given: Report, wanted: string[]][] = [
  ['none', worth(null), []],
  ['one', worth({ USD: dollars }), ['USD']],
  ['several', worth({ USD: dollars, EUR: euros, '': euros }), ['', 'EUR', 'USD']],
  [
    'rates in force leave one, and the others are still there to change',
    report(
      { currencyRates: { EUR: 1.08 }, reportingCurrency: 'USD' },
      months,
      headline(1, 10, { value: { USD: dollars } }),
    ),
    ['EUR', 'USD'],
  ],
]
for (const [name, given, wanted] of asked)
  test(`currencies: ${name}`, () => assert.deepEqual(currenciesOf(given), wanted))
