// In the built page: how long from a change of a setting until the answer that follows from it is
// painted. The answer is there when the figures in the text differ from those before.
const figures = () =>
  [...document.querySelectorAll('.figures td, .answer .formula')]
    .map((cell) => cell.textContent)
    .join('|')

const painted = () =>
  new Promise((resolve) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = resolve
      port2.postMessage(null)
    }),
  )

const changed = (was, what) =>
  new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`${what} changed no figure.`)), 60_000)
    const observer = new MutationObserver(() => {
      if (figures() === was) return
      observer.disconnect()
      clearTimeout(late)
      resolve()
    })
    observer.observe(document.body, { subtree: true, childList: true, characterData: true })
  })

const acts = {
  // By place or by label.
  select: (element, value) => {
    const place = [...element.options].findIndex(({ label }) => label === value)
    element.selectedIndex = typeof value === 'number' ? value : place
    if (element.selectedIndex < 0) throw new Error(`There is no ${value} to select.`)
    element.dispatchEvent(new Event('change', { bubbles: true }))
  },
  key: (element, key) =>
    element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })),
}

globalThis.changeSetting = async ({ focus, act, value }) => {
  const element = document.querySelector(`[data-focus="${focus}"]`)
  const was = figures()
  const started = performance.now()
  const change = changed(was, `${focus} to ${value}`)
  acts[act](element, value)
  await change
  await painted()
  return performance.now() - started
}

globalThis.pasteText = async (text) => {
  const clipboardData = new DataTransfer()
  clipboardData.setData('text/plain', text)
  const started = performance.now()
  const change = changed(figures(), 'Pasting')
  document.body.dispatchEvent(
    new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
  )
  await change
  await painted()
  return performance.now() - started
}

// The clock starts when the file is chosen, before the page hears of it.
addEventListener(
  'change',
  ({ target }) => {
    if (target.type !== 'file') return
    const started = performance.now()
    globalThis.fileAnswered = changed(figures(), 'The file')
      .then(painted)
      .then(() => performance.now() - started)
  },
  true,
)
