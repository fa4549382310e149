/**
 * Rates between currencies: amounts are only added where each currency of the data has one. Shown
 * where a report has several, and while rates are in force, which leave only one.
 */
import { html, nothing } from 'lit'
import { live } from 'lit/directives/live.js'
import type { Report } from '../engine/documents.js'
import { effective } from '../page/state.js'
import { choose, type View } from './context.js'

/** Of the periods on show and of the rates in force. */
export function currenciesOf(report: Report): string[] {
  const { currencyRates, reportingCurrency } = report.settings
  const shown = [report.headline, ...report.periods].flatMap((p) => Object.keys(p?.value ?? {}))
  const rated = currencyRates ? [...Object.keys(currencyRates), reportingCurrency ?? ''] : []
  return [...new Set([...shown, ...rated])].sort()
}

export function currencyForm(view: View) {
  const { t } = view.text
  const { report } = view.state
  const currencies = report ? currenciesOf(report) : []
  if (currencies.length < 2) return nothing
  const { currencyRates, reportingCurrency } = effective(view.state)
  const to = view.state.reporting ?? reportingCurrency ?? null
  const named = currencies.filter((currency) => currency !== '')
  const name = (currency: string) => currency || t.money.withoutCurrency
  const others = to === null ? [] : currencies.filter((currency) => currency !== to)
  const pick = (e: Event) => {
    const at = (e.target as HTMLSelectElement).selectedIndex
    const next = named[at - 1] ?? null
    view.send({ type: 'reporting', currency: next })
    if (next === null) choose(view, { currencyRates: null, reportingCurrency: null })
  }
  const submit = (e: Event) => {
    e.preventDefault()
    const data = new FormData(e.currentTarget as HTMLFormElement)
    const rates = others.map((currency, i): [string, number] => [
      currency,
      Number(data.get(`rate-${i}`)),
    ])
    if (to !== null && rates.every(([, rate]) => rate > 0))
      choose(view, { currencyRates: Object.fromEntries(rates), reportingCurrency: to })
  }
  const rateField = (currency: string, i: number) => {
    const known = to === reportingCurrency ? currencyRates?.[currency] : undefined
    return html`<label class="choice"><span>${t.money.rateOf(name(currency), name(to ?? ''))}</span>
      <input type="number" min="0" step="any" required name=${`rate-${i}`} .value=${live(`${known ?? ''}`)} /></label>`
  }
  return html`<details class="more groups">
    <summary>${t.money.rates}${currencyRates ? ` (${reportingCurrency})` : ''}</summary>
    <p class="soft small">${t.money.ratesHelp}</p>
    <form class="choices" @submit=${submit}>
      <label class="choice"><span>${t.money.reporting}</span>
        <select data-focus="reporting" @change=${pick}>
          <option .selected=${live(to === null)}>${t.money.apart}</option>
          ${named.map((currency) => html`<option .selected=${live(currency === to)}>${currency}</option>`)}
        </select></label>
      ${others.map(rateField)}
      ${to === null ? nothing : html`<p class="small"><button class="link" data-focus="rates-apply">${t.money.ratesApply}</button></p>`}
    </form>
  </details>`
}
