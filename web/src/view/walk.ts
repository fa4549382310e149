/**
 * A drawing one can walk through with the pointer or the arrow keys, spot by spot. Above it stands
 * what the spot says; to assistive technology the drawing is a slider whose value is that text.
 * Spots have a row and a column: left and right stay in the row, up and down go to the nearest spot
 * of the next row. A drawing wider than its place scrolls, and follows the spot.
 */
import { html, nothing, type SVGTemplateResult, svg } from 'lit'
import type { View } from './context.js'
import { pictureLinks } from './take_away.js'

/** Left, top, width, height in units of the drawing. */
export type Box = readonly [number, number, number, number]

export interface Spot {
  row: number
  column: number
  box: Box
  name: string
  figure: string
  facts: readonly string[]
}

export interface Walk {
  /** Names the place on the page; it is measured and keeps focus under this name. */
  place: string
  label: string
  width: number
  height: number
  spots: readonly Spot[]
  /** Read out before anyone points. */
  first: number
  drawing: unknown
  /** What marks the spot; a frame around its box where missing. */
  mark?: (spot: Spot) => SVGTemplateResult
  /** Under the drawing: what its marks mean. */
  legend?: unknown
}

/** The spot the key leads to; undefined for other keys, the same one at an edge. */
export function walkTo(key: string, at: number, spots: readonly Spot[]): number | undefined {
  const here = spots[at]
  if (!here) return undefined
  const rows = new Set(spots.map((spot) => spot.row)).size
  const way = rows === 1 ? sideways[key] : ways[key]
  if (key === 'Home') return 0
  if (key === 'End') return spots.length - 1
  if (!way) return undefined
  const ahead = (spot: Spot) =>
    way.along === 'column'
      ? spot.row === here.row && (spot.column - here.column) * way.by > 0
      : (spot.row - here.row) * way.by > 0
  const distance = (spot: Spot) =>
    Math.abs(spot.row - here.row) * 1000 + Math.abs(spot.column - here.column)
  const found = spots
    .map((spot, index) => ({ spot, index }))
    .filter(({ spot }) => ahead(spot))
    .sort((a, b) => distance(a.spot) - distance(b.spot))
  return found[(way.far ?? 1) - 1]?.index ?? found.at(-1)?.index ?? at
}

type Way = { along: 'column' | 'row'; by: 1 | -1; far?: number }
const ways: { readonly [key: string]: Way } = {
  ArrowLeft: { along: 'column', by: -1 },
  ArrowRight: { along: 'column', by: 1 },
  ArrowUp: { along: 'row', by: -1 },
  ArrowDown: { along: 'row', by: 1 },
}
const sideways: { readonly [key: string]: Way } = {
  ArrowLeft: { along: 'column', by: -1 },
  ArrowDown: { along: 'column', by: -1 },
  ArrowRight: { along: 'column', by: 1 },
  ArrowUp: { along: 'column', by: 1 },
  PageUp: { along: 'column', by: 1, far: 12 },
  PageDown: { along: 'column', by: -1, far: 12 },
}

/** Scrolls sideways as far as the spot needs to be seen. */
function reveal(drawing: HTMLElement, [x, , width]: Box, whole: number): void {
  const scroller = drawing.parentElement
  if (!scroller || scroller.scrollWidth <= scroller.clientWidth) return
  const scale = scroller.scrollWidth / whole
  const middle = (x + width / 2) * scale
  const inside = middle - scroller.scrollLeft
  if (inside < scroller.clientWidth * 0.3 || inside > scroller.clientWidth * 0.9)
    scroller.scrollLeft = middle - scroller.clientWidth / 2
}

const within = ([x, y, width, height]: Box, px: number, py: number) =>
  px >= x && px < x + width && py >= y && py < y + height

function readout({ name, figure, facts }: Spot) {
  return html`<div class="readout">
    <p><b><bdi>${name}</bdi></b> <b class="read-rate">${figure}</b></p>
    <p class="soft small">${facts.map((fact) => html`<span class="fact">${fact}</span>`)}</p>
  </div>`
}

const frame = ({ box: [x, y, width, height] }: Spot) =>
  svg`<rect class="ring" x=${x} y=${y} width=${width} height=${height} rx="2"/>`

/** A label names the drawing, then its keys. */
const nameIn = (label: string): string => label.split(/\.\s/)[0] ?? label

export function walk(view: View, shown: Walk) {
  const { place, spots, width, height } = shown
  const asked = view.state.walked[place]
  const at = asked !== undefined && spots[asked] ? asked : shown.first
  const spot = spots[at]
  if (!spot) return nothing
  const go = (index: number | null) => view.send({ type: 'walked', place, index })
  const key = (e: KeyboardEvent) => {
    if (e.key === 'Escape') return go(null)
    const now = view.now().walked[place]
    const to = walkTo(e.key, now !== undefined && spots[now] ? now : shown.first, spots)
    const next = to === undefined ? undefined : spots[to]
    if (to === undefined || !next) return
    e.preventDefault()
    reveal(e.currentTarget as HTMLElement, next.box, width)
    go(to)
  }
  const point = (e: PointerEvent) => {
    // The place is as wide as the column, the drawing only as wide as it needs.
    const drawn = (e.currentTarget as HTMLElement).querySelector('svg')
    if (!drawn) return
    const box = drawn.getBoundingClientRect()
    const px = ((e.clientX - box.left) / box.width) * width
    const py = ((e.clientY - box.top) / box.height) * height
    const index = spots.findIndex((each) => within(each.box, px, py))
    if (index >= 0) go(index)
  }
  const leave = (e: PointerEvent) => {
    if (e.pointerType === 'mouse' && !(e.currentTarget as Element).matches(':focus')) go(null)
  }
  const value = [`${spot.name}: ${spot.figure}`, ...spot.facts].join(', ')
  return html`${readout(spot)}
    <div class="measure" data-measure=${place}>
      <div class="scroll">
        <div class="walk chart" data-focus=${place} tabindex="0" role="slider" aria-label=${shown.label}
          aria-valuemin="1" aria-valuemax=${spots.length} aria-valuenow=${at + 1} aria-valuetext=${value}
          @keydown=${key} @pointermove=${point} @pointerdown=${point} @pointerleave=${leave}>
          <svg class="trend" aria-hidden="true" width="${width / 16}rem" viewBox="0 0 ${width} ${height}">
            ${shown.drawing} ${asked === undefined ? nothing : (shown.mark ?? frame)(spot)}
          </svg>
        </div>
      </div>
    </div>
    ${shown.legend ?? nothing} ${pictureLinks(view, place, nameIn(shown.label))}`
}
