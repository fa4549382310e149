/**
 * Bars that need not begin at zero, one under the other: steps from one amount to another, or parts
 * of a change on both sides of zero. The name before, the figure behind. Where all the amounts lie
 * far from zero the axis begins at `cut`: whole bars are broken there, and the page says so.
 */
import { tickStep } from 'd3-array'
import { nothing, svg } from 'lit'
import type { Box } from '../view/walk.js'
import { fitted, widthOf } from './names.js'

export interface Span {
  name: string
  from: number
  to: number
  figure: string
  /** A whole amount, a gain, or a loss. */
  kind: 'whole' | 'gain' | 'loss'
}

export interface SpanChart {
  width: number
  height: number
  boxes: Box[]
  /** Where the axis begins; null for zero. */
  cut: number | null
  drawing: unknown
}

const step = 30

/** Below zero and above it, or from the cut on. Wholes begin at zero, so only where they end counts. */
function range(spans: readonly Span[]): { low: number; high: number; cut: number | null } {
  const ends = spans.flatMap(({ from, to, kind }) => (kind === 'whole' ? [to] : [from, to]))
  const [least, most] = [Math.min(...ends), Math.max(...ends)]
  if (least > most * 0.6 && least < most) {
    const round = tickStep(0, most - least, 4)
    const cut = Math.max(0, Math.floor((least - (most - least) * 0.15) / round) * round)
    if (cut > 0) return { low: cut, high: most, cut }
  }
  return { low: Math.min(0, least), high: Math.max(0, most), cut: null }
}

/** `joined`: each bar begins where the one before ended, and a line says so. */
export function spanChart(spans: readonly Span[], place: number, joined: boolean): SpanChart {
  const width = Math.min(place, 720)
  const left = Math.min(width * 0.4, Math.max(...spans.map((span) => widthOf(span.name))) + 18)
  const after = Math.min(width * 0.35, Math.max(...spans.map((span) => widthOf(span.figure))) + 14)
  const { low, high, cut } = range(spans)
  const length = Math.max(20, width - left - after)
  const x = (value: number) =>
    left + (high > low ? (Math.max(low, value) - low) / (high - low) : 0) * length
  const drawing = spans.map(({ name, from, to, figure, kind }, i) => {
    const y = i * step
    const [start, end] = [Math.min(x(from), x(to)), Math.max(x(from), x(to))]
    const join =
      joined && i + 1 < spans.length
        ? svg`<path class="cross" d="M${x(to)} ${y + 24}V${y + step + 6}"/>`
        : nothing
    return svg`<text x="0" y=${y + 20}>${fitted(name, left - 8)}</text>
      <rect class="bar ${kind}" x=${start} y=${y + 6} width=${Math.max(1, end - start)} height="18" rx="2"/>
      ${cut !== null && kind === 'whole' ? svg`<path class="break" d="M${start + 8} ${y + 26}l6 -22m4 0l-6 22"/>` : nothing}${join}<text class="strong" x=${end + 8} y=${y + 20}>${figure}</text>`
  })
  const height = spans.length * step + 2
  const axis = svg`<path class="base-line" d="M${x(Math.max(low, 0))} 2V${height - 2}"/>`
  const boxes = spans.map((_, i): Box => [0, i * step, width, step])
  return { width, height, boxes, cut, drawing: [axis, ...drawing] }
}
