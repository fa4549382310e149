/** The samples that the first page offers, by name; each is made when it is asked for. */
import { messyExport } from './messy_export.js'
import { monthlyTotals } from './monthly_totals.js'
import { planHistory } from './plan_history.js'
import { subscriptions } from './subscriptions.js'

export const SAMPLES = {
  history: planHistory,
  subscriptions,
  totals: monthlyTotals,
  messy: messyExport,
} as const
export type SampleName = keyof typeof SAMPLES
