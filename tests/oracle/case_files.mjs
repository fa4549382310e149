/**
 * Reads a case folder's plain CSV files into a data set of the SQL, by the headers that the folders
 * use. Gives null for other shapes, and for columns that would have to be guessed.
 */
const parts = {
  customer: ['customer', 'customer_id'],
  date: ['date', 'start_date'],
  plan: ['plan'],
  value: ['value', 'mrr', 'price'],
  quantity: ['quantity', 'seats'],
  end: ['end_date'],
  status: ['status'],
  subscription: ['subscription_id'],
  interval: ['interval'],
  currency: ['currency'],
}
const needed = ['customer', 'date', 'plan']

const cellsOf = (text) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','))

/** Segment columns that the settings name, as the header writes them. */
function segmentsOf(header, { segmentBy = [], filters = [] }) {
  const named = [...segmentBy, ...filters.flatMap(({ column }) => column ?? [])]
  return header.filter((name) => named.some((each) => each.toLowerCase() === name.toLowerCase()))
}

export function readCase(texts, settings) {
  if (texts.length === 0) return null
  const [header] = cellsOf(texts[0])
  const given = settings.files?.[0]?.mapping ?? {}
  const names = Object.fromEntries(
    Object.entries(parts).map(([part, known]) => [
      part,
      given[part] === null ? undefined : header.find((name) => known.includes(name)),
    ]),
  )
  if (needed.some((part) => !names[part])) return null
  const segments = segmentsOf(header, settings)
  const files = texts.map((text) => {
    const [first, ...lines] = cellsOf(text)
    const places = [...Object.values(names), ...segments].map((name) => first.indexOf(name))
    const rows = lines.map((cells) => places.map((at) => (at < 0 ? null : (cells[at] ?? ''))))
    return { rows: rows.map((row) => [...row, null, null].slice(0, 12)) }
  })
  const shape = header.includes('start_date') ? 'subscriptions' : 'planHistory'
  const filters = settings.filters?.map((filter) => ({
    ...filter,
    column: segments.find((name) => name.toLowerCase() === filter.column?.toLowerCase()),
  }))
  // The product reads the role off this word; the SQL is told.
  const extras = files
    .flatMap(({ rows }) => rows.map((row) => row[2]))
    .filter((plan) => plan?.startsWith('Extra '))
    .map((plan) => ({ plan, role: 'addOn' }))
  const plans = [...settings.plans, ...extras.slice(0, 1)]
  return {
    settings: { ...settings, plans, filters, files: [{ shape, mapping: { ...names, segments } }] },
    files,
  }
}
