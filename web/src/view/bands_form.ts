/** The scale: each band's name and limit, any number of them. Only a complete, rising scale is sent. */
import { html, nothing } from 'lit'
import { live } from 'lit/directives/live.js'
import { bandName, edgeOf, published, tone } from '../charts/bands.js'
import type { BandSetting } from '../engine/documents.js'
import { effective } from '../page/state.js'
import { isPublishedScale } from '../text/sentence_facts.js'
import { choose, type View } from './context.js'

const withEdge = (name: string, kind: string, edge: number): BandSetting =>
  kind === 'above' ? { name, above: edge } : { name, from: edge }

const rising = (bands: readonly BandSetting[]) =>
  bands.every((band, i) => i === 0 || edgeOf(band) > edgeOf(bands[i - 1]))

export function bandsForm(view: View) {
  const { t, f } = view.text
  const bands = effective(view.state).bands ?? published
  const send = (next: BandSetting[]) => {
    if (rising(next) && next.every((band) => band.name.trim())) choose(view, { bands: next })
  }
  const change = (at: number, band: BandSetting) =>
    send(bands.map((old, i) => (i === at ? band : old)))
  const value = (e: Event) => (e.target as HTMLInputElement).value
  const kindOf = (band: BandSetting) => (band.above === undefined ? 'from' : 'above')
  const rowOf = (band: BandSetting, i: number) => html`<li>
    <span class="swatch ${tone(i, bands.length)}"></span>
    <input type="text" aria-label=${t.settings.bandName} .value=${live(bandName(band.name, view.text))}
      @change=${(e: Event) => change(i, withEdge(value(e), kindOf(band), edgeOf(band)))} />
    ${
      i === 0
        ? html`<span class="soft small first">${t.settings.bandFrom} ${f.percent(0, 0)}</span>`
        : html`<select aria-label=${t.settings.bandEdge} @change=${(e: Event) => change(i, withEdge(band.name, value(e), edgeOf(band)))}>
            <option value="from" .selected=${live(kindOf(band) === 'from')}>${t.settings.bandFrom}</option>
            <option value="above" .selected=${live(kindOf(band) === 'above')}>${t.settings.bandAbove}</option>
          </select>
          <input type="number" min="0" max="100" step="any" aria-label=${t.settings.bandEdge} .value=${live(String(edgeOf(band)))}
            @change=${(e: Event) => change(i, withEdge(band.name, kindOf(band), Number(value(e))))} />
          <button class="icon" aria-label=${t.settings.bandRemove(bandName(band.name, view.text))} ?disabled=${bands.length <= 2}
            @click=${() => send(bands.filter((_, j) => j !== i))}>×</button>`
    }
  </li>`
  const add = () => {
    const last = edgeOf(bands[bands.length - 1])
    send([
      ...bands,
      { name: `${t.settings.bandName} ${bands.length + 1}`, from: Math.min(100, last + 10) },
    ])
  }
  return html`<ul class="bands">${bands.map(rowOf)}</ul>
    <p class="small">
      <button class="link" @click=${add}>${t.settings.bandAdd}</button>
      ${isPublishedScale(bands) ? nothing : html`<button class="link" @click=${() => choose(view, { bands: published })}>${t.settings.bandsPublished}</button>`}
    </p>`
}
