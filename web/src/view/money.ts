/**
 * Money of the period shown in the answer, for each currency on its own: what upgrades and upsells
 * gained, the average per customer, retention, and a bridge from the value at the start to that at
 * the end. Without a value column it says what it needs.
 */
import { html, nothing, type TemplateResult } from 'lit'
import { type Span, spanChart } from '../charts/span_chart.js'
import type { Report } from '../engine/documents.js'
import type { PeriodMoney } from '../engine/documents_money.js'
import type { BridgeStep } from '../text/en_money.js'
import { areCounts, areFixed } from './columns.js'
import { shownCalendar, type View } from './context.js'
import { fact } from './facts.js'
import { notesFor } from './notes.js'
import { part, table, twin } from './part.js'
import { type Shown, shownPeriod } from './shown.js'
import { walk } from './walk.js'

const currencyName = ({ text: { t, f } }: View, currency: string): string =>
  currency === ''
    ? t.money.noCurrency
    : /^[A-Z]{3}$/.test(currency)
      ? (new Intl.DisplayNames(f.locale, { type: 'currency' }).of(currency) ?? currency)
      : currency

export function moneySays(view: View, money: PeriodMoney, currency: string, when: string | null) {
  const { t, f } = view.text
  const { upgradeValue, upsellValue, netRetention, grossRetention, unvalued } = money
  const amount = (n: number) => f.money(n, currency)
  const gained =
    upgradeValue === 0 && upsellValue === 0
      ? t.money.nothingGained(when)
      : t.money.gained(amount(upgradeValue), amount(upsellValue), when)
  const kept =
    netRetention === null || grossRetention === null
      ? []
      : [t.money.kept(f.percent(netRetention, 1), f.percent(grossRetention, 1))]
  const unknown =
    unvalued === 0 ? [] : [t.money.unvalued(f.money(unvalued, currency, true, money.closing))]
  return [gained, ...kept, ...unknown].join(' ')
}

function facts(view: View, money: PeriodMoney, currency: string): TemplateResult {
  const { t, f } = view.text
  const { upliftPerUpgraded, arpcOpening, arpcClosing, netRetention, grossRetention } = money
  const amount = (n: number | null, signed = false) => f.money(n, currency, signed)
  const uplift =
    upliftPerUpgraded === null ? nothing : t.money.uplift(amount(upliftPerUpgraded, true))
  return html`<dl class="facts">
    ${fact(t.money.upgradeValue, amount(money.upgradeValue, true), uplift)}
    ${fact(t.money.upsellValue, amount(money.upsellValue, true))}
    ${arpcOpening === null && arpcClosing === null ? nothing : fact(t.money.arpc, t.answer.flow(amount(arpcOpening), amount(arpcClosing)), t.money.arpcHint)}
    ${netRetention === null ? nothing : fact(t.money.retention, f.percent(netRetention, 1), grossRetention === null ? nothing : t.money.gross(f.percent(grossRetention, 1)))}
  </dl>`
}

/** Where customers are missing from the data, nobody knows what all of them pay. */
type Bridged = PeriodMoney & { opening: number; closing: number }
const isBridged = (money: PeriodMoney): money is Bridged =>
  money.opening !== null && money.closing !== null

/**
 * Opening, each step that is not zero, closing; a step begins where the one before ended. `like`:
 * the amount whose decimals all share; 0 for all there are.
 */
function bridgeOf(view: View, money: Bridged, currency: string, like: number): Span[] {
  const { t, f } = view.text
  const whole = (name: string, to: number): Span => ({
    name,
    from: 0,
    to,
    figure: f.money(to, currency, false, like),
    kind: 'whole',
  })
  let at = money.opening
  const steps = (Object.keys(t.money.steps) as BridgeStep[])
    .filter((step) => money[step] !== 0)
    .map((step): Span => {
      const from = at
      at += money[step]
      const kind = money[step] < 0 ? 'loss' : 'gain'
      return {
        name: t.money.steps[step],
        from,
        to: at,
        figure: f.money(money[step], currency, true, like),
        kind,
      }
    })
  return [whole(t.money.opening, money.opening), ...steps, whole(t.money.closing, money.closing)]
}

