/**
 * The settings as a file: save those in force, load others. After loading it says whose settings
 * are in force and, where they end the data at a day, offers to find that day anew; before data is
 * there it says that they wait.
 */
import { html, nothing } from 'lit'
import { calendarOf, choose, type View } from './context.js'

export function settingsFileTools(view: View) {
  const { t } = view.text
  const take = (e: Event) => {
    const input = e.target as HTMLInputElement
    const file = input.files?.[0]
    if (file) view.acts.settingsFile(file)
    input.value = ''
  }
  return html`<div class="history settings-file">
    <button class="link" data-focus="save-settings" @click=${() => view.acts.saveSettings()}>${t.settings.save}</button>
    <label class="link file-link"><input type="file" class="unseen" data-focus="load-settings" accept=".json,application/json" @change=${take} />${t.settings.load}</label>
  </div>
  ${inForce(view)}`
}

/** Rows after that day would not count, also those of a newer export. */
function endsData(view: View, dataUntil: string | null | undefined) {
  const { t, f } = view.text
  if (!dataUntil) return nothing
  const day = f.day(dataUntil, dataUntil.includes('T') ? calendarOf(view.state).timeZone : 'UTC')
  return html`${t.settings.fileEnds(day)}
    <button class="link" @click=${() => choose(view, { dataUntil: null, today: null })}>${t.settings.fileEndAnew}</button>`
}

/** As long as nothing was changed since. */
function inForce(view: View) {
  const { settingsFile, settings } = view.state
  if (!settingsFile || settingsFile.settings !== settings.now) return nothing
  const { t } = view.text
  return html`<p class="notes" role="status"><span>${t.settings.fileInForce(settingsFile.name)} ${endsData(view, settings.now.dataUntil)}</span></p>`
}

export function waitingSettings(view: View) {
  const { settingsFile, sources } = view.state
  if (!settingsFile || sources !== null) return nothing
  const { t } = view.text
  return html`<p class="notes waiting" role="status"><span>${t.settings.fileWaits(settingsFile.name)}
    <button class="link" @click=${() => view.send({ type: 'unsettled' })}>${t.settings.fileForget}</button></span></p>`
}
