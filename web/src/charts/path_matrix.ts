/**
 * Moves between plans as a matrix: the plan left down, the plan reached across, in the order of the
 * ladder. A cell holds how many customers and the word for the kind of move; the more customers, the
 * stronger its fill. Fill and outline tell the kinds apart besides the word.
 */
import { nothing, svg } from 'lit'
import type { Path } from '../engine/documents_journeys.js'
import type { Text } from '../text/language.js'
import type { Box } from '../view/walk.js'
import { fitted, widthOf } from './names.js'

const head = 44
const cellHeight = 48
/** A cell that holds a word; a narrower one holds an arrow, explained below the matrix. */
const wordWidth = 66
const leastWidth = 42
const arrows = { upgrade: '↑', downgrade: '↓', switch: '⇄' } as const

export interface PathMatrix {
  width: number
  height: number
  /** As the paths. */
  boxes: Box[]
  /** As the paths: row of the plan left, column of the plan reached. */
  places: { row: number; column: number }[]
  drawing: unknown
}

/** Those of `ladder` that take part, in its order. */
const plansOf = (paths: readonly Path[], ladder: readonly string[]): string[] => {
  const moved = new Set(paths.flatMap(({ from, to }) => [from, to]))
  return [
    ...ladder.filter((plan) => moved.has(plan)),
    ...[...moved].filter((plan) => !ladder.includes(plan)),
  ]
}

function cell(path: Path, [x, y, width, height]: Box, most: number, { t, f }: Text) {
  const word = width < wordWidth ? arrows[path.kind] : t.journeys.kinds[path.kind]
  const strength = (0.12 + 0.38 * (path.customers / most)).toFixed(3)
  return svg`<rect class="move ${path.kind}" fill-opacity=${path.kind === 'switch' ? 0 : strength}
      x=${x + 1} y=${y + 1} width=${width - 2} height=${height - 2} rx="3"/>
    <text class="strong" text-anchor="middle" x=${x + width / 2} y=${y + 21}>${f.count(path.customers)}</text>
    <text class="tiny" text-anchor="middle" x=${x + width / 2} y=${y + 38}>${word}</text>`
}

const legend = (paths: readonly Path[], { t }: Text): string =>
  [...new Set(paths.map(({ kind }) => kind))]
    .map((kind) => `${arrows[kind]} ${t.journeys.kinds[kind]}`)
    .join('   ')

export function pathMatrix(
  paths: readonly Path[],
  ladder: readonly string[],
  place: number,
  text: Text,
): PathMatrix {
  const { t } = text
  const plans = plansOf(paths, ladder)
  const left = Math.min(120, Math.max(widthOf(t.journeys.corner), ...plans.map(widthOf)) + 10)
  const cellWidth = Math.max(leastWidth, Math.min(120, (place - left) / plans.length))
  const width = Math.max(left + cellWidth * plans.length, Math.min(place, 280))
  const arrowed = cellWidth < wordWidth
  const bottom = head + cellHeight * plans.length
  const height = bottom + (arrowed ? 24 : 0)
  const places = paths.map(({ from, to }) => ({
    row: plans.indexOf(from),
    column: plans.indexOf(to),
  }))
  const boxAt = (row: number, column: number): Box => [
    left + column * cellWidth,
    head + row * cellHeight,
    cellWidth,
    cellHeight,
  ]
  const boxes = places.map(({ row, column }) => boxAt(row, column))
  const most = Math.max(1, ...paths.map((path) => path.customers))
  const drawing = svg`<text x="0" y="22">${t.journeys.corner}</text>
    ${plans.map((plan, i) => {
      const [x, y] = boxAt(i, i)
      return svg`<text text-anchor="middle" x=${x + cellWidth / 2} y="22">${fitted(plan, cellWidth - 4)}</text>
        <text x="0" y=${y + 28}>${fitted(plan, left - 6)}</text>
        <path class="grid" d="M0 ${y}H${left + cellWidth * plans.length}"/>
        <path class="same" d="M${x + cellWidth / 2 - 6} ${y + cellHeight / 2}h12"/>`
    })}
    ${paths.map((path, i) => {
      const box = boxes[i]
      return box ? cell(path, box, most, text) : nothing
    })}
    ${arrowed ? svg`<text x="0" y=${bottom + 18}>${legend(paths, text)}</text>` : nothing}`
  return { width, height, boxes, places, drawing }
}
