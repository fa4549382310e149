/** A worker that helps to read, asked over a line (assist.ts is its other end). */
import type { AssistantReply, AssistantRequest } from './assistant_messages.js'

export interface AssistantLine {
  onmessage: ((event: MessageEvent<AssistantReply>) => void) | null
  postMessage(request: AssistantRequest): void
}

/** The other end of a line, as the reading worker sees it: one question at a time. */
export class Assistant {
  /** Of the slice being read. */
  bytes = 0
  rows = 0
  #line: AssistantLine
  #answer: ((reply: AssistantReply) => void) | null = null

  constructor(line: AssistantLine) {
    this.#line = line
    line.onmessage = ({ data }) => {
      if (data.type === 'progress') {
        this.bytes = data.bytes
        this.rows = data.rows
      } else this.#answer?.(data)
    }
  }

  ask(request: AssistantRequest): Promise<AssistantReply> {
    return new Promise((resolve) => {
      this.#answer = resolve
      this.#line.postMessage(request)
    })
  }

  /** It will never answer. */
  lose(): void {
    this.#answer?.({ type: 'failed', message: 'lost' })
  }

  stop(): void {
    this.#line.postMessage({ type: 'stop' })
  }
}
