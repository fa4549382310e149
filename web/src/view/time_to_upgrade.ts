/** Time to the first upgrade: two curves, the shares at fixed days beside them, and the whole curve as a table. */
import { html, nothing } from 'lit'
import { incidenceChart } from '../charts/incidence_chart.js'
import type { Report } from '../engine/documents.js'
import type { TimeToUpgrade } from '../engine/documents_journeys.js'
import type { View } from './context.js'
import { leastForShare, timeSay } from './journeys_say.js'
import { part, table, twin } from './part.js'
import { type Spot, walk } from './walk.js'

function curve(view: View, time: TimeToUpgrade) {
  const { t, f } = view.text
  const place = 'time-to-upgrade'
  const drawn = incidenceChart(time, view.state.widths[place] ?? 640, view.text)
  const spots = time.curve.map(
    (point, i): Spot => ({
      row: 0,
      column: i,
      box: drawn.boxes[i] ?? [0, 0, 0, 0],
      name: t.journeys.afterDays(point.days, f),
      figure: f.rate(point.share),
      facts: [
        ...(point.interval ? [f.interval(point.interval)] : []),
        t.journeys.leftBy(f.rate(point.churnShare)),
        t.journeys.watchedOf(f.count(point.watched)),
      ],
    }),
  )
  return walk(view, {
    place,
    label: t.journeys.timeLabel,
    width: drawn.width,
    height: drawn.height,
    spots,
    first: spots.length - 1,
    drawing: drawn.drawing,
    mark: (spot) => drawn.mark(spot.column),
  })
}

function atDays(view: View, time: TimeToUpgrade) {
  const { t, f } = view.text
  const { days, watched, share, interval, time: title } = t.journeys
  const rows = time.atDays.map((point) => [
    f.count(point.days),
    f.count(point.watched),
    f.rate(point.share),
    f.interval(point.interval),
  ])
  return table(view, title, [days, watched, share, interval], rows)
}

function whole(view: View, time: TimeToUpgrade) {
  const { t, f } = view.text
  const { days, watched, share, interval, leftLine, curve: title } = t.journeys
  const rows = time.curve.map((point) => [
    f.count(point.days),
    f.count(point.watched),
    f.rate(point.share),
    f.interval(point.interval),
    f.rate(point.churnShare),
  ])
  return table(view, title, [days, watched, share, interval, leftLine], rows)
}

/** Where the sentence tells a share, the counts stand here; then who takes no part. */
function small(view: View, time: TimeToUpgrade, says: string) {
  const { t, f } = view.text
  const { customers, upgraded, churned, censored } = time
  const counts = t.journeys.timeCounts(customers, upgraded, churned, censored, f)
  const told = [
    ...(customers === 0 || counts === says ? [] : [counts]),
    ...(time.newOnTopTier > 0 ? [t.journeys.newOnTop(time.newOnTopTier, f)] : []),
    ...(time.unknownStart > 0 ? [t.journeys.unknownStart(time.unknownStart, f)] : []),
  ]
  return told.length > 0 ? html`<p class="soft small">${told.join(' ')}</p>` : nothing
}

export function timeToUpgrade(view: View, report: Report) {
  const { journeys } = view.text.t
  const time = report.timeToUpgrade
  if (!time) return nothing
  const says = timeSay(view, report, time)
  const shown = time.customers >= leastForShare
  const drawn = shown && time.curve.length > 0
  const body = html`${drawn ? curve(view, time) : nothing} ${shown ? atDays(view, time) : nothing}
    ${drawn ? twin(view, whole(view, time), journeys.curve) : nothing} ${small(view, time, says)}`
  return part({ place: 'time', title: journeys.time, says, body })
}
