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
import { handedOut } from './hand_out.js'
import { inTurn } from './in_turn.js'
import { masthead } from './masthead.js'
import { money } from './money.js'
import { links, type Part } from './parts_nav.js'
import { preview } from './preview.js'
import { reading } from './reading.js'
import { rows } from './rows.js'
import { share } from './share.js'
import { sharedPage } from './shared.js'
import { trend } from './trend.js'
import { why } from './why.js'

/**
 * What takes longer than the answer. Until it has come the former report stands there, marked as
 * being counted; of its periods none is picked where the new answer has others.
 */
function below(view: View) {
  const { report, finished, picked } = view.state
  const { t } = view.text
  const waits = report?.unfinished === true
  const same = finished?.periods.length === report?.periods.length
  const former = { ...view.state, report: finished, picked: same ? picked : null }
  const shown = waits ? { ...view, state: former } : view
  const parts: Part[] = [
    ['trend-title', t.trend.title, () => trend(view)],
    ['why-title', t.journeys.why, () => why(shown, (draw) => inTurn(shown.state.report, draw))],
    ['money-title', t.money.title, () => money(shown)],
    ['good-title', t.journeys.good, () => good(shown)],
    ['guide-title', t.guide.title, () => guide(shown)],
    ['rows-title', t.rows.title, () => rows(shown)],
    ['share-title', t.share.title, () => share(view)],
  ]
  const there: Part[] = []
  const [first, ...others] = parts.map((part, i) =>
    inTurn(i === 0 ? report : shown.state.report, () => {
      const body = part[2]()
      if (body !== nothing) there.push(part)
      return body
    }),
  )
  const rest = () => html`<div class="rest" aria-busy=${waits ? 'true' : 'false'}>
    ${waits ? html`<p class="soft small rest-waits" role="status">${t.reading.counting}</p>` : nothing}
    ${others}
  </div>`
  return html`<div class="story below">
    <nav class="parts" aria-label=${t.parts}>${inTurn(report, () => links(there), true)}</nav>
    ${first} ${inTurn(report, rest)}
  </div>`
}

const full = (view: View) => html`<main id="main" class="full" tabindex="-1">
  <div class="wide">
    ${view.state.error ? errorNote(view, view.state.error) : nothing} ${view.state.reading ? reading(view, view.state.reading) : nothing}
    ${preview(view)}
  </div>
  <div class="story">${filterLine(view)} ${answer(view)}</div>
  ${inTurn(view.state.report, () => counted(view))} ${inTurn(view.state.report, () => below(view))}
</main>`

/** Further reading, beside this file where it is hosted. Nothing on the page depends on it. */
const foot = ({ text: { t } }: View) => html`<footer class="foot">
  <a href="docs/definitions.html" hreflang="en">${t.docs.figures}</a>
  <a href="docs/inputs.html" hreflang="en">${t.docs.inputs}</a>
  <a href="docs/privacy.html" hreflang="en">${t.docs.privacy}</a>
  <a href="docs/changelog.html" hreflang="en">${t.docs.changelog}</a>
  <a href="docs/index.html" hreflang="en">${t.docs.all}</a>
</footer>`

function newVersion({ state, text: { t } }: View) {
  if (!state.renew) return nothing
  return html`<p class="new-version" role="status">${t.newVersion.there}
    <button class="link" data-focus="renew" @click=${state.renew}>${t.newVersion.reload}</button></p>`
}

const body = (view: View) => {
  if (view.state.shared) return sharedPage(view)
  return answered(view.state) ? full(view) : bring(view)
}

/** In widget dress there is nothing around the view. */
export const page = (view: View) => {
  const widget = Boolean(view.state.shared?.view)
  return html`
  ${widget ? nothing : html`${newVersion(view)} ${masthead(view)}`} ${body(view)} ${widget ? nothing : foot(view)} ${handedOut(view)}
  ${view.state.dragging && answered(view.state) ? html`<div class="drop-veil">${view.text.t.bring.dropNow}</div>` : nothing}
`
}
