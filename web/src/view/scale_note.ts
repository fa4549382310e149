/**
 * The published scale names no length of time. Read as shown, a quarter is called "concerning" under a
 * year that is "healthy", which looks like a contradiction: this says why, and offers the other reading.
 */
import { html, nothing } from 'lit'
import type { Period, Report } from '../engine/documents.js'
import { choose, type View } from './context.js'

const lengthOf = ({ start, end }: Period) =>
  start && end ? Date.parse(end) - Date.parse(start) : null

export function scaleNote(view: View, report: Report) {
  const { headline, periods, settings } = report
  const last = periods.findLast((period) => !period.partial && period.band !== null)
  const [above, listed] = [headline && lengthOf(headline), last && lengthOf(last)]
  if (settings.bandWindow !== 'as shown' || view.state.shared) return nothing
  if (!headline?.band || !last || !above || !listed || above <= listed) return nothing
  if (last.band === headline.band) return nothing
  const { t } = view.text
  return html`<p class="soft small scale-note">${t.trend.scaleAsShown(settings.period ?? 'month')}
    <button class="link" data-focus="scale-year" @click=${() => choose(view, { bandWindow: 'year' })}>${t.actions.readScaleAs(t.settings.windows.year)}</button></p>`
}
