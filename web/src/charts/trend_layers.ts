/**
 * What the periods say together, drawn over their rates: pooled lines, control limits as steps,
 * marks on unusual periods (a diamond outside the limits, a square in a run), the forecast apart
 * (dashed, with the interval as a ribbon of its own), and launches as upright lines with their
 * names above the plot. It only places figures of the report.
 */
import { area, curveStepBefore, line } from 'd3-shape'
import { nothing, svg } from 'lit'
import type { UnusualMark } from '../engine/documents.js'
import type { Plot, TrendFrame } from './trend_chart.js'

export interface TrendLayers {
  /** One line each, a ratio per period. */
  pooled: readonly (readonly (number | null)[])[]
  limits: readonly ([number, number] | null)[] | null
  centre: number | null
  marks: readonly (readonly UnusualMark[])[]
  /** At places of the axis; the first may be that of an unfinished period. */
  ahead: readonly { index: number; rate: number; interval: [number, number] | null }[]
  /** Places between periods, in periods. */
  launches: readonly { at: number; name: string }[]
}

type Value = number | null

export function pooledLines({ layers }: TrendFrame, plot: Plot) {
  const path = line<Value>()
    .defined((v) => v != null)
    .x((_, i) => plot.x(i))
    .y((v) => plot.y(v ?? 0))
  return (layers?.pooled ?? []).map(
    (values) => svg`<path class="pooled" d=${path([...values]) ?? ''}/>`,
  )
}

/** Steps, since limits belong to a period and change with its base. */
export function controlLimits({ layers }: TrendFrame, plot: Plot) {
  if (!layers?.limits) return nothing
  const last = layers.limits.length - 1
  const edge = (end: 0 | 1) => {
    const path = line<[number, number] | null>()
      .defined((v) => v != null)
      .curve(curveStepBefore)
      .x((_, i) => Math.min(plot.x(last), plot.x(i) + plot.spacing / 2))
      .y((v) => plot.y(v?.[end] ?? 0))
    return svg`<path class="limit" d=${path([...(layers.limits ?? [])]) ?? ''}/>`
  }
  const middle = layers.centre == null ? null : plot.y(layers.centre)
  return svg`${edge(0)}${edge(1)}${
    middle == null
      ? nothing
      : svg`<path class="limit centre" d="M${plot.left} ${middle}H${plot.x(last)}"/>`
  }`
}

export function unusualMarks({ layers, periods }: TrendFrame, plot: Plot) {
  // Where periods stand close, their marks are smaller, so that the line stays readable.
  const [d, r] = plot.spacing < 6 ? [4.5, 1.5] : [7, 3]
  return (layers?.marks ?? []).map((marks, i) => {
    const rate = periods[i]?.rate
    if (marks.length === 0 || rate == null) return nothing
    const [px, py] = [plot.x(i), plot.y(rate)]
    return marks.includes('beyondLimits')
      ? svg`<path class="mark" d="M${px} ${py - d}l${d} ${d}l${-d} ${d}l${-d} ${-d}z"/>`
      : svg`<path class="mark run" d="M${px - r} ${py - r}h${2 * r}v${2 * r}h${-2 * r}z"/>`
  })
}

interface Ahead {
  index: number
  rate: number
  interval: [number, number] | null
}

/** From the last finished rate on; the ribbon opens there. */
export function forecast(frame: TrendFrame, plot: Plot) {
  const { layers, periods, text } = frame
  const from = periods.findLastIndex((p) => !p.partial && p.rate != null)
  const rate = periods[from]?.rate
  const last = layers?.ahead.at(-1)
  if (!layers || !last || rate == null) return nothing
  const start: Ahead = { index: from, rate, interval: last.interval ? [rate, rate] : null }
  const points = [start, ...layers.ahead]
  const path = line<Ahead>()
    .x((p) => plot.x(p.index))
    .y((p) => plot.y(p.rate))
  const fan = area<Ahead>()
    .defined((p) => p.interval != null)
    .x((p) => plot.x(p.index))
    .y0((p) => plot.y(p.interval?.[0] ?? 0))
    .y1((p) => plot.y(p.interval?.[1] ?? 0))
  return svg`<path class="fan" d=${fan(points) ?? ''}/><path class="ahead" d=${path(points) ?? ''}/>
    <text class="strong" text-anchor="end" x=${frame.width} y=${Math.max(plot.ceiling + 12, plot.y(last.interval?.[1] ?? last.rate) - 8)}>${text.t.trend.forecast}</text>`
}

/** How many rows the names of launches need: each in the first row that has room for it. */
export function launchRows(
  launches: TrendLayers['launches'],
  x: (at: number) => number,
  width: number,
): { row: number; end: boolean; name: string }[] {
  const taken: number[] = []
  return launches.map(({ at, name: full }) => {
    const name = full.length > 24 ? `${full.slice(0, 23)}…` : full
    const reach = name.length * 7.2 + 10
    const end = x(at) + reach > width
    const [from, to] = end ? [x(at) - reach, x(at)] : [x(at), x(at) + reach]
    const free = taken.findIndex((until) => until <= from)
    const row = free < 0 ? taken.length : free
    taken[row] = Math.max(to, taken[row] ?? 0)
    return { row, end, name }
  })
}

export function launchLines({ layers, width }: TrendFrame, plot: Plot) {
  const launches = layers?.launches ?? []
  const rows = launchRows(launches, plot.x, width)
  return launches.map(({ at }, i) => {
    const { row = 0, end = false, name = '' } = rows[i] ?? {}
    const px = plot.x(at)
    const y = 12 + row * 17
    return svg`<path class="launch" d="M${px} ${y + 4}V${plot.floor}"/><path class="launch flag" d="M${px} ${y + 4}m-4 0h8l-4 6z"/>
      <text class="strong" text-anchor=${end ? 'end' : 'start'} x=${px + (end ? -2 : 2)} y=${y}>${name}</text>`
  })
}
