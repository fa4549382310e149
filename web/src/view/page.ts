/** The whole page as a function of the state: first minute, or the answer with all that stands behind it. */
import { html, nothing } from 'lit'
import { answered } from '../page/state.js'
import { answer } from './answer.js'
import { bring } from './bring.js'
import type { View } from './context.js'
import { counted } from './counted.js'
import { errorNote } from './error_note.js'
import { filterLine } from './filters.js'
import { good } from './good.js'
import { guide } from './guide.js'
import { masthead } from './masthead.js'
import { money } from './money.js'
import { preview } from './preview.js'
import { reading } from './reading.js'
import { rows } from './rows.js'
import { share } from './share.js'
import { sharedPage } from './shared.js'
import { trend } from './trend.js'
import { why } from './why.js'

const full = (view: View) => html`<main id="main" class="full" tabindex="-1">
  <div class="wide">
    ${view.state.error ? errorNote(view, view.state.error) : nothing} ${view.state.reading ? reading(view, view.state.reading) : nothing}
    ${preview(view)}
  </div>
  <div class="story">${filterLine(view)} ${answer(view)} ${trend(view)} ${why(view)} ${money(view)} ${good(view)} ${guide(view)} ${rows(view)} ${share(view)}</div>
  ${counted(view)}
</main>`

/** Further reading, beside this file where it is hosted. Nothing on the page depends on it. */
const foot = ({ text: { t } }: View) => html`<footer class="foot">
  <a href="docs/definitions.html" hreflang="en">${t.docs.figures}</a>
  <a href="docs/inputs.html" hreflang="en">${t.docs.inputs}</a>
  <a href="docs/privacy.html" hreflang="en">${t.docs.privacy}</a>
  <a href="docs/index.html" hreflang="en">${t.docs.all}</a>
</footer>`

export const page = (view: View) => html`
  ${view.state.shared?.view ? nothing : masthead(view)} ${view.state.shared ? sharedPage(view) : answered(view.state) ? full(view) : bring(view)} ${view.state.shared?.view ? nothing : foot(view)}
  ${view.state.dragging && answered(view.state) ? html`<div class="drop-veil">${view.text.t.bring.dropNow}</div>` : nothing}
`
