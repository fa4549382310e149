/**
 * What the reader marks on the trend: the stretch chosen as a range, the period shown above, the one
 * pinned to compare with, the one read out.
 */
import { nothing, svg } from 'lit'
import type { Plot, TrendFrame } from './trend_chart.js'

/** From the first period through the last, as places of the list. */
export interface Stretch {
  from: number
  to: number
}

/** Half a place beyond its first and last point, as periods reach. */
export function stretch({ stretch: shown, periods }: TrendFrame, plot: Plot) {
  if (!shown) return nothing
  const half = periods.length > 1 ? plot.spacing / 2 : (plot.right - plot.left) / 2
  const start = Math.max(plot.left - 6, plot.x(Math.min(shown.from, shown.to)) - half)
  const end = Math.min(plot.right + 6, plot.x(Math.max(shown.from, shown.to)) + half)
  return svg`<rect class="stretch" x=${start} y=${plot.ceiling} width=${Math.max(1, end - start)} height=${plot.floor - plot.ceiling}/>`
}

export function marked(frame: TrendFrame, plot: Plot) {
  const mark = (index: number | null | undefined, kind: string) => {
    const period = index == null ? undefined : frame.periods[index]
    if (index == null || !period) return nothing
    return svg`<path class="cross ${kind}" d="M${plot.x(index)} ${plot.ceiling}V${plot.floor}"/>
      ${period.rate == null ? nothing : svg`<circle class="ring" cx=${plot.x(index)} cy=${plot.y(period.rate)} r="6"/>`}`
  }
  const { pinned } = frame
  const pin =
    pinned == null || !frame.periods[pinned]
      ? nothing
      : svg`<circle class="pin-head" cx=${plot.x(pinned)} cy=${plot.ceiling} r="4"/>`
  return svg`${mark(frame.picked, 'picked')}${mark(pinned, 'pinned')}${pin}${mark(frame.pointed, 'pointed')}`
}
