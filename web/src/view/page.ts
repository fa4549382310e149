/** The whole page as a function of the state: first minute, or the answer with all that stands behind it. */
import { html, nothing } from 'lit'
import { answered } from '../page/state.js'
import { answer } from './answer.js'
import { bring } from './bring.js'
import type { View } from './context.js'
import { counted } from './counted.js'
import { errorNote } from './error_note.js'
import { masthead } from './masthead.js'
import { preview } from './preview.js'
import { reading } from './reading.js'
import { rows } from './rows.js'
import { trend } from './trend.js'

const full = (view: View) => html`<main id="main" class="full" tabindex="-1">
  <div class="wide">
    ${view.state.error ? errorNote(view, view.state.error) : nothing} ${view.state.reading ? reading(view, view.state.reading) : nothing}
    ${preview(view)}
  </div>
  <div class="story">${answer(view)} ${trend(view)} ${rows(view)}</div>
  ${counted(view)}
</main>`

export const page = (view: View) => html`
  ${masthead(view)} ${answered(view.state) ? full(view) : bring(view)}
  ${view.state.dragging && answered(view.state) ? html`<div class="drop-veil">${view.text.t.bring.dropNow}</div>` : nothing}
`
