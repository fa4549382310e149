/** Money on the page, for each currency on its own: the bridge and its ends against the report. */
import assert from 'node:assert/strict'
import { isWritten } from './figures.mjs'

/** @typedef {import('./words.mjs').Locale} Locale */

/** What moves money from the opening of the bridge to its closing, in the order it stands there. */
export const steps = /** @type {const} */ ([
  'new',
  'reactivation',
  'upgrade',
  'downgrade',
  'expansion',
  'contraction',
  'switch',
  'priceRise',
  'priceCut',
  'currencyChange',
  'churn',
  'unvalued',
])

/** The amounts of the bridge in the order they stand there: opening, what moved, closing. @param {import('../../../web/src/engine/documents.js').PeriodMoney} money */
function bridgeOf(money) {
  if (money.opening === null || money.closing === null) return []
  const moved = steps.map((step) => money[step]).filter((amount) => amount !== 0)
  return money.opening === 0 && moved.length === 0 ? [] : [money.opening, ...moved, money.closing]
}

/** Of the period in the answer. @param {import('playwright-core').Page} page @param {import('../../../web/src/engine/documents.js').Period | null} period @param {Locale} locale */
export async function assertMoney(page, period, locale) {
  const parts = page.locator('.part.money-in')
  const found = Object.entries(period?.value ?? {})
  assert.equal(await parts.count(), found.length)
  if (found.length === 0) assert.ok((await page.locator('.money .empty').textContent())?.trim())
  for (const [i, [currency, money]] of found.entries()) {
    const part = parts.nth(i)
    assert.ok((await part.locator('.told').textContent())?.trim(), currency)
    const texts = await part.evaluate((it) =>
      [...(it.querySelector('table')?.querySelectorAll('tbody tr') ?? [])].map(
        (row) => row.lastElementChild?.textContent?.trim() ?? '',
      ),
    )
    const amounts = bridgeOf(money)
    if (amounts.length > 0) assert.equal(texts.length, amounts.length, currency)
    for (const [row, amount] of amounts.entries())
      isWritten(texts[row] ?? '', amount, `${currency}, step ${row}`, locale)
  }
}
