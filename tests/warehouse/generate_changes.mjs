/**
 * Random changes: rows that say from which plan a customer goes to which. What meets here: a first
 * row that comes from a plan, from a trial, from nothing; a plan before that is not the one held;
 * add-ons; cancellations about the bridge's length before a return; values before.
 */
import {
  arranged,
  choices,
  DAY,
  dateCell,
  day,
  frame,
  inFiles,
  random,
  spelled,
} from '../oracle/draw.mjs'
import { withExtras } from '../oracle/extras.mjs'

const values = ['', '', '10', '10', '10.00', '20', '20.5', '30.000001']

function row(r, set, customer, last) {
  const usable = set.plans.filter((p) => !p.unheld)
  const to = last && r.chance(0.2) ? last : r.pick(usable).plan
  const said = last && r.chance(0.7) ? last : r.pick(['', '', 'none', r.pick(usable).plan])
  const cells = [
    customer,
    dateCell(r, r.pick(set.days), set.style),
    r.chance(0.03) ? r.pick(['', 'n/a', '-', '–', '\\N']) : spelled(r, to),
    set.valued ? r.pick(values) : null,
    set.counted ? r.pick(['', '0', '1', '1', '2', '2.0', '3']) : null,
    spelled(r, said),
    set.before ? r.pick(values) : null,
  ]
  if (r.chance(0.02)) cells[0] = r.pick(['', '  ', 'NULL'])
  if (r.chance(0.02)) cells[1] = r.pick(['2024-02-30', 'soon', '', '2024-13-01'])
  if (set.valued && r.chance(0.01)) cells[3] = 'cheap'
  if (set.before && r.chance(0.01)) cells[6] = 'dear'
  return cells
}

/** A cancellation and a return about the bridge's length later. */
function closeCall(r, set, customer) {
  const tiers = set.plans.filter((p) => p.role === 'tier')
  const before =
    Date.parse(r.pick(set.changes.length > 0 ? set.changes : set.days)) - r.below(3) * DAY
  const time = r.pick(['', ' 00:00', ' 02:30', ' 12:00'])
  const rest = [set.valued ? '10' : null, set.counted ? '1' : null]
  const from = (plan) => [plan, set.before ? '' : null]
  const held = r.pick(tiers).plan
  return [
    [customer, `${day(before)}${time}`, 'Cancelled', ...rest, ...from(held)],
    [
      customer,
      `${day(before + r.below(5) * DAY)}${time}`,
      r.pick(tiers).plan,
      ...rest,
      ...from(''),
    ],
  ]
}

/** A row that is used wherever the data ends; who joins nothing leaves the base unknown. */
const anchor = (r, set) => [
  'anchor',
  day(set.first),
  'Basic',
  set.valued ? '10' : null,
  set.counted ? '1' : null,
  r.pick(['', 'Basic']),
  set.before ? '' : null,
]

function rows(r, set) {
  const all = [anchor(r, set)]
  const customers = 2 + r.below(9)
  for (let c = 0; c < customers; c++) {
    if (r.chance(0.2)) all.push(...closeCall(r, set, `call ${c}`))
    for (let n = 1 + r.below(7), last = null; n > 0; n--) {
      const cells = row(r, set, r.chance(0.05) ? ` c${c}` : `c${c}`, last)
      last = cells[2].trim()
      all.push(cells)
      while (r.chance(0.08)) all.push([...cells])
    }
  }
  return all
}

export function changeSet(seed) {
  const r = random(seed)
  const set = frame(r)
  set.before = set.valued && r.chance(0.5)
  const columns = {
    customer: 'customer',
    date: 'date',
    toPlan: 'to plan',
    valueAfter: set.valued ? 'value after' : null,
    quantity: set.counted ? 'quantity' : null,
    fromPlan: 'from plan',
    valueBefore: set.before ? 'value before' : null,
  }
  const more = withExtras(seed, set, 'planHistory', columns, arranged(r, rows(r, set)))
  const files = inFiles(r, more.columns, more.rows)
  const settings = choices(r, set, files, 'changes', more.mapping)
  return { seed, settings: { ...settings, ...more.settings }, files }
}
