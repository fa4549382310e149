/**
 * Random sets of a shape merged many at a time, so that one query answers for dozens of them: sets
 * with the same columns become one table, customers keep apart by the set's number before their
 * name, and the settings are those of the first with the plans of all.
 */
import { dataSet } from '../oracle/generate.mjs'
import { subscriptionSet } from '../oracle/generate_subscriptions.mjs'
import { changeSet } from './generate_changes.mjs'
import { snapshotSet } from './generate_snapshots.mjs'

const generators = {
  planHistory: dataSet,
  changes: changeSet,
  snapshots: snapshotSet,
  subscriptions: (seed) => subscriptionSet(seed, 'planHistory'),
}
export const shapes = Object.keys(generators)

const planKey = (name) =>
  name
    .trim()
    .toLowerCase()
    .replace(/[ _./-]+/g, ' ')

function merged(sets) {
  const [first] = sets
  const columns = first.files[0].columns.filter((name) => name !== null)
  const rows = sets.flatMap(({ seed, files }) =>
    files.flatMap((file) =>
      file.rows.map((row) => {
        const [customer, ...cells] = row.filter((_, i) => file.columns[i] !== null)
        const name = customer.trim()
        return ['', 'NULL'].includes(name) ? [customer, ...cells] : [`${seed} ${name}`, ...cells]
      }),
    ),
  )
  const plans = new Map()
  for (const { settings } of sets)
    for (const plan of settings.plans)
      if (!plans.has(planKey(plan.plan))) plans.set(planKey(plan.plan), plan)
  const file = { ...first.settings.files[0], name: 'rows.csv' }
  return {
    seeds: sets.map(({ seed }) => seed),
    file: { name: 'rows.csv', columns, rows },
    settings: { ...first.settings, files: [file], plans: [...plans.values()] },
  }
}

/** Sets `from` to `from + count - 1` of a shape, at most `size` together. */
export function batches(shape, from, count, size) {
  const alike = new Map()
  for (let seed = from; seed < from + count; seed++) {
    const set = generators[shape](seed)
    const name = JSON.stringify([
      set.settings.files[0].mapping,
      set.settings.statuses,
      set.together,
    ])
    alike.set(name, [...(alike.get(name) ?? []), set])
  }
  return [...alike.values()].flatMap((sets) => {
    const parts = []
    for (let at = 0; at < sets.length; at += size) parts.push(merged(sets.slice(at, at + size)))
    return parts
  })
}