function bridge(view: View, money: PeriodMoney, currency: string) {
  const { t, f } = view.text
  if (!isBridged(money)) return nothing
  const most = Math.max(money.opening, money.closing)
  const spans = bridgeOf(view, money, currency, most)
  const place = `bridge-${currency}`
  const drawn = spanChart(spans, view.state.widths[place] ?? 640, true)
  const spots = spans.map(({ name, figure }, row) => ({
    row,
    column: 0,
    box: drawn.boxes[row] ?? ([0, 0, 0, 0] as const),
    name,
    figure,
    facts: [],
  }))
  const { width, height, drawing, cut } = drawn
  const label = t.money.bridgeLabel
  const rows = bridgeOf(view, money, currency, 0).map(({ name, figure }) => [name, figure])
  return html`<p class="soft small">${t.money.bridgeOfAll}${cut === null ? nothing : html` ${t.money.cut(f.money(cut, currency))}`}</p>
    ${walk(view, { place, label, width, height, spots, first: spots.length - 1, drawing })}
    ${twin(view, table(view, `${t.money.bridge}, ${currencyName(view, currency)}`, [t.journeys.what, t.money.amount], rows))}`
}

/** The latest period first. */
function byPeriod(view: View, report: Report, currency: string) {
  const { t, f } = view.text
  const rows = report.periods
    .flatMap((period) => {
      const money = period.value?.[currency]
      if (!money) return []
      const { upgradeValue, netRetention } = money
      const retained = netRetention === null ? f.rate(null) : f.percent(netRetention, 1)
      return [
        [
          f.period(period, shownCalendar(view.state)),
          f.money(upgradeValue, currency, true),
          retained,
        ],
      ]
    })
    .reverse()
  const heads = [t.trend.period, t.money.upgradeValue, t.money.retention]
  return rows.length > 1
    ? twin(
        view,
        table(view, `${t.money.byPeriod}, ${currencyName(view, currency)}`, heads, rows),
        t.money.byPeriod,
      )
    : nothing
}

function inCurrency(view: View, shown: Shown, currency: string, money: PeriodMoney) {
  const alone = Object.keys(shown.period.value ?? {}).length === 1
  const title = alone && currency === '' ? view.text.t.money.bridge : currencyName(view, currency)
  const steps = Object.keys(view.text.t.money.steps) as BridgeStep[]
  if (!money.opening && steps.every((step) => money[step] === 0))
    return part({ place: 'money-in', title, says: view.text.t.money.none })
  return part({
    place: 'money-in',
    title,
    says: moneySays(view, money, currency, shown.name),
    body: html`${facts(view, money, currency)} ${bridge(view, money, currency)} ${byPeriod(view, shown.report, currency)}`,
  })
}

/** What is missing, and where a column can be read as value. */
function needs(view: View, says: string, columns: boolean) {
  const open = () => {
    view.send({ type: 'previewed', open: true })
    setTimeout(() => document.getElementById('columns')?.scrollIntoView())
  }
  return html`<p class="empty">${says}
    ${columns ? html`<button class="link" @click=${open}>${view.text.t.money.chooseColumn}</button>` : nothing}</p>`
}

export function money(view: View) {
  const { report } = view.state
  if (!report || areCounts(report.data.shape)) return nothing
  const { t } = view.text
  const shown = shownPeriod(view)
  const value = shown?.period.value
  const found = Object.entries(value ?? {})
  const hasColumn = report.periods.some((period) => period.value != null)
  return html`<section class="money" aria-labelledby="money-title">
    <div class="section-head">
      <h2 id="money-title">${t.money.title}</h2>
      <p class="soft">${t.money.subtitle}</p>
    </div>
    ${
      shown && found.length > 0
        ? found.map(([currency, amounts]) => inCurrency(view, shown, currency, amounts))
        : hasColumn || value
          ? needs(view, shown ? t.money.none : t.money.needTime, false)
          : needs(view, t.money.needValue, !areFixed(report.data.shape))
    }
    ${notesFor(view, 'money')}
  </section>`
}
