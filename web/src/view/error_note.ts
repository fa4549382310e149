/**
 * What could not be done: what was found, where, what to do. What was brought stays; where it has
 * no columns to choose from, the first lines of a pasted text are shown, so that the fault is seen.
 */
import { html, nothing } from 'lit'
import type { CoreError } from '../engine/documents.js'
import { errorText } from '../text/codes.js'
import { sourceName, type View } from './context.js'

const firstLines = (data: Blob | string): string | null =>
  typeof data === 'string' && data.trim()
    ? data.slice(0, 400).split(/\r?\n/).slice(0, 5).join('\n')
    : null

export function errorNote(view: View, error: CoreError) {
  const { state, text, send } = view
  const { t } = text
  const { what, advice, detail } = errorText(error, text)
  const ofSettings = error.code.startsWith('setting.') || error.code.startsWith('mapping.')
  const title =
    error.code === 'page.fault'
      ? t.error.brokenTitle
      : ofSettings
        ? t.error.settingsTitle
        : t.error.title
  const [first] = state.sources ?? []
  const named = sourceName(state.sources ?? [])
  const isSeen = state.report !== null || state.previewOpen || state.origin === 'typed'
  const lines = first && !isSeen ? firstLines(first.data) : null
  const canUndo =
    error.code !== 'page.fault' &&
    error.code !== 'setting.notJson' &&
    state.settings.past.length > 0
  return html`<section class="error" role="alert">
    <h2>${title}${first && !ofSettings && error.code !== 'page.fault' && state.origin !== 'typed' ? `: ${named}` : ''}</h2>
    <p>${what} ${advice}</p>
    ${detail ? html`<p class="soft small" lang="en">${detail}</p>` : nothing}
    ${error.where && error.where !== named ? html`<p class="small"><span class="soft">${t.error.where}:</span> ${error.where}</p>` : nothing}
    ${lines ? html`<p class="soft small">${t.error.brought}:</p><pre tabindex="0">${lines}</pre>` : nothing}
    <p class="error-actions">
      ${canUndo ? html`<button class="button" @click=${() => send({ type: 'undo' })}>${t.error.undo}</button>` : nothing}
      <button class="button" @click=${() => send({ type: 'dismissed' })}>${t.error.dismiss}</button>
    </p>
  </section>`
}
