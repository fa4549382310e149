/**
 * The last section: what can be shared of the report, each as a text to select or copy, and as a
 * download. Made when asked for, since it is read from the rows anew.
 */
import { html, nothing } from 'lit'
import { SHARE_VIEWS, type ShareView } from '../share/fragment.js'
import type { Shared } from '../share/share_effects.js'
import { LINK_CHARACTERS } from '../share/short_link.js'
import type { Snippet } from '../share/snippets.js'
import { copyButton } from './answer.js'
import type { View } from './context.js'
import { warehouse } from './warehouse.js'

function viewPicker(view: View, chosen: ShareView | null) {
  const { t } = view.text
  const pick = (e: Event) => {
    const value = (e.target as HTMLSelectElement).value
    view.acts.share(SHARE_VIEWS.find((each) => each === value) ?? null)
  }
  return html`<label class="field share-view"><span>${t.share.viewLabel}</span>
    <select data-focus="share-view" @change=${pick}>
      ${['page', ...SHARE_VIEWS].map(
        (name) =>
          html`<option value=${name} ?selected=${name === (chosen ?? 'page')}>${t.share.views[name as keyof typeof t.share.views]}</option>`,
      )}
    </select></label>`
}

function whatIsLeftOut(view: View, { leftOut }: Shared) {
  const { t, f } = view.text
  if (leftOut.length === 0) return nothing
  const names = leftOut.map((part) => t.share.parts[part])
  return html`<p class="soft small">${t.share.leftOut(names, f.count(LINK_CHARACTERS), f)}</p>`
}

function snippet(view: View, { format, text, file, type }: Snippet, shared: Shared) {
  const { t, f } = view.text
  const name = t.share.formats[format]
  const area = html`<textarea readonly rows=${format === 'link' ? 2 : 6} aria-label=${name} .value=${text}
    @focus=${(e: Event) => (e.target as HTMLTextAreaElement).select()}></textarea>`
  return html`<details class="more snippet" data-format=${format} ?open=${format === 'link'}>
    <summary>${name} <span class="soft small">${t.share.letters(text.length, f)}</span></summary>
    ${area}
    ${format === 'link' ? whatIsLeftOut(view, shared) : nothing}
    <p class="snippet-acts">${copyButton(view, `share-${format}`, text)}
      <button class="link" data-save=${format} @click=${() => view.acts.save(file, type, text)}>${t.share.download}</button>
      ${format === 'svg' ? html`<button class="link" data-save="png" @click=${() => view.acts.savePng('upgrade-rate.png', text)}>${t.share.asPng}</button>` : nothing}</p>
  </details>`
}

/** What a colleague can open who has nothing but a mail. */
function toSend(view: View, { snippets, fragment }: Shared) {
  const { t } = view.text
  const link = snippets.find(({ format }) => format === 'link')?.text ?? ''
  return html`<p><button class="button" data-focus="share-page" @click=${() => view.acts.savePage(fragment)}>${t.share.wholeFile}</button></p>
    ${/^https?:/.test(link) ? nothing : html`<p class="soft small">${t.share.fromDisk}</p>`}`
}

const offered = (view: View, shared: Shared) => [
  toSend(view, shared),
  shared.snippets.map((each) => snippet(view, each, shared)),
]

export function share(view: View) {
  const { state, text, acts } = view
  const { t } = text
  const { sharing } = state
  if (!state.report) return nothing
  const body = !sharing
    ? html`<p><button class="button" data-focus="share" @click=${() => acts.share(null)}>${t.share.make}</button></p>`
    : html`${viewPicker(view, sharing.view)}
      <p><button class="link" data-focus="print" @click=${() => acts.print()}>${t.share.print}</button></p>
      ${sharing.shared ? offered(view, sharing.shared) : html`<p class="soft" role="status">${t.share.making}</p>`}`
  return html`<section id="share" class="share" aria-labelledby="share-title">
    <div class="section-head"><h2 id="share-title">${t.share.title}</h2><p class="soft">${t.share.subtitle}</p></div>
    <p class="soft small">${t.share.heldBack}</p>
    ${body} ${state.shared ? nothing : warehouse(view)}
  </section>`
}
