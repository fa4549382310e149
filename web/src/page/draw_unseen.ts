/**
 * Draws a report that means nothing once, outside the document, while nobody asks for anything:
 * script is compiled, templates are read and formatters made when they are first needed, and so the
 * reader's own answer does not wait for that. It gives way to whatever happens on the page.
 */
import { nothing, render } from 'lit'
import type { Report } from '../engine/documents.js'
import { textFor } from '../text/language.js'
import { page } from '../view/page.js'
import type { Effects } from './effects.js'
import type { State } from './state.js'

/** All parts of the page have had their turn then. */
const doneMilliseconds = 2000

const whenIdle = (call: () => void): void => {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(call)
  else setTimeout(call, 50)
}

export class Unseen {
  #place: HTMLElement | null = null
  #isOver = false

  /** `now`: what the page shows meanwhile. */
  draw(report: Report, now: State, acts: Effects): void {
    whenIdle(() => {
      if (this.#isOver) return
      const sources = [{ name: '', data: '' }]
      const state: State = { ...now, sources, origin: 'pasted', report, finished: report }
      const text = textFor(state.language, state.locale)
      const send = () => {}
      this.#place = document.createElement('div')
      render(page({ state, now: () => state, text, send, acts }), this.#place)
      setTimeout(() => this.end(), doneMilliseconds)
    })
  }

  end(): void {
    this.#isOver = true
    if (this.#place) render(nothing, this.#place)
    this.#place = null
  }
}
