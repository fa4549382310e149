/**
 * A part of the page drawn once more, unseen, to take something along: in the colours of paper, charts at one
 * width whatever the screen, tables with all their rows, nothing pointed at. What is taken is what
 * the page itself says, so the two cannot differ.
 *
 * It stands in a shadow root with the page's own style sheets for as long as it takes to copy from it.
 */
import { render } from 'lit'
import { styleSheets } from '../view/styles.js'
import { light } from '../view/tokens.js'
import type { State } from './state.js'

/** Units of a drawing. */
const chartWidth = 896

export function forTaking(state: State): State {
  const widths = Object.fromEntries(Object.keys(state.widths).map((place) => [place, chartWidth]))
  const tables = new Proxy(state.tables, {
    get: (own, place: string) => ({ by: null, descending: false, ...own[place], all: true }),
  })
  return {
    ...state,
    widths,
    tables,
    walked: {},
    pointed: null,
    pinned: null,
    brushed: null,
    handed: null,
  }
}

export function drawnAgain<T>(template: unknown, take: (root: ShadowRoot) => T): T {
  const host = document.createElement('div')
  host.inert = true
  Object.assign(host.style, { position: 'fixed', left: '-9999px', top: '0', width: '1200px' })
  for (const [name, value] of Object.entries(light)) {
    const kebab = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    host.style.setProperty(`--${kebab}`, value)
  }
  const root = host.attachShadow({ mode: 'closed' })
  root.adoptedStyleSheets = styleSheets()
  document.body.append(host)
  try {
    render(template, root as unknown as HTMLElement)
    return take(root)
  } finally {
    host.remove()
  }
}
