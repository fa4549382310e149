/** Of a workbook: which sheet is read, and the others to choose from. */
import { html, nothing } from 'lit'
import { live } from 'lit/directives/live.js'
import type { FileFound } from '../engine/documents.js'
import { setSheet } from '../page/column_parts.js'
import type { View } from './context.js'

export function sheetMenu(view: View, file: FileFound | undefined, names: string[]) {
  if (!file?.sheets || file.sheets.length < 2) return nothing
  const { t } = view.text
  const { settings } = view.state
  const now = file.sheet ?? null
  const pick = (e: Event) => {
    const sheet = (e.target as HTMLSelectElement).value
    view.send({ type: 'chose', settings: setSheet(settings.now, names, file.name, sheet) })
  }
  return html`<label class="row-choice"><span class="soft">${t.source.sheet}</span>
    <select data-focus=${`sheet-${file.name}`} @change=${pick}>
      ${now === null ? html`<option value="" disabled selected>${t.source.sheetOpen}</option>` : nothing}
      ${file.sheets.map(({ name, hidden }) => html`<option value=${name} .selected=${live(name === now)}>${hidden ? t.source.hiddenSheet(name) : name}</option>`)}
    </select>
  </label>`
}
