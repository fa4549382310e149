/**
 * Ways to bring data without a window of the browser's own, and patience: for any driver whose page
 * can `evaluate`.
 */

/** @typedef {{ evaluate: (work: any, given?: any) => Promise<any> }} Evaluator */

/** Pastes as a program that fills the clipboard does. @param {Evaluator} page @param {string} text */
export const paste = (page, text) =>
  page.evaluate((pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    document.body.dispatchEvent(event)
  }, text)

/** @param {Evaluator} page @param {string} name @param {string} text */
export const drop = (page, name, text) =>
  page.evaluate(
    ([called, data]) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([data ?? ''], called ?? ''))
      for (const type of ['dragover', 'drop'])
        document.body.dispatchEvent(
          new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }),
        )
    },
    [name, text],
  )

/** Tries until it holds or time is up: the page answers in its own time. @param {() => Promise<void>} check */
export async function eventually(check, milliseconds = 8000) {
  const end = Date.now() + milliseconds
  for (;;) {
    try {
      return await check()
    } catch (error) {
      if (Date.now() > end) throw error
      await new Promise((done) => setTimeout(done, 40))
    }
  }
}
