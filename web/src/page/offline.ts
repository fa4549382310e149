/**
 * On a web server: the page is kept for use without network, and a newer version is offered. From
 * disk, in frames, and under another name than that of its folder nothing of it is tried.
 */
import { TAKE_OVER } from '../offline/take_over.js'
import type { Early } from './early.js'

declare const upgradeRateEarly: Early

const isAtHome = (): boolean =>
  /^https?:$/.test(location.protocol) &&
  /\/(index\.html)?$/.test(location.pathname) &&
  globalThis.self === globalThis.top &&
  'serviceWorker' in navigator

function nameManifest(): void {
  const link = document.createElement('link')
  link.rel = 'manifest'
  link.href = 'manifest.webmanifest'
  document.head.append(link)
}

/** `offer`: a newer version is there; the function it is given loads it. */
export function keepOffline(offer: (renew: () => void) => void): void {
  if (!isAtHome()) return
  // After everything else: nobody waits for it.
  addEventListener('load', () => setTimeout(() => void register(offer).catch(() => {}), 500))
}

async function register(offer: (renew: () => void) => void): Promise<void> {
  nameManifest()
  const container = navigator.serviceWorker
  const { scriptUrl } = upgradeRateEarly
  const registration = await container.register(scriptUrl('sw.js'), { updateViaCache: 'none' })
  const isNewer = (worker: ServiceWorker | null): worker is ServiceWorker =>
    worker?.state === 'installed' && container.controller !== null
  const tell = (worker: ServiceWorker | null) => {
    if (!isNewer(worker)) return
    offer(() => {
      container.addEventListener('controllerchange', () => location.reload(), { once: true })
      worker.postMessage(TAKE_OVER)
    })
  }
  tell(registration.waiting)
  registration.addEventListener('updatefound', () => {
    const coming = registration.installing
    coming?.addEventListener('statechange', () => tell(coming))
  })
}
