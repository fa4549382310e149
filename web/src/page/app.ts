/**
 * The loop of the page: an action makes a new state, the state makes the markup, Lit changes what
 * differs. Also here, once: what listens to the whole window (drop, paste, undo keys, faults), what
 * measures the places of charts, and what gives focus back to a control that moved.
 */
import { render } from 'lit'
import { detectLanguage, localeFor, textFor } from '../text/language.js'
import { drawPatiently, whenDrawn } from '../view/in_turn.js'
import { page } from '../view/page.js'
import { styleSheets } from '../view/styles.js'
import { type Effects, makeEffects } from './effects.js'
import type { EnginePort } from './engine_port.js'
import { tellHeight } from './height.js'
import { failure } from './loading.js'
import { pastedText } from './sources.js'
import { answered, initial, type State, wouldLose } from './state.js'
import { type Action, update } from './update.js'

/** Charts are drawn in units of 1/16 of the root's text size, so that they grow with the reader's text. */
const textScale = (): number =>
  Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1

const changesSettings = new Set<Action['type']>(['chose', 'undo', 'redo', 'reset', 'settingsFile'])

export function start(port: EnginePort, root: HTMLElement): void {
  const language = detectLanguage()
  let state: State = initial(language, localeFor(language))
  let drawing = false
  /** Nothing but measured widths changed since the last drawing. */
  let onlyWidths = true
  let focused: HTMLElement | null = null
  let focusName: string | undefined
  document.adoptedStyleSheets = styleSheets()

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
    focused = document.activeElement as HTMLElement | null
    focusName = focused?.dataset?.focus
    document.documentElement.lang = state.language
    document.documentElement.dataset.theme = state.theme
    document.title = text.t.title
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
    const active = document.activeElement as HTMLElement | null
    const isLost = active === document.body || active === focused
    if (focusName && isLost && active?.dataset?.focus !== focusName)
      root
        .querySelector<HTMLElement>(`[data-focus="${CSS.escape(focusName)}"]`)
        ?.focus({ preventScroll: true })
  }
  whenDrawn(settle)

  function send(action: Action): void {
    const before = state
    state = update(state, action)
    if (answered(state) !== answered(before)) arrive()
    if (wouldLose(state) !== wouldLose(before)) guardLeaving(wouldLose(state))
    if (changesSettings.has(action.type) && state.settings.now !== before.settings.now)
      effects.settingsChanged()
    if (state === before) return
    onlyWidths &&= action.type === 'resized'
    if (drawing) return
    drawing = true
    queueMicrotask(draw)
  }

  /** From the first minute to the answer, or back: begin at its top, for eyes and for screen readers. */
  const arrive = (): void => {
    setTimeout(() => {
      scrollTo(0, 0)
      document.getElementById('main')?.focus({ preventScroll: true })
    })
  }

  const effects = makeEffects(port, () => state, send)
  listen(effects, send)
  tellHeight()
  effects.followed(location.hash)
  draw()
}

const askBeforeLeaving = (e: BeforeUnloadEvent) => e.preventDefault()

/** Only while there is something to lose: the listener alone keeps browsers from going back fast. */
function guardLeaving(on: boolean): void {
  if (on) addEventListener('beforeunload', askBeforeLeaving)
  else removeEventListener('beforeunload', askBeforeLeaving)
}

const inField = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.matches('input:not([type=checkbox]):not([type=file]), textarea')

function listen(effects: Effects, send: (action: Action) => void): void {
  const hasFiles = (e: DragEvent) =>
    e.dataTransfer?.types.some((type) => type === 'Files' || type === 'text/plain') ?? false
  addEventListener('dragover', (e) => {
    if (!hasFiles(e)) return
    e.preventDefault()
    send({ type: 'dragging', on: true })
  })
  addEventListener(
    'dragleave',
    (e) => e.relatedTarget === null && send({ type: 'dragging', on: false }),
  )
  addEventListener('drop', (e) => {
    e.preventDefault()
    send({ type: 'dragging', on: false })
    const files = [...(e.dataTransfer?.files ?? [])]
    const text = files.length === 0 ? pastedText(e.dataTransfer) : null
    if (files.length > 0) effects.files(files)
    else if (text) effects.text(text)
  })
  addEventListener('paste', (e) => {
    if (inField(e.target)) return
    const files = [...(e.clipboardData?.files ?? [])]
    const text = pastedText(e.clipboardData)
    if (text) effects.text(text)
    else if (files.length > 0) effects.files(files)
  })
  addEventListener('keydown', (e) => {
    if (!(e.ctrlKey || e.metaKey) || e.key.toLowerCase() !== 'z' || inField(e.target)) return
    e.preventDefault()
    send({ type: e.shiftKey ? 'redo' : 'undo' })
  })
  addEventListener('hashchange', () => effects.followed(location.hash))
  addEventListener('error', (e) => send(failure(e.error ?? e.message)))
  addEventListener('unhandledrejection', (e) => send(failure(e.reason)))
}
