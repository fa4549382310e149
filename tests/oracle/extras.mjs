/**
 * What a random data set may have besides: prices with an interval, several currencies with or without
 * rates, segment columns, filters, and a range as the headline. Added to rows of either shape after they are made, from a
 * generator of its own, so that the rows stay the same.
 */
import { DAY, day, random } from './draw.mjs'

const intervals = ['month', 'month', 'monthly', 'annual', 'year', 'quarter', 'weekly', 'day', '']
/** Prices whose twelfth lies half-way between two millionths are among them. */
const prices = ['10', '10', '120', '120.00', '99.99', '0.000006', '0.000018', '7', '0']
const rates = { EUR: 1, USD: 0.9, GBP: 1.1725 }
const values = ['EMEA', 'EMEA', 'APAC', 'Americas', '', '-', ' EMEA ', 'n/a', '—']

function draw(seed, set, shape) {
  const r = random(seed * 7919 + 13)
  const priced = shape === 'planHistory' && set.valued && r.chance(0.25)
  const several = shape === 'planHistory' && set.valued && r.chance(0.3)
  const columns = r.chance(0.4) ? ['region', 'channel'].slice(0, 1 + r.below(2)) : []
  const currencies = several ? ['EUR', 'USD', 'GBP'].slice(0, 1 + r.below(3)) : []
  return { r, priced, currencies, columns }
}

/** Mostly the customer's own, sometimes another one. */
function sticky(r, own, customer, list, chance) {
  if (!own.has(customer)) own.set(customer, r.pick(list))
  return r.chance(chance) ? own.get(customer) : r.pick(list)
}

function cellsOf(extra, shape) {
  const { r, priced, currencies, columns } = extra
  const [billing, segment] = [new Map(), new Map()]
  const stays = shape === 'planHistory' ? 0.6 : 1
  return (row) => {
    const customer = row[0].trim()
    const value = priced && !['', 'cheap'].includes(row[3]) ? r.pick(prices) : row[3]
    const blank = r.chance(row[3] === '' ? 0.5 : 0.15)
    const own = row[3] === '' ? 0.5 : 0.85
    const cells = [...row, null, null, null].slice(0, 8)
    cells[3] = value
    return [
      ...cells,
      priced ? (r.chance(0.01) ? 'sometimes' : r.pick(intervals)) : null,
      currencies.length > 0 ? (blank ? '' : sticky(r, billing, customer, currencies, own)) : null,
      ...['region', 'channel'].map((name) =>
        columns.includes(name) ? sticky(r, segment, customer, values, stays) : null,
      ),
    ]
  }
}

function filters({ r, columns }, { plans }) {
  const some = []
  if (columns.length > 0 && r.chance(0.5))
    some.push({
      column: r.pick(columns),
      in: [r.pick(['EMEA', 'APAC']), ...r.pick([[], [''], ['x']])],
    })
  if (r.chance(0.15))
    some.push({
      plan: true,
      in: [r.pick(plans).plan, ...(r.chance(0.5) ? [r.pick(plans).plan] : [])],
    })
  return some
}

function range(r, { first, span }) {
  if (!r.chance(0.1)) return null
  const start = first + r.below(span) * DAY
  return { start: day(start), end: day(start + (1 + r.below(span)) * DAY) }
}

/** Rows with what was drawn, and what goes with them: header, mapping and settings. */
export function withExtras(seed, set, shape, columns, rows) {
  const extra = draw(seed, set, shape)
  const { r, priced, currencies } = extra
  const named = {
    ...columns,
    ...(priced && { interval: 'interval' }),
    ...(currencies.length > 0 && { currency: 'currency' }),
  }
  const header = [
    ...[...Object.values(columns), null, null, null].slice(0, 8),
    priced ? 'interval' : null,
    currencies.length > 0 ? 'currency' : null,
    ...['region', 'channel'].map((name) => (extra.columns.includes(name) ? name : null)),
  ]
  const converted = currencies.length > 0 && r.chance(0.4)
  return {
    columns: header,
    rows: rows.map(cellsOf(extra, shape)),
    mapping: { ...named, segments: extra.columns },
    settings: {
      filters: filters(extra, set),
      range: range(r, set),
      ...(converted && {
        reportingCurrency: 'EUR',
        currencyRates: Object.fromEntries(Object.entries(rates).filter(([name]) => name !== 'EUR')),
      }),
    },
  }
}
