/** What the views under "Why" and "Is it a good rate?" are made of: heading, one sentence, picture, table twin. */
import { html, nothing } from 'lit'
import type { View } from './context.js'
import { tableLinks } from './take_away.js'

export interface Part {
  /** Its class, for the style sheet. */
  place: string
  title: string
  hint?: string
  says: string
  body?: unknown
}

export const part = ({ place, title, hint, says, body = nothing }: Part) =>
  html`<div class="part ${place}">
    <h3>${title}</h3>
    ${hint ? html`<p class="soft small">${hint}</p>` : nothing}
    <p class="told">${says}</p>
    ${body}
  </div>`

type Cell = string | number

/** `words`: how many of the first columns hold words; the very first heads its row. */
export function table(
  view: View,
  label: string,
  heads: readonly string[],
  rows: readonly Cell[][],
  words = 1,
) {
  const side = (i: number) => (i > 0 && i < words ? 'words' : '')
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${label}>
    <table class="figures">
      <thead><tr>${heads.map((head, i) => html`<th scope="col" class=${side(i)}>${head}</th>`)}</tr></thead>
      <tbody>
        ${rows.map(
          ([first, ...rest]) => html`<tr>
            <th scope="row">${first}</th>
            ${rest.map((cell, i) => html`<td class=${side(i + 1)}>${cell}</td>`)}
          </tr>`,
        )}
      </tbody>
    </table>
  </div>
  ${tableLinks(view, label)}`
}

/** The same as the picture, in a table that opens. */
export const twin = (view: View, rows: unknown, label = view.text.t.journeys.asTable) =>
  html`<details class="twin"><summary>${label}</summary>${rows}</details>`
