/**
 * Draws a report that means nothing once, or the example while figures are opened, outside the
 * document, while nothing else is to be done: script is compiled, templates are read and formatters
 * made when they are first needed, and so the reader's own answer does not wait for that.
 */
import { nothing, render } from 'lit'
import type { Report } from '../engine/documents.js'
import { textFor } from '../text/language.js'
import type { View } from '../view/context.js'
import { example } from '../view/example.js'
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

  #acts: Effects

  constructor(acts: Effects) {
    this.#acts = acts
  }

  /** `now`: what the page shows meanwhile. It gives way to whatever comes to the page. */
  report(report: Report, now: State): void {
    whenIdle(() => {
      if (this.#isOver) return
      const sources = [{ name: '', data: '' }]
      const state: State = { ...now, sources, origin: 'pasted', report, finished: report }
      this.#place = document.createElement('div')
      render(page(this.#view(state)), this.#place)
      setTimeout(() => this.end(), doneMilliseconds)
    })
  }

  example(now: State): void {
    render(example(this.#view(now)), document.createElement('div'))
  }

  #view(state: State): View {
    const text = textFor(state.language, state.locale)
    return { state, now: () => state, text, send: () => {}, acts: this.#acts }
  }

  end(): void {
    this.#isOver = true
    if (this.#place) render(nothing, this.#place)
    this.#place = null
  }
}
