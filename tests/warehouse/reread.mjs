/**
 * The table read again as a file: the report of it against the report of the rows. What no cell of
 * the table says alone is proven so, the interval of a change above all, which follows from the
 * overlaps.
 */
import { asCsv } from './engines.mjs'

const header = ['part', 'start', 'end', 'name', 'other', 'currency', 'measure', 'value']

/** Keys of an object in the order of the alphabet: currencies have none of their own. */
const sorted = (value) =>
  value === null || typeof value !== 'object'
    ? value
    : Array.isArray(value)
      ? value.map(sorted)
      : Object.fromEntries(
          Object.keys(value)
            .sort()
            .map((key) => [key, sorted(value[key])]),
        )

/** Paths are sorted here: of plans on one tier the settings tell the order. */
const blocks = [
  'headline',
  'periods',
  'trend',
  'segments',
  'cohorts',
  'timeToUpgrade',
  'paths',
  'stickiness',
]

/** Paths at which two values differ, at most a few. */
function unlike(was, is, path, lines) {
  if (lines.length > 12) return lines
  const deep = (value) => value !== null && typeof value === 'object'
  if (!deep(was) || !deep(is)) {
    const near =
      typeof was === 'number' &&
      typeof is === 'number' &&
      Math.abs(was - is) <= 1e-9 * Math.abs(was)
    if (was !== is && !near)
      lines.push(
        `${path}: report ${JSON.stringify(was)?.slice(0, 200)}, read again ${JSON.stringify(is)?.slice(0, 200)}`,
      )
    return lines
  }
  for (const key of new Set([...Object.keys(was), ...Object.keys(is)]))
    unlike(was[key], is[key], `${path}.${key}`, lines)
  return lines
}

export async function rereadDifferences(core, report, table) {
  const cells = table.map((row) => row.map((cell) => (cell === null ? '' : cell)))
  await core.load([{ name: 'kpi.csv', data: asCsv([header, ...cells]) }], {})
  const again = await core.report({})
  const lines = []
  for (const each of [report, again])
    each.paths?.sort((a, b) =>
      `${a.kind}|${a.from}|${a.to}` < `${b.kind}|${b.from}|${b.to}` ? -1 : 1,
    )
  for (const block of blocks) unlike(sorted(report[block]), sorted(again[block]), block, lines)
  for (const note of again.notes)
    if (/^aggregates\.(missing|unknown|overlaps|fixed)$/.test(note.code))
      lines.push(JSON.stringify(note))
  return lines
}
