/**
 * Inside a frame: tells the page around it how tall this one is, so that it needs no scroll bar.
 * `{ type: 'upgrade-rate-height', height }`; the host checks that `event.source` is its frame. It
 * goes to any origin, since a height tells nothing. The page itself listens to no messages.
 */
export function tellHeight(): void {
  if (parent === window) return
  let told = 0
  const tell = () => {
    const height = Math.ceil(document.body.getBoundingClientRect().height)
    if (height === told) return
    told = height
    parent.postMessage({ type: 'upgrade-rate-height', height }, '*')
  }
  // The body, not the document: that never becomes smaller again.
  new ResizeObserver(tell).observe(document.body)
}
