/** How each column is read: a table of first values with a menu of meanings over every column. */
import { html, nothing } from 'lit'
import { live } from 'lit/directives/live.js'
import type { ColumnFound, Shape } from '../engine/documents.js'
import { partsOf, setPart, setShape } from '../page/column_parts.js'
import type { Part } from '../text/en_bring.js'
import type { View } from './context.js'

interface FilePreview {
  name: string
  shape: Shape
  columns: readonly ColumnFound[]
}

function files(view: View): FilePreview[] {
  const { report, summary } = view.state
  const columns = report?.data.columns ?? summary?.columns ?? []
  return (summary?.files ?? []).map(({ name, shape }) => ({
    name,
    shape: report?.data.shape ?? shape,
    columns: columns.filter((c) => c.file === name),
  }))
}

function head(view: View, file: FilePreview, column: ColumnFound, names: string[]) {
  const { state, text, send } = view
  const { t } = text
  const now: Part = column.part ?? 'none'
  const pick = (e: Event) => {
    const part = (e.target as HTMLSelectElement).value as Part
    send({
      type: 'chose',
      settings: setPart(state.settings.now, names, file.columns, column, part),
    })
  }
  return html`<th scope="col" class=${column.part ? 'used' : 'unused'}>
    <span class="column-name">${column.name}</span>
    <select aria-label=${t.source.partOf(column.name)} data-focus=${`part-${file.name}-${column.name}`} @change=${pick}>
      ${partsOf[file.shape].map((part) => html`<option value=${part} .selected=${live(part === now)}>${t.source.parts[part]}</option>`)}
    </select>
    <span class="soft small">${t.source.kinds[column.kind]}</span>
  </th>`
}

function shapeMenu(view: View, file: FilePreview, names: string[]) {
  const { state, text, send } = view
  const { t } = text
  const pick = (e: Event) => {
    const shape = (e.target as HTMLSelectElement).value as Shape
    send({ type: 'chose', settings: setShape(state.settings.now, names, file.name, shape) })
  }
  return html`<label class="row-choice"><span class="soft">${t.source.shape}</span>
    <select data-focus=${`shape-${file.name}`} @change=${pick}>
      ${(['planHistory', 'totals'] as const).map((shape) => html`<option value=${shape} .selected=${live(shape === file.shape)}>${t.source.shapeOf[shape]}</option>`)}
    </select>
  </label>`
}

function table(view: View, file: FilePreview, names: string[]) {
  const { t } = view.text
  const depth = Math.min(5, Math.max(0, ...file.columns.map((c) => c.sample.length)))
  const lines = Array.from({ length: depth }, (_, i) => i)
  return html`${names.length > 1 ? html`<h3>${file.name}</h3>` : nothing}${shapeMenu(view, file, names)}
    <div class="scroll" tabindex="0" role="region" aria-label=${file.name}>
      <table class="preview">
        <thead><tr>${file.columns.map((column) => head(view, file, column, names))}</tr></thead>
        <tbody>
          ${lines.map(
            (i) =>
              html`<tr>${file.columns.map((c) => html`<td class=${c.kind === 'number' ? 'num' : ''}>${c.sample[i] || html`<span class="soft">${t.source.blankCell}</span>`}</td>`)}</tr>`,
          )}
        </tbody>
      </table>
    </div>`
}

export function preview(view: View) {
  const { t } = view.text
  if (!view.state.previewOpen) return nothing
  const shown = files(view)
  const names = shown.map((file) => file.name)
  return html`<section id="columns" class="columns" aria-labelledby="columns-title">
    <div class="section-head"><h2 id="columns-title">${t.source.columnsTitle}</h2><p class="soft">${t.source.columnsHint}</p></div>
    ${shown.map((file) => table(view, file, names))}
  </section>`
}
