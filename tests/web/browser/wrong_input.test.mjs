/** What cannot be read: each says what was found and what to do, and the page lives on. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answered, choose, eventually, open, paste } from './browser.mjs'
import { planHistory } from './data.mjs'
import { assertSame, reportOf, shown } from './figures.mjs'

const history = planHistory(200)
const png = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex')
const rows = 'customer,date,plan\na,2024-01-01,basic\nb,2024-01-05,basic\na,2024-02-03,pro\n'
const deals =
  'customer,date,plan,deal stage\nc1,2024-01-01,basic,closed won\nc2,2024-01-03,basic,closed won\nc1,2024-03-01,pro,closed lost\n'

/** What the message must hold: what was found, and what to do. @type {[name: string, content: string | Buffer, says: RegExp[]][]} */
const refused = [
  ['empty.csv', '', [/empty/i, /bring|export/i]],
  ['header.csv', 'customer,date,plan\n', [/header/i, /no row/i, /customer.*date.*plan/s]],
  [
    'nul.csv',
    `customer,date,plan\n${'\0'.repeat(4000)}`,
    [/bytes that no text has/, /exported as CSV/],
  ],
  ['picture.png', png, [/PNG picture/, /bring the table/i]],
  ['words.txt', 'hello world\nthis is\nno table\n', [/customer, a date and a plan/, /Found/]],
  [
    'undated.csv',
    rows.replace(/\d{4}-\d\d-\d\d/g, 'soon'),
    [/date/i, /soon|customer \(words\)/, /say which|choose|format/i],
  ],
  ['deals.csv', deals, [/deal stage/, /one row per plan change/]],
]

/** @param {import('playwright-core').Page} page */
async function assertLivesOn(page) {
  await paste(page, history)
  await answered(page)
  const table = page.getByRole('button', { name: 'Table', exact: true })
  await table.click()
  const report = await reportOf(history)
  await eventually(async () => assertSame(await shown(page), report))
}

for (const [name, content, says] of refused)
  test(`${name} is refused with reason and advice, and a good paste afterwards works`, async () => {
    const { page, end } = await open()
    await choose(page, { name, mimeType: 'text/csv', buffer: Buffer.from(content) })
    const error = page.getByRole('alert')
    await error.waitFor()
    const text = await error.textContent()
    assert.ok(text.includes(name), `names the file: ${text}`)
    for (const expected of says) assert.match(text, expected)
    await assertLivesOn(page)
    await end()
  })

test('one row: an answer without a rate, not 0 %', async () => {
  const { page, end } = await open()
  await paste(page, 'customer,date,plan\na,2024-01-01,basic\n')
  const answer = page.locator('.answer')
  await answer.waitFor()
  assert.equal(await answer.locator('.figure').textContent(), '—')
  assert.match(await answer.textContent(), /No answer yet.*longer time/s)
  await answer.locator('.picker').selectOption({ index: 1 })
  assert.match(await page.locator('.answer .say').textContent(), /no rate in Jan 2024/i)
  await assertLivesOn(page)
  await end()
})

test('half a quoted field: the rows before it count, and the line is named', async () => {
  const { page, end } = await open()
  await paste(page, `${history}X1,2024-03-01,"pro and no end\nX2,2024-04-01,basic,19,EMEA\n`)
  await answered(page)
  const problem = page.locator('.problem', { hasText: 'A quote that is opened and never closed' })
  const lines = history.split('\n').length
  assert.match(await problem.textContent(), new RegExp(`line ${lines}\\b`))
  await end()
})

test('a line of 10 MB ends with a message, and soon', async () => {
  const { page, end } = await open()
  const started = Date.now()
  const buffer = Buffer.alloc(10_000_000, 'x')
  await choose(page, { name: 'line.csv', mimeType: 'text/csv', buffer })
  const error = page.getByRole('alert')
  await error.waitFor()
  assert.ok(Date.now() - started < 10_000, `${Date.now() - started} ms`)
  assert.match(await error.textContent(), /MiB|long|column/i)
  await assertLivesOn(page)
  await end()
})

test('columns with names of their own: the reader says which is which', async () => {
  const { page, end } = await open()
  const lines = history.trim().split('\n').slice(1)
  const odd = ['aa,bb,cc,dd,ee', ...lines.map((line) => line.replace(/T[\d:]+Z/, ''))].join('\n')
  const bad = odd.replace(/(\d{4})-(\d\d)-(\d\d)/g, 'day $1$2$3')
  await paste(page, bad)
  await page.getByRole('alert').waitFor()
  assert.equal(await page.getByLabel(/^Meaning of column/).count(), 5)
  assert.equal(await page.getByLabel('One row is').inputValue(), '')
  await page.getByLabel('Meaning of column aa').selectOption('customer')
  await page.getByLabel('Meaning of column cc').selectOption('plan')
  await page.getByLabel('Meaning of column bb').selectOption('date of change')
  const parts = async () =>
    Promise.all(
      ['aa', 'bb', 'cc'].map((name) => page.getByLabel(`Meaning of column ${name}`).inputValue()),
    )
  await eventually(async () => assert.deepEqual(await parts(), ['customer', 'date', 'plan']))
  assert.match(await page.getByRole('alert').textContent(), /date/i)
  await assertLivesOn(page)
  await end()
})

test('a table of another shape is read once the reader says what a row is', async () => {
  const { page, end } = await open()
  await paste(page, deals)
  await page.getByRole('alert').waitFor()
  await page.getByLabel('One row is').selectOption('a plan change of a customer')
  await answered(page)
  const report = await reportOf(deals, { files: [{ shape: 'planHistory' }] })
  await page.getByRole('button', { name: 'Table', exact: true }).click()
  await eventually(async () => assertSame(await shown(page), report))
  assert.equal(await page.locator('#columns').count(), 0, 'the menus have done their work')
  await end()
})
