/**
 * Random tables of subscriptions, the same for the same seed, small for the same reasons as the plan
 * histories of generate.mjs. What meets here: several subscriptions of a customer, ids with several
 * rows that overlap, touch or leave a gap, ends that are open, far away, at or before the start, and
 * statuses of all four meanings. The first row is always usable.
 */
import { arranged, choices, DAY, dateCell, day, frame, inFiles, random, spelled } from './draw.mjs'
import { withExtras } from './extras.mjs'

const statuses = [
  'active',
  'active',
  'Active',
  'past_due',
  'Non-Renewing',
  'paused',
  'trialing',
  'in trial',
  'canceled',
  'Cancelled',
  'expired',
  'void',
  'incomplete',
  'on hold',
  'odd',
  '',
]

function endCell(r, set, start) {
  const kind = r.below(21)
  if (kind === 20) return r.pick(['0', '—'])
  if (kind < 6) return ''
  if (kind < 8) return r.pick(['9999-12-31', '2099-01-01', '0000-00-00', '9999-12-31 23:59:59'])
  if (kind === 8) return start
  if (kind === 9) return r.pick(['2024-02-30', 'never', day(set.first)])
  const from = Date.parse(start.trim().slice(0, 10))
  const length = r.pick([1, 1, 2, 3, 7, 30, 90, 200])
  const date = r.chance(0.5) || Number.isNaN(from) ? r.pick(set.days) : day(from + length * DAY)
  return dateCell(r, date, set.style)
}

const plainRow = (customer, start, plan) => ({
  customer,
  start,
  plan,
  value: '10',
  quantity: '1',
  end: '',
  status: 'active',
  id: '',
})

function row(r, set, customer, id, last) {
  const usable = set.plans.filter((p) => !p.unheld)
  const plan = last && r.chance(0.5) ? last : r.pick(usable).plan
  const start = dateCell(r, r.pick(set.days), set.style)
  const cells = {
    customer,
    start,
    plan: r.chance(0.02) ? r.pick(['', 'n/a', '\\N']) : spelled(r, plan),
    value: r.pick(['', '', '10', '10', '10.00', '20', '20.5', '30.000001']),
    quantity: r.pick(['', '', '0', '1', '1', '2', '2.0', '3']),
    end: endCell(r, set, start),
    status: r.pick(statuses),
    id,
  }
  if (r.chance(0.01)) cells.customer = r.pick(['', '  ', 'NULL'])
  if (r.chance(0.01)) cells.start = r.pick(['soon', '', '2024-13-01'])
  if (r.chance(0.01)) cells.value = 'cheap'
  return cells
}

/** Rows of one id, one after the other: each ends where the next starts, a little off, or never. */
function chain(r, set, customer, id) {
  const starts = Array.from({ length: 2 + r.below(3) }, () => r.pick(set.days)).sort()
  const plan = r.pick(set.plans.filter((p) => !p.unheld)).plan
  return starts.map((start, i) => {
    const cells = row(r, set, customer, id, plan)
    const next = starts[i + 1] ?? day(Date.parse(start) + 30 * DAY)
    const gap = r.pick([0, 0, 0, -1, 1, 2])
    cells.start = start
    cells.end = r.chance(0.3) ? '' : day(Date.parse(next) + gap * DAY)
    if (r.chance(0.6)) cells.plan = plan
    if (r.chance(0.6)) cells.status = 'active'
    return cells
  })
}

/** Two or three on one tier that start at the same instant: which plan is it? */
function tied(r, set, customer) {
  const tiers = set.plans.filter((p) => p.role === 'tier' && !p.unheld)
  const { tier } = r.pick(tiers)
  const start = r.pick(set.days)
  return tiers
    .filter((p) => p.tier === tier)
    .slice(0, 3)
    .map(({ plan }) => ({
      ...plainRow(customer, start, plan),
      value: r.pick(['', '10', '10', '20']),
      end: r.chance(0.5) ? '' : day(Date.parse(start) + r.pick([20, 40, 60]) * DAY),
    }))
}

/** An add-on beside a plan: its quantity goes up, to 0, and comes back or is left blank. */
function withAddOn(r, set, customer, id) {
  const addOn = set.plans.find((p) => p.role === 'addOn')
  if (!addOn) return tied(r, set, customer)
  const starts = Array.from({ length: 2 + r.below(4) }, () => r.pick(set.days)).sort()
  return [
    plainRow(customer, day(set.first), 'Basic'),
    ...starts.map((start) => ({
      ...plainRow(customer, start, addOn.plan),
      value: r.pick(['', '5', '5', '7.5']),
      quantity: r.pick(['', '0', '1', '2']),
      end: r.chance(0.7) ? '' : r.pick(set.days.filter((date) => date > start)) || '',
      id: r.chance(0.8) ? id : '',
    })),
  ]
}

function subscription(r, set, customer, id) {
  if (r.chance(0.3)) return chain(r, set, customer, id)
  const rows = []
  for (let n = r.pick([1, 1, 1, 2, 2, 3, 4]), last = null; n > 0; n--) {
    const cells = row(r, set, customer, id, last)
    last = cells.plan.trim()
    rows.push(cells)
    while (r.chance(0.06)) rows.push({ ...cells, status: r.pick([cells.status, 'active']) })
  }
  return rows
}

function rows(r, set) {
  const all = [plainRow('anchor', day(set.first), 'Basic')]
  const customers = 1 + r.below(7)
  for (let c = 0; c < customers; c++) {
    if (r.chance(0.15)) all.push(...tied(r, set, `tied ${c}`))
    if (r.chance(0.15)) all.push(...withAddOn(r, set, `more ${c}`, `a${c}`))
    const name = r.pick([`c${c}`, `C${c}`, `Firm ${c}`, `"${c}", Ltd`])
    for (let s = 1 + r.below(4); s > 0; s--) {
      // ids are a customer's own: the same one elsewhere is another subscription
      const id = r.pick(['', `s${c}${s}`, `s${s}`, `s${s}`])
      all.push(...subscription(r, set, name, id))
    }
  }
  return all
}

/** `extras`: the shape whose extras (extras.mjs) go with it; those of plan histories are more. */
export function subscriptionSet(seed, extras = 'subscriptions') {
  const r = random(seed)
  const set = frame(r)
  set.stated = r.chance(0.7)
  const columns = {
    customer: 'customer',
    start: 'start',
    plan: 'plan',
    value: set.valued ? 'value' : null,
    quantity: set.counted ? 'quantity' : null,
    end: r.chance(0.9) ? (r.chance(0.15) ? 'Canceled At' : 'end') : null,
    status: set.stated ? 'status' : null,
    subscription: r.chance(0.7) ? 'subscription' : null,
  }
  const present = Object.values(columns).map((name) => name !== null)
  const made = rows(r, set).map(({ customer, start, plan, value, quantity, end, status, id }) =>
    [customer, start, plan, value, quantity, end, status, id].map((cell, i) =>
      present[i] ? cell : null,
    ),
  )
  const more = withExtras(seed, set, extras, columns, arranged(r, made))
  const files = inFiles(r, more.columns, more.rows)
  const settings = choices(r, set, files, 'subscriptions', more.mapping)
  settings.statuses = [
    { status: 'on hold', as: r.pick(['plan', 'prospect', 'ended', 'ignored']) },
    ...(r.chance(0.2) ? [{ status: 'Paused', as: 'ignored' }] : []),
  ]
  return { seed, settings: { ...settings, ...more.settings }, files }
}
