/** Paths: who moved from which plan to which in the headline period, as a matrix and as a list. */
import { html } from 'lit'
import { pathMatrix } from '../charts/path_matrix.js'
import type { Report } from '../engine/documents.js'
import type { Path } from '../engine/documents_journeys.js'
import { missing } from '../text/format.js'
import type { View } from './context.js'
import { pathsSay } from './journeys_say.js'
import { part, table, twin } from './part.js'
import { headlineName } from './shown.js'
import { type Spot, walk } from './walk.js'

function facts(view: View, path: Path): string[] {
  const { t, f } = view.text
  const events = `${t.journeys.kinds[path.kind]}, ${t.journeys.eventsOf(path.events, f)}`
  if (path.value === null) return [events, t.journeys.valueUnknown]
  const value = t.journeys.valueOf(f.signedAmount(path.value))
  if (path.valuedEvents === path.events) return [events, value]
  return [events, value, t.journeys.valuedOf(f.count(path.valuedEvents), f.count(path.events))]
}

function matrix(view: View, report: Report, paths: readonly Path[]) {
  const { t, f } = view.text
  const ladder = report.data.plans.map(({ plan }) => plan)
  const drawn = pathMatrix(paths, ladder, view.state.widths.paths ?? 640, view.text)
  const spots = paths.map((path, i): Spot => {
    const { row = 0, column = 0 } = drawn.places[i] ?? {}
    const name = t.journeys.path(path.from, path.to)
    const figure = t.journeys.customersOf(path.customers, f)
    return {
      row,
      column,
      box: drawn.boxes[i] ?? [0, 0, 0, 0],
      name,
      figure,
      facts: facts(view, path),
    }
  })
  const most = Math.max(...paths.map(({ customers }) => customers))
  const first = paths.findIndex(({ customers }) => customers === most)
  const { width, height, drawing } = drawn
  return walk(view, {
    place: 'paths',
    label: t.journeys.pathsLabel,
    width,
    height,
    spots,
    first,
    drawing,
  })
}

function list(view: View, paths: readonly Path[]) {
  const { t, f } = view.text
  const { from, to, kind, customers, events, value } = t.journeys
  const rows = paths.map((path) => [
    path.from,
    path.to,
    t.journeys.kinds[path.kind],
    f.count(path.customers),
    f.count(path.events),
    path.value === null
      ? missing
      : path.valuedEvents === path.events
        ? f.signedAmount(path.value)
        : `${f.signedAmount(path.value)} (${t.journeys.countOf(f.count(path.valuedEvents), f.count(path.events))})`,
  ])
  return table(view, t.journeys.paths, [from, to, kind, customers, events, value], rows, 3)
}

export function paths(view: View, report: Report) {
  const { journeys } = view.text.t
  const found = report.paths
  const says = pathsSay(view, found, headlineName(view, report))
  const body =
    found && found.length > 0
      ? html`${matrix(view, report, found)} ${twin(view, list(view, found))}`
      : undefined
  return part({ place: 'paths', title: journeys.paths, hint: journeys.pathsOfAll, says, body })
}
