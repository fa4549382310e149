/**
 * The page as a whole: the loop over its document, what listens to the whole window (drop, paste,
 * undo keys, faults), and what changes when a first answer is there.
 */
import { readFragment } from '../share/fragment.js'
import { detectLanguage, localeFor } from '../text/language.js'
import { styleSheets } from '../view/styles.js'
import { Unseen } from './draw_unseen.js'
import type { Effects } from './effects.js'
import type { EnginePort } from './engine_port.js'
import { tellHeight } from './height.js'
import { failure } from './loading.js'
import { loop } from './loop.js'
import { keepOffline } from './offline.js'
import { figuresWithin } from './one_file.js'
import { pastedText } from './sources.js'
import { answered, initial, wouldLose } from './state.js'
import type { Action } from './update.js'

export function start(port: EnginePort, root: HTMLElement): void {
  const language = detectLanguage()
  document.adoptedStyleSheets = styleSheets()
  let now = initial(language, localeFor(language))
  const { send, effects, draw } = loop({
    port,
    root,
    scope: document,
    first: now,
    hold: (state) => state,
    changed: (before, after) => {
      now = after
      if (after.origin !== null) unseen.end()
      if (answered(after) !== answered(before)) arrive()
      if (wouldLose(after) !== wouldLose(before)) guardLeaving(wouldLose(after))
    },
    dress: (state, text) => {
      document.documentElement.lang = state.language
      document.documentElement.dataset.theme = state.theme
      document.title = text.t.title
    },
  })
  const unseen = new Unseen(effects)
  listen(effects, send)
  tellHeight()
  keepOffline((renew) => send({ type: 'newVersion', renew }))
  effects.followed(readFragment(location.hash) ? location.hash : figuresWithin(document))
  draw()
  // While figures are being opened elsewhere there is nothing else to do here.
  if (now.shared) setTimeout(() => unseen.example(now))
  void port.rehearsed?.then((report) => unseen.report(report, now))
}

/** From the first minute to the answer, or back: begin at its top, for eyes and for screen readers. */
function arrive(): void {
  setTimeout(() => {
    scrollTo(0, 0)
    document.getElementById('main')?.focus({ preventScroll: true })
  })
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
