/**
 * The bands behind the trend, where they lie within it: faint, each named at the end of the plot
 * where its name is further from the line.
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

export function trendZones(frame: TrendFrame, plot: Plot) {
  const first = frame.scale?.limits[0]
  if (!frame.scale || first === undefined || first >= plot.top) return nothing
  return zonesUpTo(frame.scale, plot.top, frame.text).map(
    (
      z,
    ) => svg`<rect class="zone faint ${z.tone}" x=${plot.left} y=${plot.y(z.to)} width=${frame.width - plot.left}
        height=${Math.max(0, plot.y(z.from) - plot.y(z.to))}/>${zoneName(frame, plot, z)}`,
  )
}
