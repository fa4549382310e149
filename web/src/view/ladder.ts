/**
 * The plan ladder, highest rung on top. A plan moves by its handle (drag, or arrow keys; with Shift
 * onto its neighbour's rung) or by a menu of places. Dropping on the middle of a rung shares it,
 * near an edge makes a rung of its own.
 */
import { html, nothing } from 'lit'
import { live } from 'lit/directives/live.js'
import { repeat } from 'lit/directives/repeat.js'
import type { PlanFound, PlanSetting, Role } from '../engine/documents.js'
import { ladderOf, type Place, put, step } from '../page/plan_ladder.js'
import { effective } from '../page/state.js'
import { choose, type View } from './context.js'

interface Rung {
  plans: readonly string[]
  /** From the top. */
  index: number
  tier: number
}

const handle = html`<svg viewBox="0 0 10 16" width="10" height="16" aria-hidden="true"><path d="M2 2h2v2H2zM6 2h2v2H6zM2 7h2v2H2zM6 7h2v2H6zM2 12h2v2H2zM6 12h2v2H6z"/></svg>`

function keys(view: View, plans: readonly PlanSetting[], plan: string) {
  return (e: KeyboardEvent) => {
    if (e.key !== 'ArrowUp' && e.key !== 'ArrowDown') return
    e.preventDefault()
    choose(view, { plans: step(plans, plan, e.key === 'ArrowUp' ? 'up' : 'down', e.shiftKey) })
  }
}

/** Where a pointer over the ladder would put a plan: onto a rung's middle half, else beside it. */
function placeAt(list: Element, clientY: number): Place | null {
  const rungs = [...list.querySelectorAll<HTMLElement>('[data-rung]')]
  for (const element of rungs) {
    const box = element.getBoundingClientRect()
    if (clientY > box.bottom) continue
    const part = (clientY - box.top) / box.height
    const rung = Number(element.dataset.rung)
    return { where: part < 0.25 ? 'over' : part > 0.75 ? 'under' : 'onto', rung }
  }
  return rungs.length > 0 ? { where: 'under', rung: rungs.length - 1 } : null
}

function showPlace(list: Element, place: Place | null) {
  for (const element of list.querySelectorAll<HTMLElement>('[data-rung]')) {
    const here =
      place !== null && place.where !== 'role' && Number(element.dataset.rung) === place.rung
    element.dataset.drop = here ? place.where : ''
  }
}

/** Follows one drag from its handle to where it is let go; Escape gives up. */
function drag(view: View, plans: readonly PlanSetting[], plan: string) {
  return (e: PointerEvent) => {
    const grip = e.currentTarget as HTMLElement
    const list = grip.closest('.ladder')
    if (!list || e.button !== 0) return
    grip.setPointerCapture(e.pointerId)
    const gone = new AbortController()
    const on = { signal: gone.signal }
    const end = () => {
      showPlace(list, null)
      gone.abort()
    }
    grip.addEventListener('pointermove', (move) => showPlace(list, placeAt(list, move.clientY)), on)
    grip.addEventListener(
      'pointerup',
      (up) => {
        const place = Math.abs(up.clientY - e.clientY) > 6 ? placeAt(list, up.clientY) : null
        end()
        if (place) choose(view, { plans: put(plans, plan, place) })
      },
      on,
    )
    grip.addEventListener('pointercancel', end, on)
    grip.addEventListener('keydown', (key) => key.key === 'Escape' && end(), on)
  }
}

function placeMenu(
  view: View,
  plans: readonly PlanSetting[],
  plan: string,
  role: Role,
  rung: Rung | null,
  rungs: readonly Rung[],
) {
  const { t } = view.text
  const pick = (e: Event) => {
    const value = (e.target as HTMLSelectElement).value
    const place: Place = value.startsWith('rung')
      ? { where: 'onto', rung: Number(value.slice(4)) }
      : value === 'tier'
        ? { where: 'under', rung: rung ? rung.index : rungs.length - 1 }
        : { where: 'role', role: value as 'none' }
    choose(view, { plans: put(plans, plan, place) })
  }
  const alone = rung !== null && rung.plans.length === 1
  return html`<select class="place" aria-label=${t.settings.placeOf(plan)} data-focus=${`place-${plan}`} @change=${pick}>
    ${rungs.map((r) => html`<option value=${`rung${r.index}`} .selected=${live(rung?.index === r.index)}>${t.settings.step(r.tier)}</option>`)}
    ${alone ? nothing : html`<option value="tier">${t.settings.roles.tier}</option>`}
    ${(['addOn', 'prospect', 'none'] as const).map(
      (r) => html`<option value=${r} .selected=${live(role === r)}>${t.settings.roles[r]}</option>`,
    )}
  </select>`
}

export function ladder(view: View) {
  const { state, text } = view
  const { t, f } = text
  const plans = effective(state).plans ?? []
  const found = new Map(
    (state.report?.data.plans ?? []).map((p): [string, PlanFound] => [p.plan, p]),
  )
  if (plans.length === 0) return nothing
  const { rungs: names, others } = ladderOf(plans)
  const rungs = names.map(
    (list, index): Rung => ({ plans: list, index, tier: names.length - index }),
  )
  const item = (plan: string, role: Role, rung: Rung | null) => {
    const detail = found.get(plan)
    const held =
      detail?.typicalValue != null
        ? f.amount(detail.typicalValue)
        : detail
          ? t.source.customers(detail.customers, f)
          : ''
    const hint = role === 'tier' ? held : t.settings.rolesShort[role]
    return html`<li class="plan">
      <span class="plan-name" title=${plan}>${plan}</span>
      <span class="plan-hint num">${hint}</span>
      ${placeMenu(view, plans, plan, role, rung, rungs)}
      <button class="grip" aria-label=${t.settings.movePlan(plan)} data-focus=${`grip-${plan}`}
        @keydown=${keys(view, plans, plan)} @pointerdown=${drag(view, plans, plan)}>${handle}</button>
    </li>`
  }
  return html`<h3>${t.settings.plans}</h3>
    <ol class="ladder">
      ${repeat(
        rungs,
        (r) => r.tier,
        (r) => html`<li class="rung" data-rung=${r.index}>
        <span class="badge num" aria-hidden="true">${r.tier}</span>
        <ul>${repeat(
          r.plans,
          (plan) => plan,
          (plan) => item(plan, 'tier', r),
        )}</ul>
      </li>`,
      )}
      ${
        others.length > 0
          ? html`<li class="rung beside"><span class="badge none" aria-hidden="true"></span>
            <ul>${repeat(
              others,
              (o) => o.plan,
              (o) => item(o.plan, o.role, null),
            )}</ul></li>`
          : nothing
      }
    </ol>
    <p class="soft small">${t.settings.plansHelp}</p>`
}
