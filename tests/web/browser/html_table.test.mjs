/** Tables in HTML, by the browser's own parser: pasted beside plain text, and as a file. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answered, drop, eventually, open } from './browser.mjs'
import { assertSame, reportOf, shown } from './figures.mjs'

const rows = [
  ['period', 'total', 'upgraded', 'note'],
  ['2024-01', '1,204', '38', 'R&D "x"'],
  ['2024-02', '1,210', '41', ''],
  ['2024-03', '1,214', '43', 'a\nb'],
]
const csv = rows
  .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
  .join('\r\n')
const escaped = (/** @type {string} */ cell) =>
  cell.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('\n', '<br>')
const table = `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`).join('')}</table>`
const page = `<html><head><style>td { color: red }</style><script>globalThis.ran = true</script></head>
<body><table><tr><td>menu</td></tr></table><img src="x" onerror="globalThis.ran = true">${table}</body></html>`

/** @param {import('playwright-core').Page} page @param {Record<string, string>} types */
const pasteTypes = (page, types) =>
  page.evaluate((given) => {
    const clipboardData = new DataTransfer()
    for (const [type, data] of Object.entries(given)) clipboardData.setData(type, data)
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    document.body.dispatchEvent(event)
  }, types)

/** @type {[name: string, bring: (page: import('playwright-core').Page) => Promise<unknown>][]} */
const ways = [
  [
    'pasted beside text without tabs',
    (to) => pasteTypes(to, { 'text/html': page, 'text/plain': rows.flat().join('\n') }),
  ],
  ['pasted alone', (to) => pasteTypes(to, { 'text/html': table })],
  ['as a file that is called a workbook', (to) => drop(to, 'export.xls', page)],
]
for (const [name, bring] of ways)
  test(`a table in HTML, ${name}`, async () => {
    const { page: opened, end } = await open()
    await bring(opened)
    const report = await reportOf(csv)
    await answered(opened)
    await opened.getByRole('button', { name: 'Table', exact: true }).click()
    await eventually(async () => assertSame(await shown(opened), report))
    assert.equal(await opened.evaluate(() => 'ran' in globalThis), false)
    await end()
  })
