/**
 * Editing the order of plans. The ladder is rungs from the highest tier down, several plans may
 * stand on one rung; beside it prospects, add-ons and plans that are none. Every edit gives a
 * complete new list of plan settings with tiers numbered from 1 without gaps.
 */
import type { PlanSetting, Role } from '../engine/documents.js'

export interface Ladder {
  /** Highest first. */
  rungs: readonly (readonly string[])[]
  /** Plans without a tier, in their order. */
  others: readonly { plan: string; role: Exclude<Role, 'tier'> }[]
}

/** `onto` joins the rung, `over` and `under` make a new one beside it; rungs counted from the top. */
export type Place =
  | { where: 'onto' | 'over' | 'under'; rung: number }
  | { where: 'role'; role: Exclude<Role, 'tier'> }

const rolesInOrder: readonly Role[] = ['prospect', 'addOn', 'none']

export function ladderOf(plans: readonly PlanSetting[]): Ladder {
  const tiers = [...new Set(plans.flatMap((p) => (p.role === 'tier' ? [p.tier ?? 1] : [])))].sort(
    (a, b) => b - a,
  )
  const rungs = tiers.map((tier) =>
    plans.filter((p) => p.role === 'tier' && (p.tier ?? 1) === tier).map((p) => p.plan),
  )
  const others = rolesInOrder.flatMap((role) =>
    plans
      .filter((p) => p.role === role)
      .map((p) => ({ plan: p.plan, role: role as Exclude<Role, 'tier'> })),
  )
  return { rungs, others }
}

export function plansOf(ladder: Ladder): PlanSetting[] {
  const lowestFirst = [...ladder.rungs].reverse()
  const tiers = lowestFirst.flatMap((rung, i) =>
    rung.map((plan) => ({ plan, role: 'tier' as const, tier: i + 1 })),
  )
  return [...tiers, ...ladder.others]
}

export function put(plans: readonly PlanSetting[], plan: string, place: Place): PlanSetting[] {
  const before = ladderOf(plans)
  const others = before.others.filter((o) => o.plan !== plan)
  const rungs: string[][] = before.rungs.map((rung) => rung.filter((p) => p !== plan))
  if (place.where === 'role') others.push({ plan, role: place.role })
  else if (place.where === 'onto' && rungs[place.rung]) rungs[place.rung]?.push(plan)
  else rungs.splice(place.where === 'under' ? place.rung + 1 : place.rung, 0, [plan])
  return plansOf({ rungs: rungs.filter((rung) => rung.length > 0), others })
}

/**
 * One step up or down. With `join` onto the neighbour's rung; without, past it on a rung of its own
 * (out of a shared rung first). A plan without a tier that moves up becomes the lowest rung.
 */
export function step(
  plans: readonly PlanSetting[],
  plan: string,
  direction: 'up' | 'down',
  join: boolean,
): PlanSetting[] {
  const { rungs } = ladderOf(plans)
  const at = rungs.findIndex((rung) => rung.includes(plan))
  if (at < 0) {
    if (direction === 'down') return [...plans]
    const lowest = rungs.length - 1
    return put(plans, plan, { where: join ? 'onto' : 'under', rung: lowest })
  }
  const shared = (rungs[at]?.length ?? 0) > 1
  const next = direction === 'up' ? at - 1 : at + 1
  const where = direction === 'up' ? 'over' : 'under'
  if (!join && shared) return put(plans, plan, { where, rung: at })
  if (next < 0 || next >= rungs.length) return [...plans]
  return put(plans, plan, { where: join ? 'onto' : where, rung: next })
}
