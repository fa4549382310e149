/**
 * The form of who has their rows in a warehouse: which engine, which table and columns, which plans.
 * Out of it the settings that the core writes the SQL from. Where a sample of the table was brought,
 * the form begins with what was found in it.
 */
import type { CoreError, Mapping, PlanSetting, Settings, Shape } from '../engine/documents.js'
import type { SqlRequest } from '../engine/sql_request.js'
import type { State } from './state.js'

type Column = keyof Omit<Mapping, 'segments'>

/** What of a row must be named for a shape, and what may be. Of the shapes that SQL is written for. */
export const WAREHOUSE_COLUMNS: {
  readonly [s in WarehouseShape]: { needed: readonly Column[]; others: readonly Column[] }
} = {
  planHistory: {
    needed: ['customer', 'date', 'plan'],
    others: ['value', 'quantity', 'interval', 'currency'],
  },
  changes: {
    needed: ['customer', 'date', 'fromPlan', 'toPlan'],
    others: ['valueBefore', 'valueAfter', 'quantity', 'interval', 'currency'],
  },
  snapshots: {
    needed: ['customer', 'period', 'plan'],
    others: ['value', 'quantity', 'interval', 'currency'],
  },
  subscriptions: {
    needed: ['customer', 'start', 'plan'],
    others: ['end', 'status', 'subscription', 'value', 'quantity', 'interval', 'currency'],
  },
}
export type WarehouseShape = Extract<
  Shape,
  'planHistory' | 'changes' | 'snapshots' | 'subscriptions'
>
export const WAREHOUSE_SHAPES = Object.keys(WAREHOUSE_COLUMNS) as WarehouseShape[]

/** The plans by what they are; one line, one tier, the lowest first, commas between plans of a tier. */
export interface WarehousePlans {
  tiers: string
  prospects: string
  addOns: string
  none: string
}

export interface Warehouse extends SqlRequest {
  shape: WarehouseShape
  columns: { readonly [c in Column]?: string }
  /** Columns to compare customers by, with commas between. */
  segments: string
  plans: WarehousePlans
}

/** What the core wrote for the form, or why it could not. */
export type WrittenSql = { sql: string } | { refused: CoreError }

const isShape = (shape: Shape | null | undefined): shape is WarehouseShape =>
  shape != null && shape in WAREHOUSE_COLUMNS

function plansOf(plans: readonly PlanSetting[]): WarehousePlans {
  const named = (role: PlanSetting['role']) =>
    plans.filter((plan) => plan.role === role).map(({ plan }) => plan)
  const tiers: string[][] = []
  for (const { plan, role, tier } of plans)
    if (role === 'tier' && tier) tiers[tier - 1] = [...(tiers[tier - 1] ?? []), plan]
  return {
    tiers: [...tiers].map((names) => (names ?? []).join(', ')).join('\n'),
    prospects: named('prospect').join(', '),
    addOns: named('addOn').join(', '),
    none: named('none').join(', '),
  }
}

/** The form as it begins. */
export function warehouseOf(state: State): Warehouse {
  const found = state.report?.settings
  const file = found?.files?.find(({ shape }) => isShape(shape))
  const { segments, ...columns } = file?.mapping ?? {}
  return {
    dialect: 'clickhouse',
    from: '',
    orderBy: '',
    shape: isShape(file?.shape) ? file.shape : 'planHistory',
    columns: Object.fromEntries(Object.entries(columns).filter(([, name]) => name)),
    segments: (segments ?? []).join(', '),
    plans: plansOf(found?.plans ?? []),
  }
}

const names = (list: string) =>
  list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')

function planSettings(plans: WarehousePlans): PlanSetting[] {
  const lines = plans.tiers.split('\n').filter((line) => names(line).length > 0)
  return [
    ...lines.flatMap((line, i) =>
      names(line).map((plan): PlanSetting => ({ plan, role: 'tier', tier: i + 1 })),
    ),
    ...names(plans.prospects).map((plan): PlanSetting => ({ plan, role: 'prospect' })),
    ...names(plans.addOns).map((plan): PlanSetting => ({ plan, role: 'addOn' })),
    ...names(plans.none).map((plan): PlanSetting => ({ plan, role: 'none' })),
  ]
}

export function requestOf({ dialect, from, orderBy = '', oneQuery }: Warehouse): SqlRequest {
  const column = orderBy.trim()
  const request = { dialect, from: from.trim(), ...(column ? { orderBy: column } : {}) }
  return oneQuery && dialect === 'clickhouse' ? { ...request, oneQuery } : request
}

/** The fields that are still to be filled in before there is anything to write. */
export function missing({ from, shape, columns, plans }: Warehouse): (Column | 'from' | 'tiers')[] {
  return [
    ...(from.trim() === '' ? (['from'] as const) : []),
    ...WAREHOUSE_COLUMNS[shape].needed.filter((column) => !columns[column]?.trim()),
    ...(names(plans.tiers.replaceAll('\n', ',')).length === 0 ? (['tiers'] as const) : []),
  ]
}

/**
 * The settings that the SQL follows: those of the page, with the table's columns and plans. How far
 * the data speaks is the table's own matter, unless it was chosen: a sample ends earlier.
 */
export function warehouseSettings(form: Warehouse, state: State): Settings {
  const { needed, others } = WAREHOUSE_COLUMNS[form.shape]
  const mapping: Mapping = { segments: names(form.segments) }
  for (const column of [...needed, ...others]) {
    const name = form.columns[column]?.trim()
    if (name) mapping[column] = name
  }
  const chosen = state.settings.now
  const { range, launches, filters, ...settings } = { ...state.report?.settings, ...chosen }
  return {
    ...settings,
    ...(chosen.range ? { range: chosen.range } : {}),
    ...(filters && filters.length > 0 ? { filters } : {}),
    files: [{ shape: form.shape, mapping }],
    plans: planSettings(form.plans),
    segmentBy: names(form.segments),
    dataUntil: chosen.dataUntil ?? null,
    today: chosen.today ?? null,
  }
}
