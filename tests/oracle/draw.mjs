/**
 * What random data sets are drawn from: a generator that gives the same for the same seed, time zones
 * with their clock changes, plans, days and the cells that name them; and the file as CSV.
 */

/** mulberry32: 32 bits of state, enough for test data. */
export function random(seed) {
  let a = seed >>> 0
  const next = () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const below = (n) => Math.floor(next() * n)
  return { below, chance: (p) => next() < p, pick: (list) => list[below(list.length)] }
}

export const DAY = 86_400_000
export const day = (ms) => new Date(ms).toISOString().slice(0, 10)

// Zones with their clock changes: at night, at midnight (a day that starts at 01:00, a midnight that
// comes twice), by half an hour, far from UTC, and without any.
const zones = {
  UTC: [],
  'Europe/Berlin': ['2024-03-31', '2024-10-27'],
  'America/New_York': ['2024-03-10', '2024-11-03'],
  'Africa/Cairo': ['2024-04-26', '2024-10-31'],
  'America/Santiago': ['2024-04-06', '2024-09-08'],
  'America/Havana': ['2024-03-10', '2024-11-03'],
  'Australia/Lord_Howe': ['2024-04-07', '2024-10-06'],
  'Asia/Kolkata': [],
  'Pacific/Kiritimati': [],
}

function plans(r) {
  const names = [
    'Basic',
    'Pro monthly',
    'Pro annual',
    'advanced',
    'Business+',
    'Enterprise 2.0',
    'solo',
  ]
  const top = 1 + r.below(4)
  const list = names
    .slice(0, 2 + r.below(names.length - 1))
    .map((plan) => ({ plan, role: 'tier', tier: 1 + r.below(top) }))
  // Tiers are numbered without gaps; the highest may stay unheld.
  for (let tier = 1; tier <= top; tier++) {
    if (!list.some((p) => p.tier === tier))
      list.push({ plan: `Level ${tier}`, role: 'tier', tier, unheld: r.chance(0.5) })
  }
  if (r.chance(0.6)) list.push({ plan: 'Trial', role: 'prospect' })
  if (r.chance(0.3)) list.push({ plan: 'Free forever', role: 'prospect' })
  if (r.chance(0.5)) list.push({ plan: 'Extra support', role: 'addOn' })
  if (r.chance(0.2)) list.push({ plan: 'storage', role: 'addOn' })
  list.push({ plan: 'Cancelled', role: 'none' })
  return list
}

export function spelled(r, name) {
  if (!r.chance(0.15)) return name
  return r.pick([
    name.toUpperCase(),
    name.toLowerCase(),
    name.replaceAll(' ', '_'),
    name.replaceAll(' ', '  '),
    ` ${name} `,
  ])
}

/** A pool of days, with clock changes and first days of months and weeks among them. */
function days(r, first, span, changes) {
  const pool = Array.from({ length: 4 + r.below(12) }, () => day(first + r.below(span) * DAY))
  const inside = (date) => date >= day(first) && date < day(first + span * DAY)
  pool.push(...changes.filter(() => r.chance(0.5)))
  const month = day(first + r.below(span) * DAY).slice(0, 8)
  if (inside(`${month}01`)) pool.push(`${month}01`)
  for (const date of [...pool])
    if (r.chance(0.5)) pool.push(day(Date.parse(date) + (1 + r.below(3)) * DAY))
  return pool.filter(inside)
}

export function dateCell(r, date, style) {
  if (style === 'days') return date
  const time = r.pick([
    '00:00',
    '00:30',
    '01:30',
    '02:00',
    '02:30',
    '03:00',
    '12:00',
    '12:00',
    '12:01:30',
    '23:30',
    '23:59:59',
  ])
  if (style === 'local' || r.chance(0.4)) return r.chance(0.2) ? date : `${date} ${time}`
  return `${date}T${time.length === 5 ? `${time}:00` : time}${r.pick(['Z', '+02:00', '-05:00', '+05:30'])}`
}

export function arranged(r, all) {
  const key = (cells) => cells[1]
  const order = r.pick(['as made', 'ascending', 'descending', 'shuffled'])
  if (order === 'ascending') all.sort((a, b) => (key(a) < key(b) ? -1 : 1))
  if (order === 'descending') all.sort((a, b) => (key(a) > key(b) ? -1 : 1))
  if (order === 'shuffled')
    for (let i = all.length - 1; i > 0; i--) {
      const j = r.below(i + 1)
      ;[all[i], all[j]] = [all[j], all[i]]
    }
  return all
}

const quoted = (cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** The file as CSV; columns that are null throughout are left out. */
export function csv({ rows: lines, columns }) {
  return `${[columns, ...lines]
    .map((cells) =>
      cells
        .filter((cell) => cell !== null)
        .map(quoted)
        .join(','),
    )
    .join('\n')}\n`
}

/** What a data set is made of: its time, its zone, its plans, and which columns it has. */
export function frame(r) {
  const first = Date.parse(r.pick(['2023-10-02', '2023-12-30', '2024-01-01', '2024-02-20']))
  const span = r.pick([14, 45, 120, 400, 800])
  const set = {
    first,
    span,
    valued: r.chance(0.7),
    counted: r.chance(0.5),
    style: r.pick(['days', 'days', 'local', 'mixed']),
    plans: plans(r),
    zone: r.pick(Object.keys(zones)),
  }
  const inside = (date) => date > day(first) && date < day(first + span * DAY)
  set.changes = zones[set.zone].filter(inside)
  set.days = days(r, first, span, set.changes)
  return set
}

/** One file, or two whose names tell their order. */
export function inFiles(r, columns, all) {
  const cut = r.chance(0.25) ? r.below(all.length + 1) : all.length
  return [all.slice(0, cut), all.slice(cut)]
    .filter((part) => part.length > 0)
    .map((part, i) => ({ name: `part${i + 1}.csv`, columns, rows: part }))
}

/** The settings: how the files are read, the plans, and choices at random. */
export function choices(r, set, files, shape, mapping) {
  const { first, span } = set
  return {
    schema: 1,
    files: files.map(({ name }) => ({
      name,
      shape,
      header: true,
      delimiter: ',',
      mapping,
      dateFormat: 'Y-M-D',
      decimal: '.',
    })),
    plans: set.plans.map(({ plan, role, tier }) =>
      role === 'tier' ? { plan, role, tier } : { plan, role },
    ),
    prospectsAreCustomers: r.chance(0.3),
    bridgeDays: r.pick([0, 1, 1, 1, 2, 3]),
    period: r.pick(
      span > 400 ? ['month', 'quarter', 'year'] : ['week', 'month', 'month', 'quarter', 'year'],
    ),
    fiscalStartMonth: r.chance(0.6) ? 1 : 1 + r.below(12),
    timeZone: set.zone,
    dataUntil:
      set.changes.length > 0 && r.chance(0.1)
        ? r.pick(set.changes)
        : r.chance(0.3)
          ? day(first + (2 + r.below(span + 20)) * DAY)
          : null,
    today: day(first + (r.chance(0.3) ? 2 + r.below(span) : span + r.below(60)) * DAY),
    base: r.pick(['opening', 'opening', 'eligible', 'average', 'active', 'closing']),
    numerator: r.pick([
      'upgraded',
      'upgraded',
      'kept',
      'upsold',
      'upgradedOrUpsold',
      'upgradeEvents',
    ]),
  }
}
