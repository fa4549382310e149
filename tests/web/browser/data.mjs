/**
 * Plan histories made by a small seeded program: customers on a trial or on one of three plans, who
 * move, leave and come back; times of day near midnight, so that the time zone matters.
 */
const plans = ['basic', 'pro', 'business']
const price = { trial: 0, basic: 19, pro: 49, business: 149, cancelled: 0 }

/** Mulberry32, the usual small generator. @param {number} seed */
function random(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** @param {number} rows at least so many @param {number} seed */
export function planHistory(rows, seed = 7) {
  const chance = random(seed)
  const day = 86_400_000
  const lines = ['customer_id,start_date,plan_name,mrr,region']
  const last = Date.UTC(2025, 5, 30)
  for (let customer = 1; lines.length <= rows; customer++) {
    const region = ['EMEA', 'AMER', 'APAC'][Math.floor(chance() * 3)]
    let at = Date.UTC(2023, 0, 1) + Math.floor(chance() * 700) * day
    /** @type {string} */
    let plan = chance() < 0.3 ? 'trial' : (plans[Math.floor(chance() * 2)] ?? 'basic')
    while (at < last && lines.length <= rows + 8) {
      const hours = (chance() < 0.5 ? 22 : 3) * 3_600_000
      const instant = new Date(at + hours).toISOString().slice(0, 19)
      lines.push(`C${customer},${instant}Z,${plan},${price[plan]},${region}`)
      plan = next(plan, chance())
      at += Math.ceil(chance() * (plan === 'cancelled' ? 30 : 260)) * day
    }
  }
  return `${lines.join('\n')}\n`
}

/** @param {string} plan @param {number} lot */
function next(plan, lot) {
  if (plan === 'trial' || plan === 'cancelled') return lot < 0.8 ? 'basic' : 'pro'
  const at = plans.indexOf(plan)
  if (lot < 0.45) return plans[Math.min(2, at + 1)] ?? plan
  return lot < 0.7 ? (plans[Math.max(0, at - 1)] ?? plan) : 'cancelled'
}
