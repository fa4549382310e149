/**
 * The parts below the answer by name, always at hand while they are read: the report is several
 * screens long. A link moves eyes, focus and screen reader to the part's heading; the address stays
 * as it is, since what it holds after the # may be somebody's shared figures.
 */
import { html, nothing } from 'lit'
import type { View } from './context.js'

/** A part that the report has: the id of its heading, its name, what is drawn. */
export type Part = readonly [heading: string, name: string, body: unknown]

function goTo(e: Event) {
  e.preventDefault()
  const link = e.currentTarget as HTMLAnchorElement
  const heading = document.getElementById(link.hash.slice(1))
  if (!heading) return
  heading.tabIndex = -1
  heading.focus({ preventScroll: true })
  // Instantly: what lies between is drawn, and gets its true height, only when it comes near.
  heading.scrollIntoView({ behavior: 'instant' })
}

export function partsNav({ text: { t } }: View, parts: readonly Part[]) {
  const there = parts.filter(([, , body]) => body !== nothing)
  return html`<nav class="parts" aria-label=${t.parts}>
    ${there.map(([heading, name]) => html`<a href="#${heading}" @click=${goTo}>${name}</a>`)}
  </nav>`
}
