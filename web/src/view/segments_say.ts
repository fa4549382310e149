/**
 * One sentence for each table of segments and for each split into mix and rate: what it shows for
 * this data. All is picked out of the report; nothing is judged here that the core has not judged.
 */
import type { Mix, SegmentRow, SegmentTable } from '../engine/documents_segments.js'
import { isolate } from '../text/isolate.js'
import { shownCalendar, type View } from './context.js'

/** Of many names the first three are written, the others counted. */
const mostNamed = 3

/** A blank cell by a word. */
export const valueName = (view: View, value: string): string =>
  value === '' ? view.text.t.segments.blank : value

export function namesOf(view: View, rows: readonly { value: string }[]): string {
  const { t, f } = view.text
  const names = rows.map(({ value }) => isolate(valueName(view, value)))
  const few = names.length <= mostNamed + 1 ? names : names.slice(0, mostNamed)
  const others = names.length - few.length
  return f.list(others > 0 ? [...few, t.segments.others(others, f)] : few)
}

function apart(view: View, judged: readonly SegmentRow[]): string {
  const { t, f } = view.text
  const side = (which: 'above' | 'below') => {
    const found = judged.filter((row) => row.beyond === which)
    return found.length > 0 ? { names: namesOf(view, found), count: found.length } : null
  }
  if (judged.some((row) => row.limits)) return t.segments.apart(side('above'), side('below'), f)
  const rated = judged
    .filter((row) => row.rate !== null)
    .sort((a, b) => (b.rate ?? 0) - (a.rate ?? 0))
  const [high, low] = [rated[0], rated.at(-1)]
  if (!high || !low || high.rate === low.rate) return t.segments.alike(f.rate(high?.rate ?? null))
  const named = (row: SegmentRow) => `${valueName(view, row.value)} (${f.rate(row.rate)})`
  return t.segments.ends(named(high), named(low))
}

export function segmentsSay(view: View, { rows, more }: SegmentTable): string {
  const { t, f } = view.text
  const [only] = rows
  const small = rows.filter((row) => row.small).length
  const rest = more
    ? ` ${t.segments.more(more.values, f.count(more.base), f.count(more.numerator), f)}`
    : ''
  if (!only) return t.segments.nobody
  if (small === rows.length) return t.segments.allSmall(small, f) + rest
  if (rows.length === 1) return t.segments.one(valueName(view, only.value)) + rest
  const judged = rows.filter((row) => !row.small)
  const parts = [apart(view, judged), ...(small > 0 ? [t.segments.tooSmall(small, f)] : [])]
  return `${parts.join('; ')}.${rest}`
}

export function mixSays(view: View, { before, points, mix, rate }: Mix): string {
  const { t, f } = view.text
  const zone = shownCalendar(view.state).timeZone
  const byDays = view.state.report?.headline?.reason === 'range'
  const when = byDays
    ? f.days(before.start, before.end, zone)
    : f.months(before.start, before.end, zone)
  if (points === 0 && mix === 0 && rate === 0) return t.segments.mixNone(when)
  const most = [points, mix, rate].reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a))
  const written = (value: number) => f.signedPoints(value, most)
  return t.segments.mixSays(written(points), written(mix), written(rate), when)
}
