/** The line on top: the name, what was loaded in one line of facts, privacy, language, colours. */
import { html, nothing } from 'lit'
import { live } from 'lit/directives/live.js'
import type { Ledger, Report } from '../engine/documents.js'
import { answered } from '../page/state.js'
import type { Language } from '../text/language.js'
import { shownCalendar, sourceName, type View } from './context.js'

const mark = html`<svg class="mark" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
  <path d="M2 18V13h5V8.5h5V4h6v14z" />
</svg>`

const setAsideRows = (ledger: Ledger) =>
  ledger.duplicate + ledger.superseded + ledger.ignored + ledger.rejected

/** Rows, customers and span of what is loaded, in words. */
export function loadedFacts(view: View, report: Report): string[] {
  const { t, f } = view.text
  const { data, ledger } = report
  const zone = shownCalendar(view.state).timeZone
  const sheets = report.settings.files?.flatMap(({ sheet }) => sheet ?? []) ?? []
  const found = sheets.map((sheet) => `${t.source.sheet} ${sheet}`)
  found.push(`${t.source.rows(ledger.rows, f)}, ${t.source.shapes[data.shape]}`)
  if (data.customers != null) found.push(t.source.customers(data.customers, f))
  if (data.firstInstant && data.lastInstant) {
    const afterLast = new Date(Date.parse(data.lastInstant) + 1).toISOString()
    found.push(f.months(data.firstInstant, afterLast, zone))
  }
  return found
}

export const loadedName = ({ state, text: { t } }: View): string =>
  state.origin === 'typed' ? t.source.twoNumbers : sourceName(state.sources ?? [])

function loaded(view: View) {
  const { state, text, send } = view
  const { report, sources } = state
  if (!answered(state) || !report || !sources) return nothing
  const { t, f } = text
  const aside = setAsideRows(report.ledger)
  return html`<div class="loaded">
    <p class="file">
      <strong>${loadedName(view)}</strong>
      ${state.origin === 'typed' ? nothing : loadedFacts(view, report).map((fact) => html`<span class="fact">${fact}</span>`)}
      ${
        state.origin === 'typed'
          ? nothing
          : html`<span class="fact">${aside > 0 ? html`<a href="#rows">${t.source.setAside(aside, f)}</a>` : t.source.noneSetAside}</span>`
      }
      <span class="file-acts">${
        state.origin === 'typed' || report.data.columns.length === 0
          ? nothing
          : html`<button class="link" data-focus="columns" aria-expanded=${state.previewOpen} aria-controls="columns"
            @click=${() => send({ type: 'previewed', open: !state.previewOpen })}>${t.source.columns}</button>`
      }
      <button class="link" data-focus="new" @click=${() => send({ type: 'cleared' })}>${t.source.newData}</button></span>
    </p>
  </div>`
}

function switches(view: View) {
  const { state, text, send } = view
  const { t } = text
  const languages: [Language, string][] = [
    ['en', 'English'],
    ['de', 'Deutsch'],
  ]
  const on = (handler: (value: string) => void) => (e: Event) =>
    handler((e.target as HTMLSelectElement).value)
  return html`<div class="switches">
    <details class="privacy">
      <summary>${t.bring.privacy}</summary>
      <p class="pop">${t.bring.privacyHow}</p>
    </details>
    <select class="quiet" aria-label=${t.languageSwitch} @change=${on((value) => send({ type: 'language', language: value as Language }))}>
      ${languages.map(([code, name]) => html`<option value=${code} lang=${code} .selected=${live(code === state.language)}>${name}</option>`)}
    </select>
    <select class="quiet" aria-label=${t.themeSwitch} @change=${on((value) => send({ type: 'theme', theme: value as 'system' }))}>
      ${(['system', 'light', 'dark'] as const).map(
        (theme) =>
          html`<option value=${theme} .selected=${live(theme === state.theme)}>${t.themes[theme]}</option>`,
      )}
    </select>
  </div>`
}

export const masthead = (view: View) => html`<header class="masthead">
  <a class="skip" href="#main">${view.text.t.skip}</a>
  <span class="brand">${mark}<b>${view.text.t.title}</b></span>
  ${loaded(view)} ${switches(view)}
</header>`
