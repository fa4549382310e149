/** By which columns customers can be told apart, and by which they are. */
import type { Report, Shape } from '../engine/documents.js'
import { effective } from '../page/state.js'
import type { View } from './context.js'

/** Those that play no other part. */
export const otherColumns = (report: Report): string[] => [
  ...new Set(
    report.data.columns
      .filter(({ part, kind }) => (part === null || part === 'segment') && kind !== 'blank')
      .map(({ name }) => name),
  ),
]

/** As set; else those that are read as segments. */
export function segmentsChosen(view: View): readonly string[] {
  const { segmentBy } = effective(view.state)
  return segmentBy ?? view.state.report?.segments?.map(({ column }) => column) ?? []
}

/** Rows that count upgrades themselves, and hold no plans to follow. */
export const areCounts = (shape: Shape | undefined) => shape === 'totals' || shape === 'flags'

/** Whom a figure counts was decided before: no filter and no other segment can be chosen. */
export const areFixed = (shape: Shape | undefined) => areCounts(shape) || shape === 'aggregates'
