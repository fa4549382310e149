/**
 * Money in the table against the report's: the lines of the bridge as they are, and the ratios of the
 * report from the sums that the table has.
 */
const sums = [
  'opening',
  'closing',
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
  'upgradeValue',
  'upsellValue',
]
const ratios = {
  netRetention: ['retainedTo', 'retainedFrom'],
  grossRetention: ['retainedCapped', 'retainedFrom'],
  upliftPerUpgraded: ['upgradeValue', 'upgradedCustomers'],
  arpcOpening: ['opening', 'openingCustomers'],
  arpcClosing: ['closing', 'closingCustomers'],
}

const same = (a, b) =>
  a === null || b === null ? a === b : Math.abs(a - b) <= 1e-12 * Math.max(1, Math.abs(a))

/** Of rows of one part: by first day and currency their measures, as numbers. */
function groups(table, part) {
  const found = new Map()
  for (const [of, start, , , , currency, measure, value] of table) {
    if (of !== part) continue
    const name = `${start}|${currency ?? ''}`
    found.set(name, { ...found.get(name), [measure]: Number(value) })
  }
  return found
}

/** `periods` with the first local day of each. */
function differencesOf(part, periods, table) {
  const found = groups(table, part)
  const lines = []
  for (const { start, value } of periods) {
    for (const [currency, money] of Object.entries(value ?? {})) {
      const name = `${start}|${currency}`
      const told = found.get(name) ?? {}
      found.delete(name)
      const line = (what, is, was) =>
        lines.push(`${part} ${name} ${what}: report ${is}, SQL ${was}`)
      // Where customers are missing the report keeps what stands on all of them to itself.
      const isKept = money.opening === null
      for (const sum of sums)
        if (!(isKept && money[sum] === null) && !same(money[sum], told[sum] ?? 0))
          line(sum, money[sum], told[sum])
      for (const [ratio, [above, below]] of Object.entries(ratios)) {
        const under = told[below] ?? 0
        const is = under > 0 ? told[above] / under : null
        if (!(isKept && money[ratio] === null) && !same(money[ratio], is))
          line(ratio, money[ratio], is)
      }
    }
  }
  for (const [name, told] of found) lines.push(`${part} ${name}: SQL only ${JSON.stringify(told)}`)
  return lines
}

export function moneyDifferences(report, table, day) {
  const zone = report.settings.timeZone
  const dated = (each) => ({ start: day(each.start, zone), value: each.value })
  const headline = report.headline ? [dated(report.headline)] : []
  return [
    ...differencesOf('periodMoney', report.periods.map(dated), table),
    ...differencesOf('headlineMoney', headline, table),
  ]
}
