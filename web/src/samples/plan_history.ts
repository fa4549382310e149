/**
 * Synthetic sample: a software firm's plan history over three years. About 1,500 customers start on
 * a trial or directly on one of four plans; some move up, some down, some leave, a few come back.
 * In the second year the middle plan is reworked (a launch), and from then on moving up from
 * Starter doubles and stays. Simulated month by month, one row per plan change, seeded, so every
 * reader sees the same figures. Regions are a further column.
 */
import { type Chance, chanceFrom } from './random.js'

type Plan = 'Trial' | 'Starter' | 'Pro' | 'Business' | 'Enterprise' | 'Cancelled'

const price: { readonly [p in Plan]: number } = {
  Trial: 0,
  Starter: 19,
  Pro: 49,
  Business: 149,
  Enterprise: 499,
  Cancelled: 0,
}
const ladder: readonly Plan[] = ['Starter', 'Pro', 'Business', 'Enterprise']
const firstMonth = Date.UTC(2023, 0, 1)
const monthCount = 36
/** The reworked Pro plan: the 19th month, July 2024. */
const launchMonth = 18
export const launchDay = '2024-07-01'
/** Chance per month to move up, by plan, before and after the launch. */
const up: { readonly [p: string]: readonly [number, number] } = {
  Starter: [0.0095, 0.027],
  Pro: [0.007, 0.014],
  Business: [0.005, 0.007],
}
const leave: { readonly [p: string]: number } = {
  Starter: 0.019,
  Pro: 0.012,
  Business: 0.007,
  Enterprise: 0.004,
}

interface Customer {
  id: string
  region: string
  plan: Plan
}

const dayIn = (month: number, chance: Chance): string => {
  const start = new Date(firstMonth)
  return new Date(
    Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + month, chance.whole(2, 28)),
  )
    .toISOString()
    .slice(0, 10)
}

/** The plan held next month. */
function nextPlan(customer: Customer, month: number, chance: Chance): Plan {
  const { plan } = customer
  if (plan === 'Cancelled') return chance.happens(0.004) ? 'Starter' : plan
  if (plan === 'Trial')
    return chance.pick([
      ['Starter', 42],
      ['Pro', 14],
      ['Business', 2],
      ['Cancelled', 42],
    ] as const)
  const rung = ladder.indexOf(plan)
  if (chance.happens(leave[plan] ?? 0)) return 'Cancelled'
  if (chance.happens(up[plan]?.[month >= launchMonth ? 1 : 0] ?? 0))
    return ladder[Math.min(3, rung + (chance.happens(0.12) ? 2 : 1))] ?? plan
  if (rung > 0 && chance.happens(0.0035)) return ladder[rung - 1] ?? plan
  return plan
}

export function planHistory(): string {
  const chance = chanceFrom(7)
  const rows = ['customer_id,date,plan,mrr,region']
  const customers: Customer[] = []
  const write = (c: Customer, date: string) =>
    rows.push([c.id, date, c.plan, c.plan === 'Cancelled' ? '' : price[c.plan], c.region].join(','))
  const join = (plan: Plan, date: string) => {
    const region = chance.pick([
      ['EMEA', 42],
      ['AMER', 38],
      ['APAC', 20],
    ] as const)
    const customer: Customer = {
      id: `C${String(customers.length + 1).padStart(5, '0')}`,
      region,
      plan,
    }
    customers.push(customer)
    write(customer, date)
  }
  for (let i = 0; i < 620; i++)
    join(
      chance.pick([
        ['Starter', 56],
        ['Pro', 30],
        ['Business', 11],
        ['Enterprise', 3],
      ] as const),
      '2023-01-01',
    )
  for (let month = 0; month < monthCount; month++) {
    for (const customer of customers) {
      const next = nextPlan(customer, month, chance)
      if (next === customer.plan) continue
      customer.plan = next
      write(customer, dayIn(month, chance))
    }
    for (let i = chance.whole(20, 36); i > 0; i--)
      join(
        chance.happens(0.7)
          ? 'Trial'
          : chance.pick([
              ['Starter', 70],
              ['Pro', 24],
              ['Business', 6],
            ] as const),
        dayIn(month, chance),
      )
  }
  return `${rows.join('\n')}\n`
}
