/**
 * One period of the trend in words, read out above the chart; beside it the one that is pinned, to
 * compare. A difference stands there only where the report has it: between neighbours, and between
 * months or quarters a year apart.
 */
import { html, nothing } from 'lit'
import { bandName } from '../charts/bands.js'
import type { Change, Period, Report } from '../engine/documents.js'
import { shownCalendar, type View } from './context.js'
import { changeText } from './facts.js'
import { canChoose, takeRange } from './trend_range.js'

/** The period read out: the one pointed at, else the last finished one with a rate. */
export function readIndex(view: View, report: Report): number {
  const { pointed } = view.state
  if (pointed != null && report.periods[pointed]) return pointed
  const last = report.periods.findLastIndex((p) => !p.partial && p.rate != null)
  return last < 0 ? report.periods.length - 1 : last
}

interface Words {
  name: string
  rate: string
  interval: string | null
  counts: string | null
  /** Verdict, counts, change. */
  rest: string[]
}

function words(view: View, report: Report, period: Period): Words {
  const { t, f } = view.text
  const { numerator = 'upgraded', base = 'opening' } = report.settings
  const rate = period.rate == null ? t.trend.noRate : f.rate(period.rate, period.bandLimits)
  const interval = period.interval ? f.interval(period.interval) : null
  const rest: string[] = []
  if (period.partial) rest.push(t.trend.notFinished)
  else if (period.band && period.rate != null) rest.push(bandName(period.band, view.text))
  const counts =
    period.numerator != null && period.base != null
      ? `${f.count(period.numerator)} ${t.answer.counted[numerator]} ÷ ${f.count(period.base)} ${t.answer.of[base]}`
      : null
  if (counts) rest.push(counts)
  rest.push(...period.unusual.map((mark) => t.trend.marks[mark]))
  const change = changeText(period.change, view)
  if (change && !period.partial)
    rest.push(change.hint ? `${change.value}, ${change.hint}` : change.value)
  return { name: f.period(period, shownCalendar(view.state)), rate, interval, counts, rest }
}

/** The change from one period to a later one; null where the report compares others. */
export function differenceOf(view: View, earlier: Period, later: Period): Change | null {
  if (!earlier.start || !earlier.end || !later.start || later.partial) return null
  if (earlier.end === later.start) return later.change
  const { unit, timeZone } = shownCalendar(view.state)
  if (unit !== 'month' && unit !== 'quarter') return null
  const { civil } = view.text.f
  const at = (start: string) => civil.call(view.text.f, start, timeZone)
  const [one, other] = [at(earlier.start), at(later.start)]
  return one.year + 1 === other.year && one.month === other.month ? later.changeYear : null
}

interface Pair {
  words: Words
  /** Of the later against the earlier, in words. */
  difference: string
}

function pair(view: View, report: Report, index: number): Pair | null {
  const { t } = view.text
  const at = view.state.pinned
  const pinned = at == null || at === index ? undefined : report.periods[at]
  const read = report.periods[index]
  if (at == null || !pinned || !read) return null
  const [earlier, later] = at < index ? [pinned, read] : [read, pinned]
  const change = changeText(differenceOf(view, earlier, later), view)
  const told = words(view, report, pinned)
  const name = words(view, report, later).name
  const difference = change
    ? t.trend.differs(name, change.hint ? `${change.value}, ${change.hint}` : change.value)
    : t.trend.noDifference
  return { words: told, difference }
}

/** All of it in one line, for who does not see the chart. */
export function readAloud(view: View, report: Report, index: number): string {
  const { t } = view.text
  const { name, rate, interval, rest } = words(view, report, report.periods[index] as Period)
  const two = pair(view, report, index)
  const against = two
    ? [t.trend.against(`${two.words.name}: ${two.words.rate}`), two.words.counts, two.difference]
    : []
  const stretch = stretchWords(view, report)
  return [`${name}: ${rate}`, interval, ...rest, ...against, stretch].filter(Boolean).join(', ')
}

function stretchWords(view: View, report: Report): string | null {
  const { brushed } = view.state
  const { t, f } = view.text
  if (!brushed) return null
  const [from, to] = [brushed.from, brushed.to].sort((a, b) => a - b)
  const [first, last] = [report.periods[from as number], report.periods[to as number]]
  if (!first || !last) return null
  const calendar = shownCalendar(view.state)
  return t.trend.stretch(f.period(first, calendar), f.period(last, calendar))
}

function comparison(view: View, report: Report, index: number) {
  const { t } = view.text
  const two = pair(view, report, index)
  if (!two) return nothing
  const { name, rate, interval, counts } = two.words
  const stretch = { from: view.state.pinned as number, to: index }
  return html`<p class="compared small"><span class="soft">${t.trend.comparedWith}</span> <b>${name}</b> <b class="read-rate">${rate}</b>
    ${interval ? html`<span class="soft">(${interval})</span>` : nothing} ${counts ? html`<span class="fact soft">${counts}</span>` : nothing}
    <span class="fact soft">${two.difference}</span>
    ${canChoose(view) ? html`<button class="link" data-focus="pair-range" @click=${() => takeRange(view, report, stretch)}>${t.trend.fromTo}</button>` : nothing}</p>`
}

export function readout(view: View, report: Report) {
  const { t } = view.text
  const { state, send } = view
  const index = readIndex(view, report)
  const { name, rate, interval, rest } = words(view, report, report.periods[index] as Period)
  const isPinned = state.pinned === index
  const pin = () => send({ type: 'pinned', index: isPinned ? null : index })
  const stretch = stretchWords(view, report)
  // In a widget of the trend alone there is no answer above to show it in.
  const shows = state.picked !== index && state.shared?.view !== 'trend'
  return html`<div class="readout">
    <p><b>${name}</b> <b class="read-rate">${rate}</b> ${interval ? html`<span class="soft">(${interval})</span>` : nothing}
      ${shows ? html`<button class="link" @click=${() => send({ type: 'picked', index })}>${t.trend.show}</button>` : nothing}
      <button class="link" data-focus="pin" aria-pressed=${isPinned} @click=${pin}>${isPinned ? t.trend.unpin : t.trend.pin}</button></p>
    <p class="soft small">${(stretch ? [stretch] : rest).map((part) => html`<span class="fact">${part}</span>`)}</p>
    ${comparison(view, report, index)}
  </div>`
}
