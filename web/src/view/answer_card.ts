/** The answer to two typed numbers, in the place of the example: the same parts, in one card; or what is wrong with them. */
import { html, nothing } from 'lit'
import { errorText } from '../text/codes.js'
import { figure, formula, scale, verdict } from './answer.js'
import type { View } from './context.js'
import { distances } from './facts.js'
import { shownPeriod } from './shown.js'

export function answerCard(view: View) {
  const { t } = view.text
  const { error } = view.state
  if (error) {
    const { what, advice } = errorText(error, view.text)
    return html`<section class="card own" aria-live="polite"><h2 class="tag">${t.bring.typedAnswer}</h2><p>${what} ${advice}</p></section>`
  }
  const shown = shownPeriod(view)
  if (!shown) return nothing
  return html`<section class="card own" aria-live="polite">
    <h2 class="tag">${t.bring.typedAnswer}</h2>
    ${figure(shown, view)} ${formula(shown, view)} ${verdict(shown, view)} ${scale(shown, view, 'card', 320)}
    <dl class="facts narrow">${distances(shown, view)}</dl>
    <p><button class="button primary" @click=${() => view.send({ type: 'opened' })}>${t.bring.openAnswer}</button></p>
  </section>`
}
