/**
 * What an element is to show: the figures of a link, or a table at an address or in a property. A
 * table's place may hold a link instead, as the command prints it: then no rows lie in the open.
 */
import { UpgradeRateError } from '../engine/errors.js'
import type { Source } from '../page/engine_port.js'
import { readFragment } from '../share/fragment.js'

export type ElementData = Blob | ArrayBuffer | ArrayBufferView | string

export type Input =
  /** Letters as pack() wrote them. */
  { kind: 'shared'; letters: string } | { kind: 'table'; source: Source }

/** A link is short and one line. */
const mostLinkBytes = 1 << 20

export async function fromAddress(address: string, signal: AbortSignal): Promise<Input> {
  const url = new URL(address, document.baseURI)
  const blob = await fetched(url, signal)
  const name = decodeURIComponent(url.pathname.split('/').at(-1) ?? '') || url.host
  return inputOf(name, blob)
}

export async function fromProperty(data: ElementData): Promise<Input> {
  const blob = data instanceof Blob ? data : new Blob([data as BlobPart])
  return inputOf(data instanceof File ? data.name : '', blob)
}

async function inputOf(name: string, blob: Blob): Promise<Input> {
  if (blob.size <= mostLinkBytes) {
    const [, hash] = /^\S*?(#\S*)\s*$/.exec(await blob.text()) ?? []
    const fragment = hash === undefined ? null : readFragment(hash)
    if (fragment) return { kind: 'shared', letters: fragment.data }
  }
  return { kind: 'table', source: { name, data: blob } }
}

/** The policy's own word is an event, not an error: it is heard while the request is under way. */
async function fetched(url: URL, signal: AbortSignal): Promise<Blob> {
  let refusedBy = ''
  const hear = (e: SecurityPolicyViolationEvent) => {
    if (e.effectiveDirective === 'connect-src' && url.href.startsWith(e.blockedURI))
      refusedBy = `connect-src ${url.origin}`
  }
  document.addEventListener('securitypolicyviolation', hear)
  try {
    const response = await fetch(url, { signal, credentials: 'same-origin', redirect: 'follow' })
    if (!response.ok) throw new Error(`status ${response.status}`)
    return await response.blob()
  } catch (error) {
    if (signal.aborted) throw error
    // The event comes in a task of its own.
    await new Promise((done) => setTimeout(done, 20))
    if (refusedBy !== '')
      throw new UpgradeRateError({
        code: 'element.blocked',
        where: refusedBy,
        advice: `The policy of this page forbids reading this address; it needs ${refusedBy}.`,
      })
    throw new UpgradeRateError({
      code: 'element.unreadable',
      where: url.href,
      advice: `The address could not be read (${error instanceof Error ? error.message : error}).`,
    })
  } finally {
    document.removeEventListener('securitypolicyviolation', hear)
  }
}
