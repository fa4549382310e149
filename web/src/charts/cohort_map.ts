/**
 * Cohorts as a heat map: one row per cohort, one column per age, the larger the share the stronger
 * the fill. A period that is not over is hatched. Cohorts of too few customers have no share: their
 * cells are outlined and hold the count. Shares are written into the cells where there is room.
 */
import { nothing, svg } from 'lit'
import type { Cohort } from '../engine/documents_journeys.js'
import type { Text } from '../text/language.js'
import type { Box } from '../view/walk.js'
import { fitted } from './names.js'

const head = 40
const cellHeight = 24
const nameWidth = 78
const countWidth = 36
const left = nameWidth + countWidth + 10

export interface CohortMap {
  width: number
  height: number
  boxes: { row: number; age: number; box: Box }[]
  /** The largest share drawn. */
  most: number
  drawing: unknown
}

export interface CohortFrame {
  rows: readonly Cohort[]
  names: readonly string[]
  /** Shares of smaller cohorts are not shown. */
  leastCustomers: number
  place: number
  ageLabel: string
  text: Text
}

function cell(
  cohort: Cohort,
  age: number,
  [x, y, width, height]: Box,
  most: number,
  frame: CohortFrame,
) {
  const { f } = frame.text
  const share = cohort.shares[age] ?? 0
  const few = cohort.customers < frame.leastCustomers
  const running = age >= cohort.complete
  const words = few ? f.count(cohort.upgraded[age]) : f.percent(share, 0)
  const strength = (share === 0 || most === 0 ? 0.03 : 0.08 + 0.42 * (share / most)).toFixed(3)
  const place = { x: x + 1, y: y + 1, width: width - 2, height: height - 2 }
  return svg`<rect class="heat ${few ? 'few' : ''}" fill-opacity=${few ? 0 : strength}
      x=${place.x} y=${place.y} width=${place.width} height=${place.height}/>
    ${running ? svg`<rect class="hatched" fill="url(#hatch)" x=${place.x} y=${place.y} width=${place.width} height=${place.height}/>` : nothing}
    ${width >= 29 || few ? svg`<text class="tiny strong ${running ? 'over' : ''}" text-anchor="middle" x=${x + width / 2} y=${y + 16}>${words}</text>` : nothing}`
}

/** Every how many ages one is labelled. */
const stepFor = (cellWidth: number) => [1, 2, 3, 6, 12].find((step) => step * cellWidth >= 26) ?? 12

export const hatch = svg`<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <path class="hatch-line" d="M0 0V6"/></pattern></defs>`

export function cohortMap(frame: CohortFrame): CohortMap {
  const { rows, names, text } = frame
  const ages = Math.max(1, ...rows.map((row) => row.shares.length))
  const cellWidth = Math.max(18, Math.min(44, (frame.place - left) / ages))
  const shown = rows.filter((row) => row.customers >= frame.leastCustomers)
  const most = Math.max(0, ...shown.flatMap((row) => row.shares))
  const boxes = rows.flatMap((cohort, row) =>
    cohort.shares.map((_, age) => {
      const box: Box = [left + age * cellWidth, head + row * cellHeight, cellWidth, cellHeight]
      return { row, age, box }
    }),
  )
  const step = stepFor(cellWidth)
  const marked = Array.from({ length: ages }, (_, age) => age).filter((age) => age % step === 0)
  const drawing = svg`${hatch}
    <text x=${left} y="14">${frame.ageLabel}</text>
    ${marked.map((age) => svg`<text text-anchor="middle" x=${left + (age + 0.5) * cellWidth} y="32">${text.f.count(age)}</text>`)}
    ${rows.map((cohort, row) => {
      const y = head + row * cellHeight + 17
      return svg`<text x="0" y=${y}>${fitted(names[row] ?? cohort.label, nameWidth)}</text>
        <text text-anchor="end" x=${nameWidth + countWidth} y=${y}>${text.f.count(cohort.customers)}</text>`
    })}
    ${boxes.map(({ row, age, box }) => cell(rows[row] as Cohort, age, box, most, frame))}`
  const width = Math.max(left + ages * cellWidth, 240)
  return { width, height: head + rows.length * cellHeight + 4, boxes, most, drawing }
}
