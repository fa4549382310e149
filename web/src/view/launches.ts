/** Launches: days on which something changed. Each can be moved, named and taken away; a form adds one. */
import { html } from 'lit'
import { live } from 'lit/directives/live.js'
import type { Settings } from '../engine/documents.js'
import { effective } from '../page/state.js'
import { choose, type View } from './context.js'

type Launch = NonNullable<Settings['launches']>[number]

export function launchesForm(view: View) {
  const { t } = view.text
  const launches = effective(view.state).launches ?? []
  const send = (next: Launch[]) => choose(view, { launches: next })
  const value = (e: Event) => (e.target as HTMLInputElement).value.trim()
  const change = (at: number, part: Partial<Launch>) =>
    send(launches.map((old, i) => (i === at ? { ...old, ...part } : old)))
  const move = (at: number) => (e: Event) => {
    const input = e.target as HTMLInputElement
    const before = launches[at]?.date.slice(0, 10) ?? ''
    if (input.value) change(at, { date: input.value })
    else input.value = before
  }
  const add = (e: Event) => {
    e.preventDefault()
    const form = e.currentTarget as HTMLFormElement
    const data = new FormData(form)
    const [date, name] = [String(data.get('date')), String(data.get('name')).trim()]
    if (!date) return
    send([...launches, { date, name }])
    form.reset()
  }
  return html`<details class="more">
    <summary>${t.trend.launches}${launches.length > 0 ? ` (${launches.length})` : ''}</summary>
    <p class="soft small">${t.trend.launchHelp}</p>
    <ul class="launches">
      ${launches.map(
        (launch, i) => html`<li>
          <input type="date" aria-label=${t.trend.launchDay} data-focus=${`launch-day-${i}`} .value=${live(launch.date.slice(0, 10))} @change=${move(i)} />
          <input type="text" aria-label=${t.trend.launchName} data-focus=${`launch-name-${i}`} .value=${live(launch.name)} @change=${(e: Event) => change(i, { name: value(e) })} />
          <button class="icon" aria-label=${t.trend.launchRemove(launch.name || launch.date)} @click=${() => send(launches.filter((_, j) => j !== i))}>×</button>
        </li>`,
      )}
    </ul>
    <form class="launches new" aria-label=${t.trend.launchNew} @submit=${add}>
      <input type="date" name="date" aria-label=${t.trend.launchDay} required />
      <input type="text" name="name" aria-label=${t.trend.launchName} placeholder=${t.trend.launchName} maxlength="80" />
      <button class="link" data-focus="launch-add">${t.trend.launchAdd}</button>
    </form>
  </details>`
}
