/**
 * A page that came from a link: the answer and what stands behind it, without what needs rows. In
 * widget dress only the view that the link names, and nothing around it.
 */
import { html, nothing, type TemplateResult } from 'lit'
import type { Report } from '../engine/documents.js'
import { answer } from './answer.js'
import { cohorts } from './cohorts.js'
import type { View } from './context.js'
import { errorNote } from './error_note.js'
import { good } from './good.js'
import { guide } from './guide.js'
import { reason } from './journeys_say.js'
import { money } from './money.js'
import { notesFor } from './notes.js'
import { segments } from './segments.js'
import { trend } from './trend.js'
import { why } from './why.js'

const whole = (view: View): TemplateResult =>
  html`${answer(view)} ${trend(view)} ${why(view)} ${money(view)} ${good(view)} ${guide(view)}`

function widget(view: View, report: Report) {
  switch (view.state.shared?.view) {
    case 'kpi':
      return answer(view)
    case 'trend':
      return trend(view)
    case 'segments':
      return segments(view, report)
    case 'cohorts':
      return report.cohorts === null
        ? html`<p class="empty">${reason(view, 'journeys.needCustomers')}</p>`
        : cohorts(view, report)
    case 'full':
      return html`${answer(view)} ${trend(view)} ${why(view)} ${money(view)} ${good(view)}`
    default:
      return whole(view)
  }
}

function fromLink(view: View) {
  const { t } = view.text
  return html`<p class="from-link"><b>${t.share.fromLink}</b> <span class="soft">${t.share.fromLinkHow}</span>
    <button class="link" data-focus="new" @click=${() => view.send({ type: 'cleared' })}>${t.source.newData}</button></p>`
}

export function sharedPage(view: View) {
  const { state, text } = view
  const { report, error, shared } = state
  const shows = shared?.view ?? 'page'
  const notes = shows === 'page' || shows === 'full' ? notesFor(view, 'file') : nothing
  const above =
    shows === 'page' || error
      ? html`<div class="wide">${shows === 'page' ? fromLink(view) : nothing} ${error ? errorNote(view, error) : nothing}</div>`
      : nothing
  return html`<main id="main" class="full shared" data-view=${shows} tabindex="-1">
    ${above}
    <div class="story">
      ${report ? html`${widget(view, report)} ${notes}` : error ? nothing : html`<p class="soft" role="status">${text.t.share.opening}</p>`}
    </div>
  </main>`
}
