/**
 * Bytes of a Blob for a worker that may not read Blobs itself: WebKit refuses it to a worker on a
 * page opened from disk or in a sandboxed frame, while the page may. The worker tries first; where
 * that fails it hands the Blob (a handle, no bytes) back over a port and the page reads it. What is
 * really unreadable, a file that was removed, fails on the page as well and with its reason.
 */

interface Wish {
  number: number
  blob: Blob
}
type Loan = { number: number; bytes: ArrayBuffer } | { number: number; reason: string }
interface Offer {
  lender: MessagePort
}

/** The page's half, before any other message to this worker. Gives its end of the line. */
export function lendTo(worker: Pick<Worker, 'postMessage'>): MessagePort {
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = async ({ data: { number, blob } }: MessageEvent<Wish>) => {
    try {
      const bytes = await blob.arrayBuffer()
      port1.postMessage({ number, bytes } satisfies Loan, [bytes])
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      port1.postMessage({ number, reason } satisfies Loan)
    }
  }
  worker.postMessage({ lender: port2 } satisfies Offer, [port2])
  return port1
}

/** The worker's half, before it serves. Gives the way to read a Blob. */
export function borrowed(scope: EventTarget): (blob: Blob) => Promise<ArrayBuffer> {
  const waiting = new Map<number, (loan: Loan) => void>()
  let lender: MessagePort | null = null
  let last = 0
  const take = (event: Event) => {
    lender = ((event as MessageEvent).data as Offer).lender
    event.stopImmediatePropagation()
    lender.onmessage = ({ data }: MessageEvent<Loan>) => {
      waiting.get(data.number)?.(data)
      waiting.delete(data.number)
    }
  }
  scope.addEventListener('message', take, { once: true })
  const borrow = (blob: Blob, error: unknown) =>
    new Promise<ArrayBuffer>((resolve, reject) => {
      if (lender === null) return reject(error)
      const number = ++last
      waiting.set(number, (loan) =>
        'bytes' in loan ? resolve(loan.bytes) : reject(new Error(loan.reason)),
      )
      lender.postMessage({ number, blob } satisfies Wish)
    })
  return (blob) => blob.arrayBuffer().catch((error) => borrow(blob, error))
}
