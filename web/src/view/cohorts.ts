/**
 * Cohorts as a heat map and as a table: the share of each cohort that had upgraded by each age.
 * The latest 24 are shown, all of them when asked. Small cohorts show counts only.
 */
import { html, nothing } from 'lit'
import { guard } from 'lit/directives/guard.js'
import { cohortMap } from '../charts/cohort_map.js'
import type { Report } from '../engine/documents.js'
import type { Cohort, Cohorts } from '../engine/documents_journeys.js'
import type { View } from './context.js'
import { cohortName, cohortsSay, leastForShare } from './journeys_say.js'
import { part, table, twin } from './part.js'
import { type Spot, walk } from './walk.js'

const latest = 24

function words(view: View, cohort: Cohort, age: number): string {
  const { t, f } = view.text
  const counts = t.journeys.countOf(f.count(cohort.upgraded[age]), f.count(cohort.customers))
  return cohort.customers < leastForShare ? counts : f.rate(cohort.shares[age] ?? null)
}

function spotOf(view: View, cohorts: Cohorts, cohort: Cohort, age: number) {
  const { t, f } = view.text
  const few = cohort.customers < leastForShare
  const counts = t.journeys.countOf(f.count(cohort.upgraded[age]), f.count(cohort.customers))
  const running = age >= cohort.complete ? [t.journeys.stillRunning] : []
  return {
    name: `${cohortName(view, cohorts, cohort)}, ${t.journeys.cohortCell(cohorts.unit, age, f)}`,
    figure: words(view, cohort, age),
    facts: [few ? t.journeys.countsOnly : counts, ...running],
  }
}

function legend(view: View, rows: readonly Cohort[], most: number) {
  const { t, f } = view.text
  const entries = [
    ...(most > 0 ? [t.journeys.darker(f.rate(most))] : []),
    ...(rows.some((row) => row.complete < row.shares.length) ? [t.journeys.hatched] : []),
    ...(rows.some((row) => row.customers < leastForShare) ? [t.journeys.outlined] : []),
  ]
  return html`<p class="legend soft small">${entries.map((entry) => html`<span>${entry}</span>`)}</p>`
}

function map(view: View, cohorts: Cohorts, rows: readonly Cohort[]) {
  const { t } = view.text
  const drawn = cohortMap({
    rows,
    names: rows.map((row) => cohortName(view, cohorts, row)),
    leastCustomers: leastForShare,
    place: view.state.widths.cohorts ?? 640,
    ageLabel: t.journeys.age[cohorts.unit],
    text: view.text,
  })
  const spots = drawn.boxes.map(
    ({ row, age, box }): Spot => ({
      row,
      column: age,
      box,
      ...spotOf(view, cohorts, rows[row] as Cohort, age),
    }),
  )
  const { width, height, drawing, most } = drawn
  const label = t.journeys.cohortsLabel
  // First read out: the oldest cohort at its last age that is over.
  const first = Math.max(0, (rows[0]?.complete ?? 1) - 1)
  const keys = legend(view, rows, most)
  return walk(view, {
    place: 'cohorts',
    label,
    width,
    height,
    spots,
    first,
    drawing,
    legend: keys,
  })
}

function list(view: View, cohorts: Cohorts, rows: readonly Cohort[]) {
  const { t, f } = view.text
  const ages = Math.max(...rows.map((row) => row.shares.length))
  const heads = Array.from({ length: ages }, (_, age) => f.count(age))
  const cell = (row: Cohort, age: number) =>
    age >= row.shares.length ? '' : `${words(view, row, age)}${age >= row.complete ? ' *' : ''}`
  const lines = rows.map((row) => [
    cohortName(view, cohorts, row),
    f.count(row.customers),
    ...heads.map((_, age) => cell(row, age)),
  ])
  const running = rows.some((row) => row.complete < row.shares.length)
  return html`${table(view, t.journeys.cohorts, [t.journeys.cohort, t.journeys.customers, ...heads], lines)}
    ${running ? html`<p class="soft small">* ${t.journeys.stillRunning}</p>` : nothing}`
}

function more(view: View, count: number) {
  const { t, f } = view.text
  if (count <= latest) return nothing
  const { allCohorts } = view.state
  const label = allCohorts
    ? t.journeys.showLatest(f.count(latest))
    : t.journeys.showAll(f.count(count))
  return html`<p class="small">
    ${allCohorts ? nothing : html`<span class="soft">${t.journeys.latestOf(f.count(latest), f.count(count))}</span> `}
    <button class="link" data-focus="all-cohorts" @click=${() => view.send({ type: 'allCohorts', on: !allCohorts })}>${label}</button>
  </p>`
}

export function cohorts(view: View, report: Report) {
  const { t, f } = view.text
  const found = report.cohorts
  if (!found) return nothing
  const { state } = view
  const rows = state.allCohorts ? found.rows : found.rows.slice(-latest)
  const unknown =
    found.unknownStart > 0
      ? html`<p class="soft small">${t.journeys.unknownStart(found.unknownStart, f)}</p>`
      : nothing
  // Many cells: made anew only where something of theirs changed.
  const depends = [
    report,
    state.locale,
    state.language,
    state.allCohorts,
    state.widths.cohorts,
    state.walked.cohorts,
  ]
  const body = html`${guard(depends, () => map(view, found, rows))} ${more(view, found.rows.length)}
    ${guard([...depends.slice(0, 4), state.copied, state.guarded], () => twin(view, list(view, found, rows)))} ${unknown}`
  return part({
    place: 'cohorts',
    title: t.journeys.cohorts,
    hint: t.journeys.cohortsSubtitle[found.unit],
    says: cohortsSay(view, { ...found, rows }),
    ...(rows.length > 0 ? { body } : {}),
  })
}
