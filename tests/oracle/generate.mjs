/**
 * Random plan histories, the same for the same seed. Small on purpose: few customers, few distinct
 * instants and values, so that the rare meetings (two rows at one instant, a change at a period's
 * very start, a bridge over a clock change) happen in every hundredth set, and a failing set is
 * short enough to read. The first row is always usable.
 */

import { arranged, choices, DAY, dateCell, day, frame, inFiles, random, spelled } from './draw.mjs'
import { withExtras } from './extras.mjs'

function planCell(r, list, last) {
  if (r.chance(0.07)) return r.pick(['', 'n/a', 'none', '-', '–', '\\N'])
  const usable = list.filter((p) => !p.unheld)
  const plan = last && r.chance(0.3) ? last : r.pick(usable).plan
  return spelled(r, plan)
}

function row(r, set, customer, last) {
  const plan = planCell(r, set.plans, last)
  const addOn = set.plans.some((p) => p.role === 'addOn' && p.plan === plan.trim())
  const cells = [
    customer,
    dateCell(r, r.pick(set.days), set.style),
    plan,
    set.valued ? r.pick(['', '10', '10', '10.00', '20', '20.5', '30.000001']) : null,
    set.counted ? r.pick(addOn ? ['', '0', '1', '1', '2'] : ['', '1', '1', '2', '2.0', '3']) : null,
  ]
  if (r.chance(0.02)) cells[0] = r.pick(['', '  ', 'NULL'])
  if (r.chance(0.02)) cells[1] = r.pick(['2024-02-30', 'soon', '', '2024-13-01'])
  if (set.valued && r.chance(0.01)) cells[3] = 'cheap'
  if (set.counted && r.chance(0.01)) cells[4] = 'many'
  return cells
}

/** A cancellation and a return about the bridge's length later, or two times a clock change may make one. */
function closeCall(r, set, customer) {
  const tiers = set.plans.filter((p) => p.role === 'tier')
  const date = r.pick(set.changes.length > 0 && r.chance(0.7) ? set.changes : set.days)
  const before = Date.parse(date) - r.below(3) * DAY
  const after = day(before + r.below(5) * DAY)
  const time = r.pick(['', ' 00:00', ' 00:30', ' 02:30', ' 12:00'])
  const rest = [set.valued ? '10' : null, set.counted ? '1' : null]
  if (r.chance(0.4)) {
    const times = r.chance(0.5) ? [' 00:00', ' 00:30', ' 01:00'] : [' 02:00', ' 02:30', ' 03:00']
    return [0, 1].map(() => [customer, `${date}${r.pick(times)}`, r.pick(tiers).plan, ...rest])
  }
  return [
    [customer, day(set.first), r.pick(tiers).plan, ...rest],
    [customer, `${day(before)}${time}`, 'Cancelled', ...rest],
    [customer, `${after}${r.chance(0.8) ? time : ' 12:01'}`, r.pick(tiers).plan, ...rest],
  ]
}

function rows(r, set) {
  const all = [
    ['anchor', day(set.first), 'Basic', set.valued ? '10' : null, set.counted ? '1' : null],
  ]
  const customers = 1 + r.below(9)
  for (let c = 0; c < customers; c++) {
    if (r.chance(0.15)) all.push(...closeCall(r, set, `call ${c}`))
    const name = r.pick([`c${c}`, `C${c}`, `Firm ${c}`, `"${c}", Ltd`])
    for (let n = 1 + r.below(10), last = null; n > 0; n--) {
      const cells = row(r, set, r.chance(0.05) ? ` ${name}` : name, last)
      last = cells[2].trim()
      all.push(cells)
      while (r.chance(0.06)) all.push([...cells])
    }
  }
  return all
}

export function dataSet(seed) {
  const r = random(seed)
  const set = frame(r)
  const all = arranged(r, rows(r, set))
  const columns = {
    customer: 'customer',
    date: 'date',
    plan: 'plan',
    value: set.valued ? 'value' : null,
    quantity: set.counted ? 'quantity' : null,
  }
  const more = withExtras(seed, set, 'planHistory', columns, all)
  const files = inFiles(r, more.columns, more.rows)
  const settings = choices(r, set, files, 'planHistory', more.mapping)
  return { seed, settings: { ...settings, ...more.settings }, files }
}
