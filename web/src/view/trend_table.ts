/** The trend as a table, latest period first: the same figures as the chart, all in words. */
import { html, nothing } from 'lit'
import { bandName } from '../charts/bands.js'
import type { Period, Report } from '../engine/documents.js'
import { shownCalendar, type View } from './context.js'
import { changeText } from './facts.js'

function row(view: View, period: Period, index: number) {
  const { t, f } = view.text
  const change = period.partial ? null : changeText(period.change, view)
  const name = f.period(period, shownCalendar(view.state))
  return html`<tr aria-current=${view.state.picked === index ? 'true' : nothing}>
    <th scope="row"><button class="link" @click=${() => view.send({ type: 'picked', index })}>${name}</button></th>
    <td>${f.count(period.numerator)}</td>
    <td>${f.count(period.base)}</td>
    <td><b>${f.rate(period.rate, period.bandLimits)}</b></td>
    <td class="soft">${f.interval(period.interval)}</td>
    <td class="words">${period.partial ? t.trend.notFinished : period.band ? bandName(period.band, view.text) : t.trend.noRate}</td>
    <td class="words">${change ? html`${change.value} ${change.hint ? html`<span class="soft">${change.hint}</span>` : nothing}` : html`<span class="soft">–</span>`}</td>
  </tr>`
}

export function trendTable(view: View, report: Report) {
  const { t } = view.text
  const latestFirst = report.periods.map((period, index) => ({ period, index })).reverse()
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${t.trend.tableOf}>
    <table class="figures">
      <thead>
        <tr>
          <th scope="col">${t.trend.period}</th><th scope="col">${t.settings.counted}</th><th scope="col">${t.settings.outOf}</th>
          <th scope="col">${t.trend.rate}</th><th scope="col">${t.trend.intervalHead}</th>
          <th scope="col" class="words">${t.trend.band}</th><th scope="col" class="words">${t.trend.change}</th>
        </tr>
      </thead>
      <tbody>${latestFirst.map(({ period, index }) => row(view, period, index))}</tbody>
    </table>
  </div>`
}
