/**
 * Lets waiting events in: a cancel message cannot arrive while a loop runs on microtasks alone.
 * A message to oneself is a task without the 4 ms that browsers add to nested timers.
 */
export function eventLoopTurn(): Promise<void> {
  if (typeof setImmediate === 'function') return new Promise((resolve) => setImmediate(resolve))
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
}
