/** What the status of a subscription means: one menu per status found in the data. */
import { html, nothing } from 'lit'
import { live } from 'lit/directives/live.js'
import type { StatusRole } from '../engine/documents.js'
import { effective } from '../page/state.js'
import { choose, type View } from './context.js'

export function statusesForm(view: View) {
  const { t } = view.text
  const statuses = effective(view.state).statuses ?? []
  if (view.state.report?.data.shape !== 'subscriptions' || statuses.length === 0) return nothing
  const roles = Object.entries(t.settings.statusAs) as [StatusRole, string][]
  const set = (status: string) => (e: Event) => {
    const as = (e.target as HTMLSelectElement).value as StatusRole
    choose(view, {
      statuses: statuses.map((each) => (each.status === status ? { status, as } : each)),
    })
  }
  return html`<h3>${t.settings.statuses}</h3>
    <div class="choices">
      ${statuses.map(
        ({ status, as }) => html`<label class="choice"><span>${status}</span>
        <select data-focus=${`status-${status}`} @change=${set(status)}>
          ${roles.map(([role, label]) => html`<option value=${role} .selected=${live(role === as)}>${label}</option>`)}
        </select></label>`,
      )}
    </div>`
}
