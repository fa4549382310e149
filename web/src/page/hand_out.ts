/**
 * Handing something out: a download, and in a frame, where downloads and the clipboard may be
 * blocked without a word, the thing itself on the page to select or to save by hand.
 */
import type { Handed } from './state.js'

/** Text beyond this is not laid out to select. */
const mostShownBytes = 1 << 21

const isFramed = (): boolean => globalThis.self !== globalThis.top

function download(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

/** Downloads; gives what is to be shown beside that, null where a download is sure. */
export async function handOut(blob: Blob, name: string): Promise<Handed | null> {
  download(blob, name)
  if (!isFramed() || blob.size > mostShownBytes) return null
  if (blob.type.startsWith('image/png')) return { name, text: null, image: await dataUrl(blob) }
  return { name, text: await blob.text(), image: null }
}

const dataUrl = (blob: Blob): Promise<string> =>
  new Promise((done) => {
    const reader = new FileReader()
    reader.onload = () => done(String(reader.result))
    reader.readAsDataURL(blob)
  })

/** By the clipboard, or by selecting a copy of the text; false where a frame forbids both. */
export async function toClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    const area = document.createElement('textarea')
    area.value = text
    area.className = 'unseen'
    document.body.append(area)
    area.select()
    const done = document.execCommand('copy')
    area.remove()
    return done
  }
}
