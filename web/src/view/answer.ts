/**
 * The answer: one large figure with its counts under it, the verdict and its scale beside it, one
 * sentence a person would say, and four facts that answer the next questions. A period picker
 * stands above; all figures below it are that period's.
 */
import { html, nothing } from 'lit'
import { live } from 'lit/directives/live.js'
import { bandName, tone } from '../charts/bands.js'
import { scaleChart } from '../charts/scale_chart.js'
import type { Report } from '../engine/documents.js'
import { unsureOf } from '../text/sentence_facts.js'
import { shownCalendar, type View } from './context.js'
import { facts } from './facts.js'
import { notesFor } from './notes.js'
import { headlineName, type Shown, shownPeriod } from './shown.js'
import { pictureLinks } from './take_away.js'

export function figure(shown: Shown, view: View) {
  const { f } = view.text
  if (shown.period.rate == null)
    return html`<p class="figure none" aria-label=${view.text.t.answer.noRate}>—</p>`
  const { figure: digits, sign } = f.rateParts(shown.period.rate, shown.period.bandLimits)
  return html`<p class="figure">${digits}<span class="sign">${sign}</span></p>`
}

export function formula(shown: Shown, view: View) {
  const { t, f } = view.text
  const { period, numerator, base } = shown
  const dated = period.start !== null
  const whom = base === 'opening' && !dated ? t.answer.customers : t.answer.of[base]
  return html`<p class="formula">
    <b>${f.count(period.numerator)}</b> ${t.answer.counted[numerator]} ÷ <b>${f.count(period.base)}</b> ${whom}
  </p>`
}

export function verdict(shown: Shown, view: View) {
  const { t } = view.text
  const { period, bands } = shown
  if (period.partial)
    return html`<p class="verdict">${t.answer.notFinished} <span class="aside">${t.answer.notFinishedHint}</span></p>`
  if (period.rate == null) return html`<p class="verdict">${t.answer.noRate}</p>`
  const index = bands.findIndex((b) => b.name === period.band)
  if (index < 0 || period.band === null) return nothing
  const name = bandName(period.band, view.text)
  const said = name.charAt(0).toUpperCase() + name.slice(1)
  const unsure = unsureOf(period)
  if (unsure !== null)
    return html`<p class="verdict">${said} <span class="aside">${t.answer.unsure(view.text.f.chance(unsure))}</span></p>`
  return html`<p class="verdict ${tone(index, bands.length)}">${said}</p>`
}

function intervalWords({ period, report }: Shown, { text: { t, f } }: View): string {
  if (!period.interval) return ''
  const level = f.percent(report.settings.level ?? 0.95, 0)
  return t.answer.interval(level, f.interval(period.interval))
}

/** What is copied stands alone, so it says how sure it is. */
function copiedSentence(shown: Shown, view: View): string {
  const said = intervalWords(shown, view)
  return said ? `${shown.sentence} (${said})` : shown.sentence
}

export function scale(shown: Shown, view: View, place: string, guess: number) {
  const { period, bands } = shown
  if (period.rate == null) return nothing
  const said = intervalWords(shown, view)
  const range = said ? html`<p class="soft small num">${said}</p>` : nothing
  return html`<div class="measure" data-measure=${place}>
      ${scaleChart({ period, bands, width: view.state.widths[place] ?? guess, text: view.text, rate: shown.rate })}
    </div>
    ${range}`
}

function picker(view: View, report: Report) {
  const { state, text, send } = view
  const { t, f } = text
  const name = headlineName(view, report) ?? ''
  const headline = {
    last12Months: t.answer.headline(name),
    longestRun: t.answer.headlineRun(name),
    range: t.answer.headlineRange(name),
    only: t.answer.headlineOnly,
  }[report.headline?.reason ?? 'only']
  if (
    report.periods.length === 0 ||
    (report.periods.length === 1 && report.periods[0]?.start === null)
  )
    return nothing
  const calendar = shownCalendar(state)
  const pick = (e: Event) => {
    const value = (e.target as HTMLSelectElement).value
    send({ type: 'picked', index: value === '' ? null : Number(value) })
  }
  const latestFirst = report.periods.map((period, index) => ({ period, index })).reverse()
  return html`<select class="picker" data-focus="picker" aria-label=${t.answer.periodPicker} @change=${pick}>
    <option value="" .selected=${live(state.picked === null)}>${report.headline ? headline : t.answer.pickHint}</option>
    ${latestFirst.map(({ period, index }) => {
      const label = f.period(period, calendar)
      return html`<option value=${index} .selected=${live(state.picked === index)}>${period.partial ? t.answer.unfinished(label) : label}</option>`
    })}
  </select>`
}

export function copyButton(view: View, what: string, words: string) {
  const { t } = view.text
  const done = view.state.copied === what
  return html`<button class="link copy" data-focus=${`copy-${what}`} @click=${() => view.acts.copy(what, words)}>
    ${done ? t.answer.copied : t.answer.copy}
  </button>`
}

/** No headline: too short a time, or nothing finished. The note says which; periods can be picked. */
function noAnswer(view: View, report: Report) {
  const { t } = view.text
  return html`<section class="answer" aria-labelledby="answer-title">
    <h1 id="answer-title" class="unseen">${t.answer.title}</h1>
    <p class="figure none" aria-hidden="true">—</p>
    <div class="verdict-row"><p class="verdict">${t.answer.none}</p>${picker(view, report)}</div>
    ${notesFor(view, 'answer')}
  </section>`
}

export function answer(view: View) {
  const { t } = view.text
  const shown = shownPeriod(view)
  if (!shown) return view.state.report ? noAnswer(view, view.state.report) : nothing
  return html`<section class="answer" aria-labelledby="answer-title">
    <h1 id="answer-title" class="unseen">${t.answer.title}</h1>
    <div class="answer-head">
      <div class="answer-figure">${figure(shown, view)}${formula(shown, view)}</div>
      <div class="answer-scale">
        <div class="verdict-row">${verdict(shown, view)}${picker(view, shown.report)}</div>
        ${scale(shown, view, 'scale', 480)}
        ${shown.period.rate == null ? nothing : pictureLinks(view, 'scale', t.answer.scaleName)}
      </div>
    </div>
    <p class="say">${shown.sentence} ${copyButton(view, 'sentence', copiedSentence(shown, view))}</p>
    ${facts(shown, view)} ${notesFor(view, 'answer')}
  </section>`
}
