/**
 * What can be taken along: a chart as a picture, a table as text; quiet links under each. And the
 * words that go with a picture: those that stand around the chart, how the figure is defined, and
 * where it comes from.
 */
import { html, nothing } from 'lit'
import type { PictureWords } from '../charts/picture.js'
import { effective } from '../page/state.js'
import type { View } from './context.js'
import { conditions } from './filters.js'
import { loadedFacts, loadedName } from './masthead.js'
import { headlineName, shownPeriod } from './shown.js'
import { rangeOnChart } from './trend_range.js'

export const pictureForms = ['SVG', 'PNG'] as const
export const tableForms = ['TSV', 'Markdown'] as const
export type PictureForm = (typeof pictureForms)[number]
export type TableForm = (typeof tableForms)[number]

/** In the frame of another page only what that page asked for. */
const isWidget = ({ state }: View): boolean => Boolean(state.shared?.view)

/** `place`: where the chart is measured; `what`: its name, for who does not see it. */
export function pictureLinks(view: View, place: string, what: string) {
  const { t } = view.text
  if (isWidget(view)) return nothing
  return html`<p class="take small" role="group" aria-label=${t.take.pictureOf(what)}>
    <span class="soft">${t.take.picture}</span>
    ${pictureForms.map(
      (form) =>
        html`<button class="link" data-focus=${`picture-${place}-${form}`} aria-label=${t.take.saveAs(what, form)} @click=${() => view.acts.picture(place, form)}>${form}</button>`,
    )}
  </p>`
}

/** `label`: that of the table's region. */
export function tableLinks(view: View, label: string) {
  const { t, f } = view.text
  const { copied, guarded } = view.state
  if (isWidget(view)) return nothing
  return html`<p class="take small" role="group" aria-label=${t.take.tableOf(label)}>
    <span class="soft">${t.take.table}</span>
    ${tableForms.map((form) => {
      const key = `${form} ${label}`
      return html`<button class="link" data-focus=${`table-${key}`} aria-label=${t.take.copyAs(label, form)} @click=${() => view.acts.copyTable(label, form)}>${copied === key ? t.answer.copied : form}</button>`
    })}
    ${guarded?.label === label ? html`<span class="soft" role="status">${t.take.guarded(guarded.cells, f)}</span>` : nothing}
  </p>`
}

const text = (element: Element | null | undefined): string =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim()

const texts = (around: Element, query: string): string[] =>
  [...around.querySelectorAll(query)].map(text).filter((each) => each !== '')

/** How the figures of a chart come about; nothing where they are plain counts. */
function definition(view: View, place: string): string[] {
  const { t } = view.text
  const { numerator = 'upgraded', base = 'opening' } = view.state.report?.settings ?? {}
  if (/^(?:scale|trend|funnel-|mix-)/.test(place))
    return [t.take.rate(t.settings.numerators[numerator], t.settings.bases[base])]
  const own = t.take.definitions[place]
  return own ? [own] : []
}

/** Names of files and of conditions are all it says of the data. */
function source(view: View): string[] {
  const { state, text: words } = view
  const { t, f } = words
  const { report } = state
  if (!report) return []
  const facts = state.origin === 'typed' || state.shared ? [] : loadedFacts(view, report)
  const { today } = report.settings
  const day = today ? [t.take.made(f.day(today, 'UTC')).replaceAll(' ', '\u00a0')] : []
  const only = conditions(view)
  return [
    ...(only.length > 0 ? [`${t.segments.only} ${f.list(only)}`] : []),
    t.take.source(
      [state.shared ? t.take.fromLink : loadedName(view), ...facts, ...day].join(' · '),
    ),
  ]
}

function answerWords(view: View): Pick<PictureWords, 'title' | 'subtitle' | 'says'> {
  const { t, f } = view.text
  const shown = shownPeriod(view)
  if (!shown) return { title: t.title, subtitle: '', says: [] }
  const counts = `${f.count(shown.period.numerator)} ÷ ${f.count(shown.period.base)}`
  const level = f.percent(effective(view.state).level ?? 0.95, 0)
  const range = t.answer.interval(level, f.interval(shown.period.interval))
  const subtitle = [shown.name, counts, range].filter(Boolean).join(' · ')
  return { title: `${t.title}: ${shown.rate}`, subtitle, says: [shown.sentence] }
}

/** What the marks mean; that of a run is filled. */
const keysOf = (around: Element): string[] =>
  [...around.querySelectorAll('.key')].map(
    (key) => `${key.querySelector('.run') ? '■' : '◇'} ${text(key)}`,
  )

/** The lines drawn over the rates have no name in the drawing. */
function layerNames(view: View, place: string): string[] {
  const { t, f } = view.text
  const { report, layers } = view.state
  if (!report || place !== 'trend') return []
  const { pooled3, pooled12, limits } = t.take.lines
  const known = { pooled3, pooled12 }
  const pooled = (['pooled3', 'pooled12'] as const)
    .filter((layer) => layers.includes(layer) && report.periods.some((p) => p[layer] != null))
    .map((layer) => known[layer])
  const names = [...pooled, ...(layers.includes('limits') && report.trend.chart ? [limits] : [])]
  return names.length > 0 ? [t.take.drawn(f.list(names))] : []
}

/** The stretch that was chosen as the range of the answer. */
function shaded(view: View, place: string): string[] {
  const { report } = view.state
  const name = report && rangeOnChart(report) ? headlineName(view, report) : null
  return place === 'trend' && name ? [view.text.t.take.shaded(name)] : []
}

/** `drawing` stands in the page as it is drawn to be taken. */
export function pictureWords(view: View, place: string, drawing: Element): PictureWords {
  const { t } = view.text
  const around = drawing.closest('.part, .trend-section, .answer') ?? drawing
  const own = {
    title: [t.title, text(around.querySelector('h2, h3'))].filter(Boolean).join(': '),
    subtitle: text(around.querySelector('.section-head > .soft, h3 + .soft')),
    says: texts(around, ':scope > .told, :scope > .says > p'),
  }
  const notes = texts(around, ':scope > p.soft.small:not(.legend, .beside-answer, h3 + p)')
  return {
    ...(place === 'scale' ? answerWords(view) : own),
    keys: [...texts(around, '.legend span, .zone-list li'), ...keysOf(around)],
    foot: [
      ...(place === 'scale' ? [] : notes),
      ...layerNames(view, place),
      ...shaded(view, place),
      ...definition(view, place),
      ...source(view),
    ],
  }
}
