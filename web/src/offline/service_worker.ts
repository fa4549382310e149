/**
 * Keeps the page and its documentation for when there is no network. The files of one version come
 * together when it is installed and are answered from there; everything else goes its way untouched.
 * It stores nothing but these files and listens to one message: a reader wants the new version.
 */
import { TAKE_OVER } from './take_over.js'

/** Put in by the build: a mark of the files' contents, the page, and what may be missing beside it. */
declare const upgradeRateVersion: string
declare const upgradeRateFiles: readonly string[]

interface Extendable extends Event {
  waitUntil(work: Promise<unknown>): void
}
interface Asked extends Extendable {
  request: Request
  respondWith(answer: Promise<Response>): void
}
interface WorkerScope extends EventTarget {
  registration: { scope: string }
  skipWaiting(): Promise<void>
}
const scope = globalThis as unknown as WorkerScope

const own = `upgrade-rate ${scope.registration.scope} `
const name = `${own}${upgradeRateVersion}`
const page = new URL('./', scope.registration.scope).href
const addressOf = (file: string) => new URL(file, page).href
const kept = new Set(upgradeRateFiles.map(addressOf))

async function install(): Promise<void> {
  const cache = await caches.open(name)
  const add = (address: string) => cache.add(new Request(address, { cache: 'reload' }))
  await add(page)
  // A page that was copied alone has no documentation beside it.
  await Promise.allSettled([...kept].map(add))
}

async function forgetOlder(): Promise<void> {
  const names = await caches.keys()
  const older = names.filter((each) => each.startsWith(own) && each !== name)
  await Promise.all(older.map((each) => caches.delete(each)))
}

/** Without what stands behind `?` and `#`; the page by one name. */
function keyOf(url: string): string {
  const { origin, pathname } = new URL(url)
  const address = `${origin}${pathname}`
  return address === addressOf('index.html') ? page : address
}

async function answer(request: Request, key: string): Promise<Response> {
  const cache = await caches.open(name)
  return (await cache.match(key)) ?? fetch(request)
}

scope.addEventListener('install', (e) => (e as Extendable).waitUntil(install()))
scope.addEventListener('activate', (e) => (e as Extendable).waitUntil(forgetOlder()))
scope.addEventListener('message', (e) => {
  if ((e as MessageEvent).data === TAKE_OVER) void scope.skipWaiting()
})
scope.addEventListener('fetch', (e) => {
  const asked = e as Asked
  const key = keyOf(asked.request.url)
  if (asked.request.method === 'GET' && (key === page || kept.has(key)))
    asked.respondWith(answer(asked.request, key))
})
