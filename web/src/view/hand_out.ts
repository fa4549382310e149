/** What a frame may not download or copy, laid out: text to select, a picture to save by hand. */
import { html, nothing } from 'lit'
import { ref } from 'lit/directives/ref.js'
import type { View } from './context.js'

/** Modal, so that the keyboard stays in it and Escape closes it. Once it is in the page. */
const open = (element?: Element) =>
  setTimeout(() => {
    if (!(element instanceof HTMLDialogElement) || !element.isConnected || element.open) return
    element.showModal()
    element.querySelector('textarea')?.select()
  })

export function handedOut(view: View) {
  const { handed } = view.state
  if (!handed) return nothing
  const { t } = view.text
  const close = () => view.send({ type: 'handed', handed: null })
  return html`<dialog class="handed" aria-labelledby="handed-title" ${ref(open)} @close=${close}>
    <h2 id="handed-title">${handed.name || t.handed.title}</h2>
    <p class="soft small">${handed.image ? t.handed.image : t.handed.text}</p>
    ${
      handed.image
        ? html`<img src=${handed.image} alt=${handed.name} />`
        : html`<textarea readonly rows="12" aria-label=${handed.name || t.handed.title} .value=${handed.text ?? ''}></textarea>`
    }
    <p><button class="button" @click=${close}>${t.error.dismiss}</button></p>
  </dialog>`
}
