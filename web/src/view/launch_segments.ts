/** Under the sentences of the launches: for each launch and column, before and after within each segment. */
import { html } from 'lit'
import type { Report } from '../engine/documents.js'
import type { LaunchSegmentRow } from '../engine/documents_segments.js'
import { missing } from '../text/format.js'
import type { View } from './context.js'
import { twin } from './part.js'
import { valueName } from './segments_say.js'
import { type Column, sortable } from './sortable.js'

function columnsOf(view: View, rows: readonly LaunchSegmentRow[]): Column<LaunchSegmentRow>[] {
  const { t, f } = view.text
  const most = Math.max(...rows.flatMap(({ interval }) => (interval ?? []).map(Math.abs)), 0)
  const written = (points: number) => f.signedPoints(points, most)
  const of = (counted: number, base: number) => t.segments.ofBase(f.count(counted), f.count(base))
  return [
    {
      head: t.segments.value,
      cell: ({ value }) => valueName(view, value),
      by: ({ value }) => value,
      words: true,
    },
    { head: t.segments.before, cell: (row) => of(row.numeratorBefore, row.baseBefore) },
    { head: t.segments.after, cell: (row) => of(row.numeratorAfter, row.baseAfter) },
    {
      head: t.segments.difference,
      cell: ({ points }) => (points === null ? missing : written(points)),
      by: ({ points }) => points,
    },
    {
      head: t.journeys.interval,
      cell: ({ interval }) =>
        interval ? t.answer.range(written(interval[0]), written(interval[1])) : missing,
    },
    {
      head: t.segments.verdict,
      cell: ({ clear }) => (clear === null ? missing : clear ? t.segments.clear : t.segments.noise),
      words: true,
    },
  ]
}

export function launchSegments(view: View, report: Report) {
  const { t } = view.text
  return report.launches.flatMap((launch, i) =>
    (launch.segments ?? [])
      .filter(({ rows }) => rows.length > 0)
      .map(({ column, rows }) => {
        const label = t.segments.launch(launch.name.trim() || t.trend.launchNew, column)
        const place = `launch-${i}-${column}`
        return html`${twin(view, sortable(view, place, label, columnsOf(view, rows), rows), label)}`
      }),
  )
}
