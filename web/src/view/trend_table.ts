/** The trend as a table, latest period first: the same figures as the chart, all in words. */
import { html, nothing } from 'lit'
import { bandName } from '../charts/bands.js'
import type { ForecastPeriod, Period, Report } from '../engine/documents.js'
import { shownCalendar, type View } from './context.js'
import { changeText } from './facts.js'

/** The columns that say how a period stands among the others. */
function amongOthers(view: View, report: Report, index: number) {
  const { t, f } = view.text
  const period = report.periods[index]
  const marks = (period?.unusual ?? []).map((mark) => t.trend.marks[mark])
  return html`<td class="soft">${f.rate(period?.pooled3 ?? null)}</td>
    <td class="soft">${f.rate(period?.pooled12 ?? null)}</td>
    <td class="soft">${f.interval(report.trend.chart?.limits[index] ?? null)}</td>
    <td class="words">${marks.length > 0 ? f.list(marks) : html`<span class="soft">–</span>`}</td>`
}

/** A period to come: the rate that is foretold, and its interval. */
function rowToCome(view: View, report: Report, next: ForecastPeriod) {
  const { t, f } = view.text
  const naive = report.trend.forecast?.shown === 'sameAsLast'
  const none = html`<td class="soft">–</td>`
  return html`<tr class="to-come">
    <th scope="row">${t.trend.forecastFor(f.period(next, shownCalendar(view.state)))}</th>
    ${none}${none}<td>${f.rate(next.rate)}</td><td class="soft">${f.interval(next.interval)}</td>
    <td class="words soft">${naive ? t.trend.sameAsLast : '–'}</td><td class="words soft">–</td>
    ${none}${none}${none}<td class="words soft">–</td>
  </tr>`
}

function row(view: View, report: Report, period: Period, index: number) {
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
    ${amongOthers(view, report, index)}
  </tr>`
}

export function trendTable(view: View, report: Report) {
  const { t } = view.text
  const latestFirst = report.periods.map((period, index) => ({ period, index })).reverse()
  const toCome = [...(report.trend.forecast?.periods ?? [])].reverse()
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${t.trend.tableOf}>
    <table class="figures">
      <thead>
        <tr>
          <th scope="col">${t.trend.period}</th><th scope="col">${t.settings.counted}</th><th scope="col">${t.settings.outOf}</th>
          <th scope="col">${t.trend.rate}</th><th scope="col">${t.trend.intervalHead}</th>
          <th scope="col" class="words">${t.trend.band}</th><th scope="col" class="words">${t.trend.change}</th>
          <th scope="col">${t.trend.pooled3}</th><th scope="col">${t.trend.pooled12}</th><th scope="col">${t.trend.limits}</th>
          <th scope="col" class="words">${t.trend.unusual}</th>
        </tr>
      </thead>
      <tbody>
        ${toCome.map((next) => rowToCome(view, report, next))}
        ${latestFirst.map(({ period, index }) => row(view, report, period, index))}
      </tbody>
    </table>
  </div>`
}
