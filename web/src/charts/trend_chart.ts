/**
 * The rate per period as one drawing, made for its real width in pixels: band zones (faint),
 * interval as a ribbon (as whiskers where points are few), the line broken where there is no rate,
 * the unfinished period dashed, labels written beside what they name, zero on the axis. It only
 * places figures of the report; where the words for one period are needed, `view/trend.ts` has them.
 */
import { area, line } from 'd3-shape'
import { nothing, type SVGTemplateResult, svg } from 'lit'
import type { Calendar } from '../text/format.js'
import type { Text } from '../text/language.js'
import type { Scale } from './bands.js'
import { type Drawn, rateTicks, rateTop, timeTicks } from './ticks.js'
import {
  controlLimits,
  forecast,
  launchLines,
  launchRows,
  pooledLines,
  type TrendLayers,
  unusualMarks,
} from './trend_layers.js'
import { marked, type Stretch, stretch } from './trend_marks.js'
import { trendZoneNames, trendZones } from './trend_zones.js'

export interface TrendFrame {
  periods: readonly Drawn[]
  /** With the limits of a listed period; null to draw no zones. */
  scale: Scale | null
  calendar: Calendar
  width: number
  /** Chosen by the width where missing. */
  height?: number
  pointed: number | null
  picked: number | null
  pinned?: number | null
  stretch?: Stretch | null
  text: Text
  layers?: TrendLayers
  /** Periods to come, behind those of the report on the axis. */
  after?: readonly Drawn[]
}

export interface Plot {
  x: (index: number) => number
  y: (ratio: number) => number
  spacing: number
  top: number
  left: number
  right: number
  floor: number
  /** The top of the plot; names of launches stand above it. */
  ceiling: number
  height: number
}

const fittingHeight = (width: number) =>
  width < 480 ? 232 : Math.min(320, Math.round(width * 0.34))

type PlotFrame = Pick<TrendFrame, 'periods' | 'width' | 'height' | 'layers' | 'after'>

/** Limits, and the forecast of a period that has begun, reach as high as the axis must. */
function limitsOf({ layers }: PlotFrame): Pick<Drawn, 'rate' | 'interval' | 'partial'>[] {
  const limits = (layers?.limits ?? []).map((interval) => ({ rate: null, interval }))
  return [...limits, ...(layers?.ahead ?? [])].map((each) => ({ ...each, partial: false }))
}

/** Where everything goes. One period stands in the middle. */
export function plotOf(frame: PlotFrame): Plot {
  const slots = frame.after ? [...frame.periods, ...frame.after] : frame.periods
  const left = 44
  const right = Math.max(left + 40, frame.width - 56)
  const gaps = slots.length - 1
  const spacing = gaps > 0 ? (right - left) / gaps : 0
  const x = (index: number) => (gaps > 0 ? left + index * spacing : (left + right) / 2)
  const rows = launchRows(frame.layers?.launches ?? [], x, frame.width).map(({ row }) => row + 1)
  const ceiling = 12 + Math.max(0, ...rows) * 17
  const height = (frame.height ?? fittingHeight(frame.width)) + ceiling - 12
  const floor = height - 28
  const top = rateTop([...slots, ...limitsOf(frame)])
  const y = (ratio: number) => Math.max(ceiling, floor - (ratio / top) * (floor - ceiling))
  return {
    x,
    y,
    spacing: gaps > 0 ? spacing : right - left,
    top,
    left,
    right,
    floor,
    ceiling,
    height,
  }
}

/** The period nearest to a horizontal place, for pointing. */
export function periodAt(frame: PlotFrame, px: number): number {
  const plot = plotOf(frame)
  const index = Math.round((px - plot.left) / plot.spacing)
  return Math.max(0, Math.min(frame.periods.length - 1, index))
}

function axes(frame: TrendFrame, plot: Plot) {
  const { f } = frame.text
  return svg`
    ${rateTicks(plot.top, plot.floor - plot.ceiling, f).map(
      (
        tick,
      ) => svg`<path class=${tick.value === 0 ? 'base-line' : 'grid'} d="M${plot.left} ${plot.y(tick.value)}H${frame.width}"/>
      <text x="0" y=${plot.y(tick.value) + 4}>${tick.label}</text>`,
    )}
    ${timeTicks([...frame.periods, ...(frame.after ?? [])], frame.calendar, plot.spacing, f).map(
      (tick) => svg`<path class="tick" d="M${plot.x(tick.index)} ${plot.floor}v5"/>
      <text text-anchor="middle" x=${plot.x(tick.index)} y=${plot.floor + 20}>${tick.label}</text>`,
    )}`
}

