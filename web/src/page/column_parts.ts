/**
 * Choosing what a column means: from the columns as found and one change, the mapping to send. A
 * part is played by one column; the column that had it before is left unused. Segments may be many.
 * A reading that failed knows no parts, so what was chosen for it before is laid over what it found.
 * In a matrix many columns are the plan, or the value, of one period each; the mapping names the first. So
 * it is with the periods of totals.
 */
import type { ColumnFound, FileSettings, Mapping, Settings, Shape } from '../engine/documents.js'
import type { Part } from '../text/en_bring.js'

export const partsOf: { readonly [s in Shape]: readonly Part[] } = {
  planHistory: [
    'customer',
    'date',
    'plan',
    'value',
    'quantity',
    'interval',
    'currency',
    'segment',
    'none',
  ],
  subscriptions: [
    'customer',
    'plan',
    'start',
    'end',
    'status',
    'value',
    'quantity',
    'interval',
    'currency',
    'subscription',
    'segment',
    'none',
  ],
  changes: [
    'customer',
    'date',
    'fromPlan',
    'toPlan',
    'valueBefore',
    'valueAfter',
    'quantity',
    'interval',
    'currency',
    'segment',
    'none',
  ],
  movements: [
    'customer',
    'date',
    'type',
    'stage',
    'fromPlan',
    'plan',
    'value',
    'currency',
    'segment',
    'none',
  ],
  snapshots: [
    'customer',
    'period',
    'plan',
    'value',
    'quantity',
    'interval',
    'currency',
    'segment',
    'none',
  ],
  matrix: ['customer', 'plan', 'value', 'currency', 'segment', 'none'],
  flags: ['customer', 'flag', 'date', 'segment', 'none'],
  totals: ['period', 'total', 'upgraded', 'measure', 'segment', 'none'],
  planTable: ['key', 'plan', 'tier', 'value', 'interval', 'currency', 'none'],
  customerTable: ['key', 'segment', 'none'],
  aggregates: ['part', 'start', 'end', 'name', 'other', 'currency', 'measure', 'value', 'none'],
}

/** In the order in which they are offered. */
export const shapesOffered = [
  'planHistory',
  'subscriptions',
  'changes',
  'movements',
  'snapshots',
  'matrix',
  'flags',
  'totals',
  'customerTable',
  'planTable',
  'aggregates',
] as const

const anyShape: readonly Part[] = ['segment', 'none']
const isOfOneShape = (part: Part) => !anyShape.includes(part)

/** The parts to offer; all of them while the shape is open. */
export const partsFor = (shape: Shape | null): readonly Part[] =>
  shape
    ? partsOf[shape]
    : [...new Set(shapesOffered.flatMap((each) => partsOf[each].filter(isOfOneShape))), ...anyShape]

const hasSeveral = (columns: readonly ColumnFound[], part: ColumnFound['part']) =>
  (part === 'plan' || part === 'value' || part === 'period') &&
  columns.filter((c) => c.part === part).length > 1

/** The columns of one file, with the parts that were chosen for them. */
export function withChosen(
  columns: readonly ColumnFound[],
  { mapping }: FileSettings,
): ColumnFound[] {
  if (!mapping) return [...columns]
  const { segments, ...parts } = mapping
  const chosen = Object.entries(parts) as [ColumnFound['part'], string | null][]
  return columns.map((column) => {
    const part = chosen.find(([, name]) => name === column.name)?.[0]
    if (part) return { ...column, part }
    if (segments?.includes(column.name)) return { ...column, part: 'segment' }
    const isTaken =
      !hasSeveral(columns, column.part) && chosen.some(([other]) => other === column.part)
    return isTaken || (column.part === 'segment' && segments) ? { ...column, part: null } : column
  })
}

/** The mapping that the columns of one file stand for. */
function mappingOf(columns: readonly ColumnFound[]): Mapping {
  const mapping: Mapping = { segments: [] }
  for (const column of columns) {
    if (column.part === 'segment') mapping.segments?.push(column.name)
    else if (column.part) mapping[column.part] ??= column.name
  }
  return mapping
}

/** All files in order, each with what was chosen for it so far. */
export function filesOf(settings: Settings, names: readonly string[]): FileSettings[] {
  return names.map((name, i) => ({ name, ...settings.files?.[i] }))
}

export function setPart(
  settings: Settings,
  names: readonly string[],
  columns: readonly ColumnFound[],
  column: ColumnFound,
  part: Part,
): Settings {
  const before = columns.filter((c) => c.file === column.file)
  const isOfPeriods = (each: ColumnFound['part'] | 'none') => each === 'plan' || each === 'value'
  const isMatrix = hasSeveral(before, 'plan') || hasSeveral(before, 'value')
  const own = before.map((c) => {
    if (c.name === column.name) return { ...c, part: part === 'none' ? null : part }
    if (isMatrix && isOfPeriods(part) && isOfPeriods(c.part)) return { ...c, part: null }
    return part !== 'segment' && c.part === part ? { ...c, part: null } : c
  })
  const mapping = mappingOf(own)
  for (const key of partsFor(null)) {
    if (key === 'segment' || key === 'none') continue
    const played = columns.some((c) => c.file === column.file && c.part === key)
    if (mapping[key] === undefined && played) mapping[key] = null
  }
  const files = filesOf(settings, names)
  const at = names.indexOf(column.file)
  files[at] = { ...files[at], mapping }
  return { ...settings, ...segmentsWith(settings, column.name, part), files }
}

/**
 * Where the columns to tell customers apart by were chosen, a new one joins them; one that plays
 * another part leaves them, with its condition.
 */
function segmentsWith({ segmentBy, filters }: Settings, name: string, part: Part): Settings {
  const others = segmentBy?.filter((each) => each !== name)
  const kept = filters?.filter((filter) => !('column' in filter) || filter.column !== name)
  if (part === 'segment') return others ? { segmentBy: [...others, name] } : {}
  return { ...(others ? { segmentBy: others } : {}), ...(kept ? { filters: kept } : {}) }
}

/** Another shape asks for other columns, so the mapping is detected anew. */
export function setShape(
  settings: Settings,
  names: readonly string[],
  file: string,
  shape: Shape | null,
): Settings {
  const files = filesOf(settings, names)
  const at = names.indexOf(file)
  files[at] = { ...files[at], shape, mapping: null }
  return { ...settings, files }
}

/** Another sheet is another table: how the former was read says nothing of it. */
export function setSheet(
  settings: Settings,
  names: readonly string[],
  file: string,
  sheet: string,
): Settings {
  const files = filesOf(settings, names)
  files[names.indexOf(file)] = { name: file, sheet }
  return { ...settings, files }
}

/** The same date format with day and month changed places ("D/M/Y" ↔ "M/D/Y"). */
export const otherDayMonth = (format: string): string =>
  format.replace(/D|M/g, (letter) => (letter === 'D' ? 'M' : 'D'))

export function setDateFormat(
  settings: Settings,
  names: readonly string[],
  dateFormat: string,
): Settings {
  return { ...settings, files: filesOf(settings, names).map((file) => ({ ...file, dateFormat })) }
}
