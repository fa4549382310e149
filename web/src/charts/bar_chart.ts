/**
 * A few bars, one under the other: the name before, the figure behind, an interval as a whisker. A
 * bar without a value is only its two texts.
 */
import { nothing, svg } from 'lit'
import type { Box } from '../view/walk.js'
import { fitted, widthOf } from './names.js'

export interface Bar {
  name: string
  /** From 0; null for no bar. */
  value: number | null
  interval?: readonly [number, number] | null
  figure: string
  /** Filled, or outlined. */
  outlined?: boolean
}

export interface BarChart {
  width: number
  height: number
  boxes: Box[]
  drawing: unknown
}

const step = 34

/** `top`: the value of a bar of full length. */
export function barChart(bars: readonly Bar[], top: number, place: number): BarChart {
  const width = Math.min(place, 640)
  const left = Math.min(width * 0.46, Math.max(...bars.map((bar) => widthOf(bar.name))) + 12)
  const after = Math.min(width * 0.35, Math.max(...bars.map((bar) => widthOf(bar.figure))) + 12)
  const length = Math.max(20, width - left - after)
  const x = (value: number) => left + (top > 0 ? Math.min(1, value / top) : 0) * length
  const boxes = bars.map((_, i): Box => [0, i * step, width, step])
  const drawing = bars.map((bar, i) => {
    const y = i * step
    const end = Math.max(x(bar.value ?? 0), x(bar.interval?.[1] ?? 0))
    const whisker = bar.interval
      ? svg`<path class="whisker" d="M${x(bar.interval[0])} ${y + 12}v10M${x(bar.interval[0])} ${y + 17}H${x(bar.interval[1])}M${x(bar.interval[1])} ${y + 12}v10"/>`
      : nothing
    return svg`<text x="0" y=${y + 22}>${fitted(bar.name, left - 8)}</text>
      ${bar.value === null ? nothing : svg`<rect class="bar ${bar.outlined ? 'outlined' : ''}" x=${left} y=${y + 8} width=${Math.max(1, x(bar.value) - left)} height="18" rx="2"/>`}
      ${whisker}<text class="strong" x=${(bar.value === null ? left : end) + 8} y=${y + 22}>${bar.figure}</text>`
  })
  return { width, height: bars.length * step, boxes, drawing }
}