interface Point {
  index: number
  period: Drawn
}

const complete = (p: Point | undefined) => p?.period.rate != null && !p.period.partial

function ribbon(points: readonly Point[], plot: Plot) {
  const shape = area<Point>()
    .defined((p) => complete(p) && p.period.interval != null)
    .x((p) => plot.x(p.index))
    .y0((p) => plot.y(p.period.interval?.[0] ?? 0))
    .y1((p) => plot.y(p.period.interval?.[1] ?? 0))
  return svg`<path class="ribbon" d=${shape([...points]) ?? ''}/>`
}

const whiskers = (points: readonly Point[], plot: Plot) =>
  points
    .filter((p) => complete(p) && p.period.interval)
    .map(({ index, period }) => {
      const [low, high] = period.interval as [number, number]
      return svg`<path class="bar-whisker" d="M${plot.x(index) - 4} ${plot.y(high)}h8M${plot.x(index)} ${plot.y(high)}V${plot.y(low)}M${plot.x(index) - 4} ${plot.y(low)}h8"/>`
    })

/** Dots where there is room for them, or where a point has no neighbour to be joined to. */
function dots(points: readonly Point[], plot: Plot) {
  const alone = (i: number) =>
    complete(points[i]) && !complete(points[i - 1]) && !complete(points[i + 1])
  return points
    .filter((p, i) => complete(p) && (plot.spacing >= 26 || alone(i)))
    .map(
      (p) =>
        svg`<circle class="dot" cx=${plot.x(p.index)} cy=${plot.y(p.period.rate as number)} r="3.5"/>`,
    )
}

function unfinished(points: readonly Point[], frame: TrendFrame, plot: Plot) {
  return points
    .filter((p) => p.period.partial && p.period.rate != null)
    .map(({ index, period }) => {
      const [px, py] = [plot.x(index), plot.y(period.rate as number)]
      const before = points[index - 1]
      const joined =
        before && complete(before)
          ? svg`<path class="line dashed" d="M${plot.x(index - 1)} ${plot.y(before.period.rate as number)}L${px} ${py}"/>`
          : nothing
      const atEnd = px > plot.right - 90
      const below = py + 18 < plot.floor - 4
      return svg`${joined}<circle class="dot open" cx=${px} cy=${py} r="3.5"/>
        <text class="strong" text-anchor=${atEnd ? 'end' : 'middle'} x=${atEnd ? frame.width : px} y=${below ? py + 20 : py - 12}>${frame.text.t.trend.notFinished}</text>`
    })
}

/** The last finished rate, written at its end of the line. */
function lastLabel(points: readonly Point[], frame: TrendFrame, plot: Plot) {
  const last = points.findLast(complete)
  if (!last) return nothing
  const isEnd = last.index === points.length - 1 && !frame.after?.length
  const [px, py] = [plot.x(last.index), plot.y(last.period.rate as number)]
  const text = frame.text.f.rate(last.period.rate, frame.scale?.limits)
  return svg`<circle class="dot" cx=${px} cy=${py} r="3.5"/>
    <text class="end" text-anchor=${isEnd && points.length > 1 ? 'start' : 'middle'} x=${isEnd && points.length > 1 ? px + 8 : px}
      y=${isEnd && points.length > 1 ? py + 4 : Math.max(12, py - 12)}>${text}</text>`
}

/** Short strokes on the base line where there is no rate. */
const gaps = (points: readonly Point[], plot: Plot) =>
  points
    .filter((p) => p.period.rate == null)
    .map((p) => svg`<path class="gap" d="M${plot.x(p.index)} ${plot.floor}v-7"/>`)

export function trendChart(frame: TrendFrame): SVGTemplateResult {
  const plot = plotOf(frame)
  const points = frame.periods.map((period, index) => ({ index, period }))
  const path = line<Point>()
    .defined(complete)
    .x((p) => plot.x(p.index))
    .y((p) => plot.y(p.period.rate as number))
  const few = points.filter(complete).length < 4
  return svg`
    ${trendZones(frame, plot)}${stretch(frame, plot)}${few ? whiskers(points, plot) : ribbon(points, plot)}${axes(frame, plot)}${trendZoneNames(frame, plot)}${gaps(points, plot)}
    ${controlLimits(frame, plot)}${launchLines(frame, plot)}${forecast(frame, plot)}${pooledLines(frame, plot)}
    <path class="line" d=${path(points) ?? ''}/>
    ${dots(points, plot)}${unusualMarks(frame, plot)}${unfinished(points, frame, plot)}${lastLabel(points, frame, plot)}${marked(frame, plot)}`
}
