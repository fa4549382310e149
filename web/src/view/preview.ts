/**
 * How each column is read: a table of first values with a menu of meanings over every column, and
 * what one row is. Where a reading failed this is the way on, so it opens by itself.
 */
import { html, nothing } from 'lit'
import { live } from 'lit/directives/live.js'
import type { ColumnFound, FileFound, Shape, ShapeGuess } from '../engine/documents.js'
import {
  filesOf,
  partsFor,
  setPart,
  setShape,
  shapesOffered,
  withChosen,
} from '../page/column_parts.js'
import type { Part } from '../text/en_bring.js'
import type { View } from './context.js'
import { sheetMenu } from './sheet_menu.js'

interface FilePreview {
  name: string
  /** Null where it is not known. */
  shape: Shape | null
  columns: readonly ColumnFound[]
  found: FileFound | undefined
}

function files(view: View): FilePreview[] {
  const { summary, settings } = view.state
  if (!summary) return []
  const names = summary.files.map((file) => file.name)
  return filesOf(settings.now, names).map((chosen, i) => {
    const name = names[i] as string
    const own = summary.columns.filter((c) => c.file === name)
    const found = summary.files[i]
    const shape = chosen.shape ?? found?.shape ?? null
    return { name, shape, columns: withChosen(own, chosen), found }
  })
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
      ${partsFor(file.shape).map((part) => html`<option value=${part} .selected=${live(part === now)}>${t.source.parts[part]}</option>`)}
    </select>
    <span class="soft small">${t.source.kinds[column.kind]}</span>
  </th>`
}

function shapeMenu(view: View, file: FilePreview, names: string[]) {
  const { state, text, send } = view
  const { t, f } = text
  const pick = (e: Event) => {
    const shape = ((e.target as HTMLSelectElement).value || null) as Shape | null
    send({ type: 'chose', settings: setShape(state.settings.now, names, file.name, shape) })
  }
  const { guess, runnerUp } = file.found ?? {}
  const guessed = guess && file.shape === guess.shape
  return html`<div class="shape-choice"><label class="row-choice"><span class="soft">${t.source.shape}</span>
    <select data-focus=${`shape-${file.name}`} @change=${pick}>
      ${file.shape ? nothing : html`<option value="" selected>${t.source.shapeOpen}</option>`}
      ${shapesOffered.map((shape) => html`<option value=${shape} .selected=${live(shape === file.shape)}>${t.source.shapeOf[shape]}</option>`)}
    </select>
  </label>${guessed ? html` <span class="soft small">${t.source.guessed(f.percent(guess.fit, 0))}</span>${runnerUp ? otherReading(view, file.name, runnerUp, names) : nothing}` : nothing}</div>`
}

/** What one row would be by the next best guess, a click away. */
function otherReading(view: View, name: string, other: ShapeGuess, names: string[]) {
  const { state, text, send } = view
  const { t, f } = text
  const pick = () =>
    send({ type: 'chose', settings: setShape(state.settings.now, names, name, other.shape) })
  return html` <span class="small"><span class="soft">${t.source.runnerUp(t.source.shapeOf[other.shape], f.percent(other.fit, 0))}</span>
    <button class="link" data-focus=${`runner-up-${name}`} @click=${pick}>${t.source.readSo}</button></span>`
}

const hasSheets = ({ found }: FilePreview) => (found?.sheets?.length ?? 0) > 1

function table(view: View, file: FilePreview, names: string[]) {
  const { t } = view.text
  const heading = html`${names.length > 1 ? html`<h3>${file.name}</h3>` : nothing}${sheetMenu(view, file.found, names)}`
  if (file.columns.length === 0) return heading
  const depth = Math.min(5, Math.max(0, ...file.columns.map((c) => c.sample.length)))
  const lines = Array.from({ length: depth }, (_, i) => i)
  return html`${heading}${shapeMenu(view, file, names)}
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
  const { previewOpen, error } = view.state
  const shown = files(view).filter((file) => file.columns.length > 0 || hasSheets(file))
  if (!previewOpen || shown.length === 0) return nothing
  const names = files(view).map((file) => file.name)
  return html`<section id="columns" class="columns" aria-labelledby="columns-title">
    <div class="section-head"><h2 id="columns-title">${t.source.columnsTitle}</h2><p class="soft">${error ? t.source.columnsAsk : t.source.columnsHint}</p></div>
    ${shown.map((file) => table(view, file, names))}
  </section>`
}
