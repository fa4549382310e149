/**
 * How it is counted: every choice behind the figure, beside the figure, each one click from being
 * changed. The plan ladder first, then what is divided by what, then time, then the scale.
 */
import { html, nothing } from 'lit'
import { guard } from 'lit/directives/guard.js'
import { live } from 'lit/directives/live.js'
import type {
  BandWindow,
  Base,
  MovementValues,
  Numerator,
  PeriodUnit,
  Settings,
} from '../engine/documents.js'
import { effective } from '../page/state.js'
import { bandsForm } from './bands_form.js'
import { areFixed } from './columns.js'
import { choose, type View } from './context.js'
import { currencyForm } from './currencies.js'
import { filterForm, segmentColumns } from './filters.js'
import { inTurn } from './in_turn.js'
import { ladder } from './ladder.js'
import { launchesForm } from './launches.js'
import { notesFor } from './notes.js'
import { rangeForm } from './range_form.js'
import { settingsFileTools } from './settings_file.js'
import { statusesForm } from './statuses.js'

const choice = (label: string, control: unknown) =>
  html`<label class="choice"><span>${label}</span>${control}</label>`

function menu<V extends string | number | null>(
  view: View,
  key: string,
  options: readonly (readonly [V, string])[],
  now: V | undefined,
  set: (value: V) => Settings,
) {
  const pick = (e: Event) => {
    const option = options[(e.target as HTMLSelectElement).selectedIndex]
    if (option) choose(view, set(option[0]))
  }
  return html`<select data-focus=${`set-${key}`} @change=${pick}>
    ${options.map(([value, label]) => html`<option .selected=${live(value === now)}>${label}</option>`)}
  </select>`
}

const entries = <V extends string>(table: { readonly [v in V]: string }) =>
  Object.entries(table) as [V, string][]

/** Of movements with a value, what it says: the rows do not always tell. */
function movementValues(view: View, now: Settings) {
  const { t } = view.text
  const data = view.state.report?.data
  const isAsked =
    data?.shape === 'movements' && data.columns.some((column) => column.part === 'value')
  if (!isAsked) return nothing
  const known = entries<MovementValues>(t.settings.movementValues)
  const unknown = [[null, t.settings.movementValuesUnknown]] as const
  const value = now.movementValues ?? null
  return choice(
    t.settings.valueIs,
    menu(
      view,
      'movement-values',
      value ? known : [...unknown, ...known],
      value,
      (movementValues) => ({ movementValues }),
    ),
  )
}

function whatIsCounted(view: View, now: Settings) {
  const { t } = view.text
  const totals = areFixed(view.state.report?.data.shape)
  const dated = view.state.report?.periods[0]?.start !== null
  return html`<div class="choices">
    ${choice(
      t.settings.counted,
      menu(
        view,
        'numerator',
        entries<Numerator>(t.settings.numerators),
        now.numerator,
        (numerator) => ({ numerator }),
      ),
    )}
    ${choice(
      t.settings.outOf,
      menu(view, 'base', entries<Base>(t.settings.bases), now.base, (base) => ({ base })),
    )}
    ${
      dated
        ? choice(
            t.settings.period,
            menu(view, 'period', entries<PeriodUnit>(t.settings.units), now.period, (period) => ({
              period,
            })),
          )
        : nothing
    }
    ${movementValues(view, now)}
    ${
      totals
        ? nothing
        : choice(
            t.settings.prospects,
            html`<input type="checkbox" .checked=${live(now.prospectsAreCustomers ?? false)}
          @change=${(e: Event) => choose(view, { prospectsAreCustomers: (e.target as HTMLInputElement).checked })} />`,
          )
    }
  </div>`
}

function scaleChoices(view: View, now: Settings) {
  const { t } = view.text
  return html`<h3>${t.settings.scale}</h3>
    ${bandsForm(view)}
    <div class="choices">
      ${choice(
        t.settings.scaleWindow,
        menu(
          view,
          'window',
          entries<BandWindow>(t.settings.windows),
          now.bandWindow,
          (bandWindow) => ({ bandWindow }),
        ),
      )}
    </div>`
}

