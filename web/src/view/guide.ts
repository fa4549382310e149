/**
 * What to do: the findings of the data first, then the guide under its twelve heads. A head tells
 * what the data says to it, then its points, first those that a finding raised. Before any data is
 * there the guide stands alone, folded.
 */
import { html, nothing } from 'lit'
import type { HeadKey } from '../text/finding_leads.js'
import type { Head } from '../text/guide.js'
import type { View } from './context.js'
import { type Told, toldFindings } from './finding_names.js'
import { findings } from './findings.js'
import { headlineName, shownPeriod } from './shown.js'

type Entry<T> = [key: string, value: T]

/** Titles of the findings that raise a point. */
function raisers(told: readonly Told[], head: HeadKey, point: string): string[] {
  if (head !== 'questions' && head !== 'tips' && head !== 'risks') return []
  const raise = (item: Told) =>
    (item.lead?.[head] as readonly string[] | undefined)?.includes(point) ?? false
  return [...new Set(told.filter(raise).map((item) => item.title))]
}

function point(view: View, [name, text]: readonly [string, string], by: readonly string[]) {
  const { t, f } = view.text
  return html`<li>
    <b>${name}</b> ${text}
    ${by.length > 0 ? html`<span class="because">${t.guide.because}: ${f.list(by)}</span>` : nothing}
  </li>`
}

/** The formula with the counts of the data in it. */
function ownFormula(view: View): string[] {
  const { t, f } = view.text
  const shown = shownPeriod({ ...view, state: { ...view.state, picked: null } })
  if (shown?.period.rate == null) return []
  const { period, numerator, base, rate } = shown
  const whom = period.start === null && base === 'opening' ? t.answer.customers : t.answer.of[base]
  return [
    `${f.count(period.numerator)} ${t.answer.counted[numerator]} ÷ ${f.count(period.base)} ${whom} = ${rate}`,
  ]
}

function inYourData(view: View, told: readonly Told[], key: HeadKey) {
  const says = told.filter((item) => item.lead?.head === key).map((item) => item.sentence)
  const all = key === 'formula' ? [...ownFormula(view), ...says] : says
  if (all.length === 0) return nothing
  return html`<div class="in-data">
    <h4>${view.text.t.guide.inYourData}</h4>
    ${all.map((sentence) => html`<p>${sentence}</p>`)}
  </div>`
}

function head(view: View, told: readonly Told[], key: HeadKey, { title, lead, points }: Head) {
  const listed = Object.entries(points).map(([name, words]) => ({
    words,
    by: raisers(told, key, name),
  }))
  const raisedFirst = [...listed].sort((a, b) => Math.sign(b.by.length) - Math.sign(a.by.length))
  return html`<details class="head" id="guide-${key}">
    <summary><h3>${title}</h3> <p class="soft">${lead}</p></summary>
    ${inYourData(view, told, key)}
    <ul class="points">${raisedFirst.map(({ words, by }) => point(view, words, by))}</ul>
  </details>`
}

function heads(view: View, told: readonly Told[]) {
  const entries = Object.entries(view.text.t.guide.heads) as Entry<Head>[]
  return html`<div class="heads">${entries.map(([key, value]) => head(view, told, key as HeadKey, value))}</div>`
}

export function guide(view: View) {
  const { state, text } = view
  const words = text.t.guide
  const { report } = state
  if (!report) return nothing
  const told = toldFindings(view)
  const waits = report.headline?.rate == null
  return html`<section id="guide" class="guide" aria-labelledby="guide-title">
    <div class="section-head">
      <h2 id="guide-title">${words.title}</h2>
      <p class="soft">${words.subtitle(headlineName(view, report))}</p>
    </div>
    ${waits ? html`<p class="empty">${words.waits}</p>` : nothing} ${waits && told.length === 0 ? nothing : findings(view, told)}
    <p class="heads-label small soft">${words.guideTitle}</p>
    ${heads(view, told)}
  </section>`
}

/** For a reader without data. */
export function guideAlone(view: View) {
  const words = view.text.t.guide
  return html`<details class="guide guide-alone">
    <summary><h2>${words.guideTitle}</h2> <p class="soft">${words.guideOnly}</p></summary>
    ${heads(view, [])}
  </details>`
}
