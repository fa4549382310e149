/**
 * Parts of a new report drawn one after the other, each in a task of its own, so that it never holds
 * the page for longer than one part takes: what stands on top is drawn at once, the rest in the order
 * in which it is read. Until its turn a part stays as it was. What changes while the report stays, by
 * a pointer or a key, is drawn at once; only measured widths wait. What tells of other parts always comes after them (`last`).
 *
 * Method: a Lit directive that keeps the newest way to draw its part and waits in a queue. A task
 * takes parts from the queue until a share of a frame is used up; the first comes after the frame that shows the top. Off a page (in tests of views, or
 * where a part is drawn to be taken along) nothing waits: there the parts are called directly.
 */
import { noChange } from 'lit'
import { AsyncDirective } from 'lit/async-directive.js'
import { directive } from 'lit/directive.js'

type Draw = () => unknown

/** Of a frame of 16, with room for style and layout. */
const taskMilliseconds = 6
/** What the frame itself takes, as a rule, after the call that comes before it. */
const frameMilliseconds = 8
/** Longer than any frame that comes takes to come. */
const noFrameMilliseconds = 100

const waiting = new Set<InTurn>()
/** Those that come when no other waits. */
const closing = new Set<InTurn>()
let underWay = false
let patient = false
let drawn = () => {}

/** Whether the drawing that comes is no hurry: then every part waits for its turn. */
export function drawPatiently(on: boolean): void {
  patient = on
}

/** Called after each task that drew something: what it brought is there now. */
export function whenDrawn(call: () => void): void {
  drawn = call
}

/** After the next frame, which shows what is drawn at once. Where none comes, as in a hidden page, soon. */
function afterFrame(call: () => void): void {
  const go = () => {
    clearTimeout(timer)
    cancelAnimationFrame(frame)
    setTimeout(call, frameMilliseconds)
  }
  const timer = setTimeout(go, noFrameMilliseconds)
  const frame = requestAnimationFrame(go)
}

/** Taken from the queue; drawing it may put others there. */
function next(): InTurn | undefined {
  const queue = waiting.size > 0 ? waiting : closing
  const [part] = queue
  if (part) queue.delete(part)
  return part
}

function work(): void {
  const start = performance.now()
  do next()?.take()
  while (waiting.size + closing.size > 0 && performance.now() - start < taskMilliseconds)
  drawn()
  underWay = waiting.size + closing.size > 0
  if (underWay) setTimeout(work)
}

class InTurn extends AsyncDirective {
  #draw: Draw = () => noChange
  #report: unknown = undefined
  #asked: unknown = undefined

  render(report: unknown, draw: Draw, last = false): unknown {
    const queue = last ? closing : waiting
    // Taken out first: parts have their turns in the order in which the page names them.
    queue.delete(this)
    if (report === this.#report && !last && !patient) return draw()
    this.#draw = draw
    this.#asked = report
    queue.add(this)
    if (!underWay) {
      underWay = true
      afterFrame(work)
    }
    return noChange
  }

  take(): void {
    this.#report = this.#asked
    if (this.isConnected) this.setValue(this.#draw())
  }
}

export const inTurn = directive(InTurn)
