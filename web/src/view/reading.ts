/** A load on its way: name, bar, bytes and rows, and a way out. Shown only after 200 ms. */
import { html } from 'lit'
import type { Progress } from '../page/engine_port.js'
import { sourceName, type View } from './context.js'

export function reading(view: View, progress: Progress) {
  const { t, f } = view.text
  const total = progress.totalBytes > 0 ? progress.totalBytes : null
  const words = t.reading.progress(
    f.bytes(progress.bytes),
    total ? f.bytes(total) : null,
    f.count(progress.rows),
  )
  return html`<section class="reading" aria-label=${t.reading.reading(sourceName(view.state.sources ?? []))}>
    <div class="reading-head">
      <b>${t.reading.reading(sourceName(view.state.sources ?? []))}</b>
      <button class="button" @click=${view.acts.cancel}>${t.reading.cancel}</button>
    </div>
    <progress aria-label=${words} max=${total ?? 1} .value=${total ? Math.min(progress.bytes, total) : 0}></progress>
    <p class="soft small num">${words}</p>
  </section>`
}
