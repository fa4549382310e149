/**
 * Random snapshots: who is on which plan, looked at again and again. Some sets in a row share a
 * calendar, so that their customers can stand in one table. What meets here: firsts and lasts of
 * months, quarters and years, weeks and odd days, times of day, a look at which every row is blank,
 * customers who are missing from one and come back.
 */
import { arranged, choices, DAY, day, frame, inFiles, random, spelled } from '../oracle/draw.mjs'
import { withExtras } from '../oracle/extras.mjs'

/** How many sets in a row share a calendar. */
export const TOGETHER = 20

const month = (year, index, date = 1) => Date.UTC(year, index, date)

function calendar(r, first) {
  const year = new Date(first).getUTCFullYear()
  const start = r.below(12)
  const looks = 3 + r.below(12)
  const every = (step, from) =>
    Array.from({ length: looks }, (_, i) => month(year, from + i * step))
  const kinds = {
    months: () => every(1, start),
    lasts: () => Array.from({ length: looks }, (_, i) => month(year, start + i + 1, 0)),
    quarters: () => every(3, Math.floor(start / 3) * 3),
    thirds: () => every(3, start),
    years: () => Array.from({ length: 4 }, (_, i) => month(year + i, 0)),
    weeks: () => Array.from({ length: looks }, (_, i) => first + i * 7 * DAY),
    days: () => Array.from({ length: looks }, () => first + r.below(60) * DAY),
  }
  const all = kinds[r.pick(['months', 'months', ...Object.keys(kinds)])]()
  const kept = all.filter((_, i) => i === 0 || r.chance(0.9))
  return [...new Set(kept.map(day))].sort()
}

function planCell(r, plans, last) {
  if (r.chance(0.05)) return r.pick(['', 'n/a', 'none', '-', '—', '\\N'])
  return spelled(r, last && r.chance(0.7) ? last : r.pick(plans).plan)
}

/** Where a customer or a look is rarely written with a time of day, the day it names counts. */
function dateCell(r, date, style) {
  if (style === 'days' || r.chance(0.7)) return date
  return `${date}${r.pick([' 00:00', ' 12:00', ' 23:30', 'T23:30:00Z', 'T12:00:00+02:00', 'T01:00:00+05:30'])}`
}

function rowsOf(r, set, name) {
  const plans = set.plans.filter((p) => !p.unheld)
  const there = r.pick([0.6, 0.85, 1])
  const rows = []
  let last = null
  for (const date of set.days) {
    if (!r.chance(there)) continue
    for (let n = r.chance(0.07) ? 2 : 1; n > 0; n--) {
      const plan = set.blank === date ? '' : planCell(r, plans, last)
      last = plan.trim() || last
      const cells = [
        r.chance(0.03) ? ` ${name}` : name,
        dateCell(r, date, set.style),
        plan,
        set.valued ? r.pick(['', '10', '10', '10.00', '20', '30.000001', '0']) : null,
        set.counted ? r.pick(['', '0', '1', '1', '2', '2.0']) : null,
      ]
      if (r.chance(0.01)) cells[r.below(2)] = ''
      if (r.chance(0.01)) cells[1] = r.pick(['2024-02-30', 'soon', '1899-12-31', '2200-01-01'])
      if (set.valued && r.chance(0.01)) cells[3] = 'cheap'
      rows.push(cells)
      while (r.chance(0.05)) rows.push([...cells])
    }
  }
  return rows
}

export function snapshotSet(seed) {
  const shared = random(Math.floor(seed / TOGETHER) * 104729 + 5)
  const set = frame(shared)
  set.days = calendar(shared, set.first)
  set.blank = shared.chance(0.3) ? shared.pick(set.days) : null
  set.span = (Date.parse(set.days.at(-1)) - Date.parse(set.days[0])) / DAY + 1
  set.first = Date.parse(set.days[0])
  set.changes = []
  const r = random(seed)
  const all = Array.from({ length: 2 + r.below(8) }, (_, c) => rowsOf(r, set, `c${c}`)).flat()
  const columns = {
    customer: 'customer',
    period: 'period',
    plan: 'plan',
    value: set.valued ? 'value' : null,
    quantity: set.counted ? 'quantity' : null,
  }
  const more = withExtras(seed, set, 'planHistory', columns, arranged(r, all))
  const files = inFiles(r, more.columns, more.rows)
  const settings = choices(shared, set, files, 'snapshots', more.mapping)
  return {
    seed,
    settings: { ...settings, ...more.settings },
    files,
    together: Math.floor(seed / TOGETHER),
  }
}
