/**
 * Two step curves over the days since customers began: the share that has upgraded, with its
 * interval as a ribbon, and, dashed, the share that left first. The median is a line down from one
 * half where the report has it. Between two days of the report the curves stay level.
 */
import { tickStep, ticks } from 'd3-array'
import { area, curveStepAfter, line } from 'd3-shape'
import { nothing, type SVGTemplateResult, svg } from 'lit'
import type { TimeToUpgrade } from '../engine/documents_journeys.js'
import type { Text } from '../text/language.js'
import type { Box } from '../view/walk.js'
import { widthOf } from './names.js'
import { rateTicks } from './ticks.js'

export interface Incidence {
  width: number
  height: number
  /** As the points of the curve. */
  boxes: Box[]
  drawing: SVGTemplateResult
  mark: (index: number) => SVGTemplateResult
}

type Point = TimeToUpgrade['curve'][number]

const ceiling = 12

function shareTop(curve: readonly Point[], median: number | null): number {
  const highest = Math.max(...curve.map((p) => Math.max(p.share, p.churnShare)))
  const upper = Math.max(...curve.map((p) => Math.min(p.interval?.[1] ?? 0, highest * 2)))
  const top = Math.max(highest, upper, median === null ? 0 : 0.5) * 1.08
  return top > 0 ? Math.min(1, top) : 0.1
}

/** Months read more easily than hundreds of days. */
function dayTicks(last: number, room: number): number[] {
  const steps = [7, 30, 90, 180, 365, 730, 1825, 3650]
  const step = steps.find((each) => last / each <= room) ?? tickStep(0, last, room)
  const found = []
  for (let day = 0; day <= last; day += step) found.push(day)
  return last < 7 ? ticks(0, last, Math.min(last, room)).filter(Number.isInteger) : found
}

function axes(found: TimeToUpgrade, last: number, frame: Frame, text: Text) {
  const { x, y, left, right, floor, top, width } = frame
  return svg`${rateTicks(top, floor - ceiling, text.f).map(
    (
      tick,
    ) => svg`<path class=${tick.value === 0 ? 'base-line' : 'grid'} d="M${left} ${y(tick.value)}H${right}"/>
      <text x="0" y=${y(tick.value) + 4}>${tick.label}</text>`,
  )}
  ${dayTicks(last, Math.max(2, Math.floor((right - left) / 64))).map(
    (day) => svg`<path class="tick" d="M${x(day)} ${floor}v5"/>
      <text text-anchor=${x(day) > right - 24 ? 'end' : 'middle'} x=${x(day) > right - 24 ? width : x(day)} y=${floor + 20}>${text.f.count(day)}</text>`,
  )}
  <text text-anchor="end" x=${width} y=${floor + 38}>${text.t.journeys.daysAxis}</text>
  ${medianLine(found, frame, text)}`
}

function medianLine(
  { median }: TimeToUpgrade,
  { x, y, left, floor, right }: Frame,
  { t, f }: Text,
) {
  if (median.days === null) return nothing
  const px = x(median.days)
  const end = px > (left + right) / 2
  return svg`<path class="cross" d="M${left} ${y(0.5)}H${px}V${floor}"/>
    <text class="strong" text-anchor=${end ? 'end' : 'start'} x=${px + (end ? -6 : 6)} y=${floor - 8}>
      ${t.journeys.medianMark(t.journeys.daysOf(median.days, f))}</text>`
}

interface Frame {
  x: (day: number) => number
  y: (share: number) => number
  left: number
  right: number
  floor: number
  top: number
  width: number
}

/**
 * The name of the higher line stands above its end, that of the lower one under it: curves only
 * rise, so there they meet nothing.
 */
function names(curve: readonly Point[], last: number, { x, y, right, floor }: Frame, { t }: Text) {
  const end = curve.at(-1) as Point
  const name = (
    text: string,
    kind: string,
    isHigher: boolean,
    low: (p: Point) => number,
    high: number,
  ) => {
    const from = curve.findLast((p) => x(p.days) <= x(last) - widthOf(text)) ?? end
    const at = isHigher ? Math.max(11, y(high) - 7) : Math.min(floor - 6, y(low(from)) + 17)
    return svg`<text class=${kind} text-anchor="end" x=${right} y=${at}>${text}</text>`
  }
  const upgradedHigher = end.share >= end.churnShare
  const lowest = (p: Point) => p.interval?.[0] ?? p.share
  return svg`${name(t.journeys.upgradedLine, 'end', upgradedHigher, lowest, end.interval?.[1] ?? end.share)}
    ${name(t.journeys.leftLine, 'strong', !upgradedHigher, (p) => p.churnShare, end.churnShare)}`
}

/** `curve` must hold a point. */
export function incidenceChart(found: TimeToUpgrade, width: number, text: Text): Incidence {
  const height = width < 480 ? 250 : Math.min(320, Math.round(width * 0.34))
  const [left, right, floor] = [44, width - 4, height - 46]
  const last = Math.max(found.lastDay ?? 0, found.curve.at(-1)?.days ?? 0, 1)
  const top = shareTop(found.curve, found.median.days)
  const x = (day: number) => left + (day / last) * (right - left)
  const y = (share: number) => Math.max(ceiling, floor - (share / top) * (floor - ceiling))
  const frame = { x, y, left, right, floor, top, width }
  const end = found.curve.at(-1) as Point
  // Nobody has upgraded or left on day 0; after the last event the curves stay level.
  const points = [
    { ...end, days: 0, share: 0, churnShare: 0, interval: null },
    ...found.curve,
    { ...end, days: last },
  ]
  const path = (of: (p: Point) => number) =>
    line<Point>()
      .x((p) => x(p.days))
      .y((p) => y(of(p)))
      .curve(curveStepAfter)(points) ?? ''
  const ribbon = area<Point>()
    .defined((p) => p.interval !== null)
    .x((p) => x(p.days))
    .y0((p) => y(p.interval?.[0] ?? 0))
    .y1((p) => y(p.interval?.[1] ?? 0))
    .curve(curveStepAfter)
  const edges = found.curve.map((p, i) =>
    i === 0 ? left : (x(p.days) + x(found.curve[i - 1]?.days ?? 0)) / 2,
  )
  const boxes = found.curve.map((_, i): Box => {
    const from = edges[i] ?? left
    return [from, 0, (edges[i + 1] ?? width) - from, height]
  })
  const mark = (index: number) => {
    const p = found.curve[index] ?? end
    return svg`<path class="cross" d="M${x(p.days)} ${ceiling}V${floor}"/>
      <circle class="ring" cx=${x(p.days)} cy=${y(p.share)} r="6"/>
      <circle class="ring" cx=${x(p.days)} cy=${y(p.churnShare)} r="4"/>`
  }
  const drawing = svg`<path class="ribbon" d=${ribbon(points) ?? ''}/>${axes(found, last, frame, text)}
    <path class="limit" d=${path((p) => p.churnShare)}/><path class="line" d=${path((p) => p.share)}/>
    ${names(found.curve, last, frame, text)}`
  return { width, height, boxes, drawing, mark }
}
