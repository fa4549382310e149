/**
 * One range of days as the headline. People say the last day that counts, the settings the first that
 * does not; years that the data covers stand there to be clicked.
 */
import { html, nothing } from 'lit'
import type { Settings } from '../engine/documents.js'
import { choose, shownCalendar, type View } from './context.js'

const dayLength = 86_400_000
const mostYears = 8

/** The day so many days later; nothing where it is none. */
function later(day: string, days: number): string {
  const instant = Date.parse(`${day}T00:00:00Z`)
  return Number.isNaN(instant)
    ? ''
    : new Date(instant + days * dayLength).toISOString().slice(0, 10)
}

/** Calendar years in which the data lies, the latest ones. */
function years(view: View): number[] {
  const { firstInstant, lastInstant } = view.state.report?.data ?? {}
  if (!firstInstant || !lastInstant) return []
  const { timeZone } = shownCalendar(view.state)
  const year = (instant: string) => Number(view.text.f.isoDay(instant, timeZone).slice(0, 4))
  const all = []
  for (let y = year(firstInstant); y <= year(lastInstant); y++) all.push(y)
  return all.slice(-mostYears)
}

export function rangeForm(view: View, now: Settings) {
  const { t } = view.text
  const use = (start: string, end: string) => {
    choose(view, { range: { start, end } })
    view.send({ type: 'picked', index: null })
  }
  const submit = (e: Event) => {
    e.preventDefault()
    const data = new FormData(e.currentTarget as HTMLFormElement)
    const [start, end] = [String(data.get('start')), later(String(data.get('last')), 1)]
    if (start && end && start < end) use(start, end)
  }
  const year = (y: number) =>
    html`<button type="button" class="link" @click=${() => use(`${y}-01-01`, `${y + 1}-01-01`)}>${y}</button> `
  const { start = '', end = '' } = now.range ?? {}
  return html`<form class="range" @submit=${submit}>
    <p class="soft small">${t.settings.range} ${years(view).map(year)}</p>
    <div class="range-row">
      <label><span class="soft small">${t.settings.rangeFrom}</span><input type="date" name="start" .value=${start.slice(0, 10)} required /></label>
      <label><span class="soft small">${t.settings.rangeTo}</span><input type="date" name="last" .value=${later(end.slice(0, 10), -1)} required /></label>
    </div>
    <p class="small">
      <button class="link">${t.settings.rangeApply}</button>
      ${now.range ? html`<button type="button" class="link" @click=${() => choose(view, { range: null })}>${t.settings.rangeClear}</button>` : nothing}
    </p>
  </form>`
}
