/** Why the rate is what it is: segments, mix or rate, paths, cohorts, time to the first upgrade. Totals do not say who is who. */
import { html, nothing } from 'lit'
import { cohorts } from './cohorts.js'
import type { View } from './context.js'
import { reason } from './journeys_say.js'
import { paths } from './paths.js'
import { segments } from './segments.js'
import { timeToUpgrade } from './time_to_upgrade.js'

/** `each`: how its parts are drawn, which together are the longest of the page. */
export function why(view: View, each: (draw: () => unknown) => unknown = (draw) => draw()) {
  const { report } = view.state
  if (!report) return nothing
  const { t } = view.text
  return html`<section class="why" aria-labelledby="why-title">
    <div class="section-head">
      <h2 id="why-title">${t.journeys.why}</h2>
      <p class="soft">${t.journeys.whySubtitle}</p>
    </div>
    ${each(() => segments(view, report))}
    ${
      report.cohorts === null
        ? html`<p class="empty">${reason(view, 'journeys.needCustomers')}</p>`
        : [paths, cohorts, timeToUpgrade].map((part) => each(() => part(view, report)))
    }
  </section>`
}
