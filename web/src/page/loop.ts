/**
 * The loop: an action makes a new state, the state makes the markup, Lit changes what differs. Also
 * here, once: what measures the places of charts, and what gives focus back to a control that moved.
 * The page runs it over its document, the element over its shadow root.
 */
import { render } from 'lit'
import { type Text, textFor } from '../text/language.js'
import { drawPatiently, whenDrawn } from '../view/in_turn.js'
import { page } from '../view/page.js'
import { type Effects, makeEffects } from './effects.js'
import type { EnginePort } from './engine_port.js'
import type { State } from './state.js'
import { type Action, update } from './update.js'

export interface Stage {
  port: EnginePort
  /** Where the markup goes, and what knows the focus in it. */
  root: HTMLElement
  scope: DocumentOrShadowRoot
  first: State
  /** What must hold of every state. */
  hold: (state: State) => State
  /** Called after each change, before anything is drawn. */
  changed: (before: State, after: State) => void
  /** What of the state shows outside the root. */
  dress: (state: State, text: Text) => void
}

export interface Loop {
  send: (action: Action) => void
  effects: Effects
  draw: () => void
}

/** Charts are drawn in units of 1/16 of the root's text size, so that they grow with the reader's text. */
const textScale = (): number =>
  Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1

const changesSettings = new Set<Action['type']>(['chose', 'undo', 'redo', 'reset', 'settingsFile'])

export function loop({ port, root, scope, first, hold, changed, dress }: Stage): Loop {
  let state = hold(first)
  let drawing = false
  /** Nothing but measured widths changed since the last drawing. */
  let onlyWidths = true
  let focused: HTMLElement | null = null
  let focusName: string | undefined

  const widthOf = (element: Element) => {
    const place = (element as HTMLElement).dataset.measure
    const width = Math.floor(element.clientWidth / textScale())
    if (place && width > 0) send({ type: 'resized', place, width })
  }
  // In a frame of its own: drawing inside the observer would make it report its own drawing.
  const measure = new ResizeObserver((entries) =>
    requestAnimationFrame(() => entries.map((e) => widthOf(e.target))),
  )
  const measured = new WeakSet<Element>()

  const draw = (): void => {
    drawing = false
    const text = textFor(state.language, state.locale)
    focused = scope.activeElement as HTMLElement | null
    focusName = focused?.dataset?.focus
    dress(state, text)
    drawPatiently(onlyWidths)
    onlyWidths = true
    render(page({ state, now: () => state, text, send, acts: effects }), root)
    settle()
  }

  /** Charts that are new get their widths, and a control that moved keeps the focus it had. */
  const settle = (): void => {
    for (const element of root.querySelectorAll('[data-measure]')) {
      if (measured.has(element)) continue
      measured.add(element)
      measure.observe(element)
      // What is not drawn yet has no width; the observer sees to it.
      if (element.checkVisibility?.({ contentVisibilityAuto: true }) ?? true) widthOf(element)
    }
    const active = scope.activeElement as HTMLElement | null
    const isLost = active === null || active === document.body || active === focused
    if (focusName && isLost && active?.dataset?.focus !== focusName)
      root
        .querySelector<HTMLElement>(`[data-focus="${CSS.escape(focusName)}"]`)
        ?.focus({ preventScroll: true })
  }
  whenDrawn(settle)

  function send(action: Action): void {
    const before = state
    state = hold(update(state, action))
    if (changesSettings.has(action.type) && state.settings.now !== before.settings.now)
      effects.settingsChanged()
    if (state === before) return
    changed(before, state)
    onlyWidths &&= action.type === 'resized'
    if (drawing) return
    drawing = true
    queueMicrotask(draw)
  }

  const effects = makeEffects(port, () => state, send)
  return { send, effects, draw }
}
