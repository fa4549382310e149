/**
 * Funnel plot: each segment's rate against its base, the rate of all as a line, and dashed what
 * chance alone gives at each base. The base is on a square-root scale, on which those limits spread
 * evenly. Between the limits of two segments the line is only drawn through. Names stand where a
 * segment is outside, elsewhere while there is room.
 */
import { curveMonotoneX, line } from 'd3-shape'
import { nothing, svg } from 'lit'
import type { SegmentRow } from '../engine/documents_segments.js'
import type { Text } from '../text/language.js'
import type { Box } from '../view/walk.js'
import { fitted, widthOf } from './names.js'
import { rateTicks, rateTop } from './ticks.js'

export interface Point {
  row: SegmentRow
  rate: number
  name: string
}

const ceiling = 12
/** So few segments are all named. */
const allNamed = 8

/** 1, 2, 5, 10, … up to the largest base, those that keep their distance from the right on. */
function baseTicks(most: number, { x, left }: Frame): number[] {
  const found: number[] = []
  for (let power = Math.floor(Math.log10(most)); power >= 0; power--)
    for (const digit of [5, 2, 1]) {
      const base = digit * 10 ** power
      const last = found.at(-1)
      const apart = last === undefined || x(last) - x(base) > 56
      if (base <= most && x(base) >= left && apart) found.push(base)
    }
  return found
}

interface Frame {
  x: (base: number) => number
  y: (rate: number) => number
  left: number
  right: number
  floor: number
}

/** Names beside their points, right or left, unless one already stands there. */
function names(points: readonly Point[], { x, y, left, right }: Frame) {
  const wanted = points.filter(({ row }) => points.length <= allNamed || row.beyond)
  const taken: Box[] = points.map(({ row, rate }) => [x(row.base) - 5, y(rate) - 5, 10, 10])
  return [...wanted]
    .sort((a, b) => Number(b.row.beyond !== null) - Number(a.row.beyond !== null))
    .map(({ row, rate, name }) => {
      const text = fitted(name, 132)
      const [px, py, width] = [x(row.base), y(rate), widthOf(text)]
      const beside = row.beyond ? 13 : 9
      const spots = [px + beside, px - beside - width].filter(
        (at) => at >= left && at + width <= right + 4,
      )
      const free = spots.find((at) => !taken.some((box) => meets(box, [at, py - 8, width, 16])))
      if (free === undefined) return nothing
      taken.push([free, py - 8, width, 16])
      return free > px
        ? svg`<text class="named ${row.beyond ? 'strong' : ''}" x=${free} y=${py + 4}>${text}</text>`
        : svg`<text class="named ${row.beyond ? 'strong' : ''}" text-anchor="end" x=${px - beside} y=${py + 4}>${text}</text>`
    })
}

const meets = (a: Box, b: Box) =>
  a[0] < b[0] + b[2] && b[0] < a[0] + a[2] && a[1] < b[1] + b[3] && b[1] < a[1] + a[3]

function limits(points: readonly Point[], end: 0 | 1, { x, y }: Frame): string {
  const path = line<Point>()
    .defined(({ row }) => row.limits !== null)
    .x(({ row }) => x(row.base))
    .y(({ row }) => y(row.limits?.[end] ?? 0))
    .curve(curveMonotoneX)
  return path(points) ?? ''
}

function axes(top: number, most: number, frame: Frame, { t, f }: Text) {
  const { x, y, left, right, floor } = frame
  return svg`${rateTicks(top, floor - ceiling, f).map(
    ({
      value,
      label,
    }) => svg`<path class=${value === 0 ? 'base-line' : 'grid'} d="M${left} ${y(value)}H${right}"/>
      <text x="0" y=${y(value) + 4}>${label}</text>`,
  )}
  ${baseTicks(most, frame).map(
    (base) => svg`<path class="tick" d="M${x(base)} ${floor}v5"/>
      <text text-anchor="middle" x=${x(base)} y=${floor + 20}>${f.count(base)}</text>`,
  )}
  <text text-anchor="end" x=${right} y=${floor + 38}>${t.segments.baseAxis}</text>`
}

/** `points`: by base, the smallest first; at least one. */
export function funnelChart(points: readonly Point[], centre: number, width: number, text: Text) {
  const height = width < 480 ? 260 : Math.min(340, Math.round(width * 0.42))
  const [left, right, floor] = [44, width - 10, height - 46]
  const most = Math.max(...points.map(({ row }) => row.base))
  const top = rateTop(
    points.map(({ row, rate }) => ({ rate, interval: row.limits, partial: false })),
  )
  // From a little below the smallest base on: large segments alone do not need the way from zero.
  const least = Math.sqrt(points[0]?.row.base ?? 0) * 0.6
  const x = (base: number) =>
    left + 8 + ((Math.sqrt(base) - least) / (Math.sqrt(most) - least)) * (right - left - 16)
  const y = (rate: number) => Math.max(ceiling, floor - (rate / top) * (floor - ceiling))
  const frame = { x, y, left, right, floor }
  const boxes = points.map(({ row, rate }): Box => [x(row.base) - 9, y(rate) - 9, 18, 18])
  const drawing = svg`${axes(top, most, frame, text)}
    <path class="limit centre" d="M${left} ${y(centre)}H${right}"/>
    <path class="limit" d=${limits(points, 0, frame)}/><path class="limit" d=${limits(points, 1, frame)}/>
    ${points.map(
      ({
        row,
        rate,
      }) => svg`${row.beyond ? svg`<circle class="mark" cx=${x(row.base)} cy=${y(rate)} r="8"/>` : nothing}
      <circle class="dot ${row.small ? 'open' : ''}" cx=${x(row.base)} cy=${y(rate)} r="4.5"/>`,
    )}
    ${names(points, frame)}`
  return { width, height, boxes, drawing }
}
