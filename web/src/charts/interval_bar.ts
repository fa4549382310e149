/** A rate and its interval as a small drawing for one cell of a table, beside the rate of all. */
import { nothing, svg } from 'lit'

const [width, height] = [112, 16]

/** `top`: the rate at the right end. `centre`: a rate to compare with, where there is one. */
export function intervalBar(
  rate: number | null,
  interval: readonly [number, number] | null,
  top: number,
  centre: number | null,
) {
  if (rate === null) return nothing
  const x = (value: number) => 5 + Math.min(1, value / top) * (width - 10)
  return svg`<svg class="trend spark" aria-hidden="true" viewBox="0 0 ${width} ${height}">
    ${centre === null ? nothing : svg`<path class="limit" d="M${x(centre)} 0V${height}"/>`}
    ${interval ? svg`<path class="bar-whisker" d="M${x(interval[0])} 8H${x(interval[1])}M${x(interval[0])} 4v8M${x(interval[1])} 4v8"/>` : nothing}
    <circle class="dot" cx=${x(rate)} cy="8" r="4"/>
  </svg>`
}
