/**
 * The parts below the answer by name, always at hand while they are read: the report is several
 * screens long. A link moves eyes, focus and screen reader to the part's heading; the address stays
 * as it is, since what it holds after the # may be somebody's shared figures.
 */
import { html } from 'lit'

/** A part of the report: the id of its heading, its name, how it is drawn (`nothing` where it is not there). */
export type Part = readonly [heading: string, name: string, draw: () => unknown]

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

export const links = (parts: readonly Part[]) =>
  parts.map(([heading, name]) => html`<a href="#${heading}" @click=${goTo}>${name}</a>`)
