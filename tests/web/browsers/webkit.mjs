/**
 * WebKitGTK driven by its own WebKitWebDriver: the WebDriver standard over HTTP, spoken by `fetch`,
 * so no package is needed. Debian's MiniBrowser has no headless mode: a screen in memory (Xvfb) of
 * its own stands in.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pageOver } from './webdriver.mjs'

const driver = '/usr/bin/WebKitWebDriver'
const screen = '/usr/bin/Xvfb'
const program = ['x86_64', 'aarch64']
  .map((machine) => `/usr/lib/${machine}-linux-gnu/webkit2gtk-4.1/MiniBrowser`)
  .find((path) => existsSync(path))
export const missing =
  existsSync(driver) && existsSync(screen) && program
    ? null
    : 'no WebKitGTK with its driver and Xvfb (packages webkit2gtk-driver and xvfb)'

/** The paths of those commands that are used. @type {{ [command: string]: string }} */
const paths = {
  Navigate: 'url',
  FindElement: 'element',
  SetWindowRect: 'window/rect',
  ExecuteScript: 'execute/sync',
  PerformActions: 'actions',
}

const freePort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
      server.close(() => done(port))
    })
  })

/** @param {string} url @param {string} method @param {object} [body] */
async function ask(url, method, body) {
  const response = await fetch(url, {
    method,
    ...(body
      ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
      : {}),
  })
  const { value } = /** @type {any} */ (await response.json())
  if (!response.ok) throw new Error(`${value.error}: ${value.message}`)
  return value
}

/** A screen of its own, by the number that it chose. */
async function openScreen() {
  const running = spawn(
    screen,
    ['-displayfd', '1', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  )
  const number = await new Promise((done, failed) => {
    running.stdout.on('data', (text) => done(String(text).trim()))
    running.on('exit', () => failed(new Error('Xvfb ended')))
  })
  return { display: `:${number}`, running }
}

export async function launch() {
  const home = mkdtempSync(join(tmpdir(), 'upgrade-rate-webkit-'))
  const { display, running } = await openScreen()
  const port = await freePort()
  const nowhere = 'http://127.0.0.1:9'
  const driving = spawn(driver, [`--port=${port}`, '--host=127.0.0.1'], {
    stdio: 'ignore',
    env: {
      ...process.env,
      DISPLAY: display,
      HOME: home,
      LANG: 'en_US.UTF-8',
      LANGUAGE: 'en_US',
      http_proxy: nowhere,
      https_proxy: nowhere,
      no_proxy: '127.0.0.1',
    },
  })
  const at = `http://127.0.0.1:${port}`
  for (let left = 100; left > 0; left--) {
    const up = await ask(`${at}/status`, 'GET').catch(() => null)
    if (up) break
    await new Promise((done) => setTimeout(done, 50))
  }
  const { sessionId } = await ask(`${at}/session`, 'POST', {
    capabilities: {
      alwaysMatch: {
        browserName: 'MiniBrowser',
        'webkitgtk:browserOptions': { binary: program, args: ['--automation'] },
      },
    },
  })
  const session = `${at}/session/${sessionId}`
  /** @type {import('./webdriver.mjs').Send} */
  const send = (command, { id, ...parameters } = /** @type {any} */ ({})) => {
    const path = id
      ? `element/${id}/${command === 'ElementClick' ? 'click' : 'value'}`
      : paths[command]
    return ask(`${session}/${path}`, 'POST', parameters)
  }
  // Wide enough for the settings to stand beside the answer.
  await send('SetWindowRect', { width: 1360, height: 960 })
  const close = async () => {
    await ask(session, 'DELETE').catch(() => {})
    for (const process of [driving, running]) process.kill()
    rmSync(home, { recursive: true, force: true, maxRetries: 3 })
  }
  return { page: pageOver(send), downloads: home, close }
}
