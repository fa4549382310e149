/**
 * The bands behind the trend, where they lie within it: faint, each named at the end of the plot
 * where its name is further from the line. The names are drawn apart, over the grid and the ribbon.
 */
import { nothing, svg } from 'lit'
import { type Zone, zonesUpTo } from './bands.js'
import type { Drawn } from './ticks.js'
import type { Plot, TrendFrame } from './trend_chart.js'

/** The end of the plot where a label at this height is further from the line. */
function clearSide(frame: TrendFrame, plot: Plot, labelY: number): 'left' | 'right' {
  const reach = Math.max(1, Math.ceil(90 / plot.spacing))
  const nearest = (side: readonly Drawn[]) =>
    Math.min(
      ...side.map((p) =>
        p.rate == null ? Number.POSITIVE_INFINITY : Math.abs(plot.y(p.rate) - labelY),
      ),
    )
  return nearest(frame.periods.slice(-reach)) > nearest(frame.periods.slice(0, reach))
    ? 'right'
    : 'left'
}

function zoneName(frame: TrendFrame, plot: Plot, zone: Zone) {
  const top = plot.y(zone.to)
  if (plot.y(zone.from) - top < 20) return nothing
  const right = clearSide(frame, plot, top + 11) === 'right'
  return svg`<text class="zone-name ${zone.tone}" text-anchor=${right ? 'end' : 'start'} x=${right ? frame.width - 6 : plot.left + 6} y=${top + 15}>${zone.name}</text>`
}

/** None where the whole plot lies in the lowest band. */
function zones({ scale, text }: TrendFrame, { top }: Plot): Zone[] {
  const first = scale?.limits[0]
  return scale && first !== undefined && first < top ? zonesUpTo(scale, top, text) : []
}

export const trendZones = (frame: TrendFrame, plot: Plot) =>
  zones(frame, plot).map(
    (
      z,
    ) => svg`<rect class="zone faint ${z.tone}" x=${plot.left} y=${plot.y(z.to)} width=${frame.width - plot.left}
        height=${Math.max(0, plot.y(z.from) - plot.y(z.to))}/>`,
  )

export const trendZoneNames = (frame: TrendFrame, plot: Plot) =>
  zones(frame, plot).map((zone) => zoneName(frame, plot, zone))
