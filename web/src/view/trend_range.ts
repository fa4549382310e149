/**
 * A stretch of the trend becomes the range of the answer: drawn with a mouse or pen, chosen with
 * Shift and the arrow keys, or between the pinned period and the one read out, which needs no
 * drawing. A finger keeps reading. And the way back.
 */
import { html, nothing } from 'lit'
import type { Stretch } from '../charts/trend_marks.js'
import type { Report } from '../engine/documents.js'
import { choose, shownCalendar, type View } from './context.js'

export function takeRange(view: View, report: Report, { from, to }: Stretch): void {
  const [first, last] = [Math.min(from, to), Math.max(from, to)]
  const [start, end] = [report.periods[first]?.start, report.periods[last]?.end]
  view.send({ type: 'brushed', stretch: null })
  if (!start || !end) return
  const { timeZone } = shownCalendar(view.state)
  const day = (instant: string) => view.text.f.isoDay(instant, timeZone)
  view.send({ type: 'picked', index: null })
  choose(view, { range: { start: day(start), end: day(end) } })
}

/** A report that came with a link cannot be counted anew. */
export const canChoose = (view: View): boolean => view.state.shared === null

/** Where a drag began, by the element it began on. */
const begun = new WeakMap<EventTarget, number>()

/** `at`: the period under the pointer. */
export function dragging(view: View, report: Report, at: (e: PointerEvent) => number) {
  const { send } = view
  return {
    down: (e: PointerEvent) => {
      send({ type: 'pointed', index: at(e) })
      if (e.pointerType === 'touch' || e.button !== 0 || !canChoose(view)) return
      const chart = e.currentTarget as HTMLElement
      chart.setPointerCapture(e.pointerId)
      begun.set(chart, at(e))
    },
    move: (e: PointerEvent) => {
      const [from, to] = [begun.get(e.currentTarget as HTMLElement), at(e)]
      send({ type: 'pointed', index: to })
      if (from === undefined) return
      send({ type: 'brushed', stretch: from === to ? null : { from, to } })
    },
    up: (e: PointerEvent) => {
      const [from, to] = [begun.get(e.currentTarget as HTMLElement), at(e)]
      begun.delete(e.currentTarget as HTMLElement)
      if (from !== undefined && from !== to) takeRange(view, report, { from, to })
    },
    cancel: (e: PointerEvent) => {
      begun.delete(e.currentTarget as HTMLElement)
      send({ type: 'brushed', stretch: null })
    },
  }
}

/** The periods that the chosen range holds, where it begins and ends with periods of the list. */
export function rangeOnChart({ headline, periods }: Report): Stretch | null {
  if (headline?.reason !== 'range') return null
  const from = periods.findIndex(({ start }) => start === headline.start)
  const to = periods.findIndex(({ end }) => end === headline.end)
  return from < 0 || to < from ? null : { from, to }
}

/** Says that the answer is of a chosen range, and leads back. */
export function rangeNote(view: View, report: Report) {
  const { headline } = report
  const { t, f } = view.text
  if (headline?.reason !== 'range' || !headline.start || !headline.end) return nothing
  const name = f.days(headline.start, headline.end, shownCalendar(view.state).timeZone)
  return html`<p class="range-note small" role="status">${t.trend.rangeIs(name)}
    ${canChoose(view) ? html`<button class="link" data-focus="range-back" @click=${() => choose(view, { range: null })}>${t.settings.rangeClear}</button>` : nothing}</p>`
}