let listed: string[] | null = null

/** Some four hundred, so asked for once and written once. */
function zones(): string[] {
  listed ??= ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')]
  return listed
}

function timeChoices(view: View, now: Settings) {
  const { t, f } = view.text
  const months = Array.from({ length: 12 }, (_, i) => [i + 1, f.monthName(i + 1)] as const)
  const levels = ([0.9, 0.95, 0.99] as const).map(
    (level) => [level as number, f.percent(level, 0)] as const,
  )
  const zone = now.timeZone ?? 'UTC'
  const until = now.dataUntil?.includes('T') ? f.isoDay(now.dataUntil, zone) : (now.dataUntil ?? '')
  const known = zones().includes(zone) ? zones() : [zone, ...zones()]
  const bridges = [...new Set([0, 1, 2, 3, 7, 14, 30, now.bridgeDays ?? 1])].sort((a, b) => a - b)
  return html`<details class="more">
    <summary>${t.settings.more}</summary>
    <div class="choices">
      ${choice(
        t.settings.fiscalStart,
        menu(view, 'fiscal', months, now.fiscalStartMonth, (fiscalStartMonth) => ({
          fiscalStartMonth,
        })),
      )}
      ${choice(
        t.settings.timeZone,
        guard([zone, view.state.settings.now, view.send], () =>
          menu(
            view,
            'zone',
            known.map((z) => [z, z.replace(/_/g, ' ')] as const),
            zone,
            (timeZone) => ({ timeZone }),
          ),
        ),
      )}
      ${choice(
        t.settings.dataUntil,
        html`<input type="date" ?data-blank=${until === ''} .value=${live(until)}
        @change=${(e: Event) => choose(view, { dataUntil: (e.target as HTMLInputElement).value || null })} />`,
      )}
      ${choice(
        t.settings.bridge,
        menu(
          view,
          'bridge',
          bridges.map((n) => [n, `${f.count(n)} ${t.settings.days(n, f)}`] as const),
          now.bridgeDays,
          (bridgeDays) => ({ bridgeDays }),
        ),
      )}
      ${choice(
        t.settings.level,
        menu(view, 'level', levels, now.level, (level) => ({ level })),
      )}
    </div>
    ${rangeForm(view, now)}
  </details>`
}

function historyTools(view: View) {
  const { state, text, send } = view
  const { t } = text
  const { past, future, now } = state.settings
  const changed = Object.keys(now).length > 0
  return html`<div class="history">
    <button class="link" data-focus="undo" ?disabled=${past.length === 0} @click=${() => send({ type: 'undo' })}>${t.settings.undo}</button>
    <button class="link" data-focus="redo" ?disabled=${future.length === 0} @click=${() => send({ type: 'redo' })}>${t.settings.redo}</button>
    <button class="link" data-focus="reset" ?disabled=${!changed} @click=${() => send({ type: 'reset' })}>${t.settings.reset}</button>
  </div>`
}

export function counted(view: View) {
  const { t } = view.text
  const now = effective(view.state)
  return html`<aside class="counted" aria-labelledby="counted-title">
    <div class="counted-head"><h2 id="counted-title">${t.settings.howCounted}</h2>${historyTools(view)}${settingsFileTools(view)}</div>
    <details class="fold"><summary>${t.settings.unfold}</summary><div class="fold-body">
    ${ladder(view)} ${notesFor(view, 'plans')} ${statusesForm(view)} ${whatIsCounted(view, now)} ${scaleChoices(view, now)} ${inTurn(view.state.report, () => timeChoices(view, now))}
    ${segmentColumns(view)} ${filterForm(view)} ${currencyForm(view)}
    ${view.state.report?.periods[0]?.start ? launchesForm(view) : nothing}
    </div></details>
  </aside>`
}
