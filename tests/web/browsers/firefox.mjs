/**
 * Firefox driven by Marionette, the protocol that is built into it (geckodriver only translates to
 * it): over a socket, messages "length:[0, number, command, parameters]" with the commands of the
 * WebDriver standard, and answers "length:[1, number, error, result]". So no package is needed.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pageOver } from './webdriver.mjs'

const program = process.env.FIREFOX ?? '/usr/bin/firefox-esr'
export const missing = existsSync(program)
  ? null
  : `no Firefox at ${program} (FIREFOX names another)`

/** What keeps it quiet, offline, in English, and saving without a question. @param {string} downloads */
const preferences = (downloads) => ({
  'marionette.port': 0,
  'app.update.enabled': false,
  'browser.aboutwelcome.enabled': false,
  // Its list of downloads would take the focus away from the page.
  'browser.download.alwaysOpenPanel': false,
  'browser.download.dir': downloads,
  'browser.download.folderList': 2,
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'intl.accept_languages': 'en-US',
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': 9,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': 9,
  'toolkit.telemetry.enabled': false,
})

/** Until it says what is asked for, or time is up. @template T @param {() => T | null} ask @param {string} what @returns {Promise<T>} */
async function waited(ask, what) {
  for (let left = 300; left > 0; left--) {
    const got = ask()
    if (got !== null) return got
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Error(`Firefox: ${what}`)
}

export async function launch() {
  const profile = mkdtempSync(join(tmpdir(), 'upgrade-rate-firefox-'))
  const lines = Object.entries(preferences(profile)).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  )
  writeFileSync(join(profile, 'user.js'), lines.join('\n'))
  const running = spawn(
    program,
    ['--marionette', '--headless', '--no-remote', '--profile', profile],
    {
      stdio: 'ignore',
      env: { ...process.env, HOME: profile },
    },
  )
  const port = await waited(() => {
    const file = join(profile, 'MarionetteActivePort')
    const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
    return text === '' ? null : Number(text)
  }, 'it did not open its port')
  const { send, end } = await conversation(port)
  await send('NewSession', { acceptInsecureCerts: false })
  const close = async () => {
    const gone = new Promise((done) => running.on('exit', done))
    end()
    running.kill()
    await gone
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 })
  }
  return { page: pageOver(send), downloads: profile, close }
}

/** @param {number} port */
async function conversation(port) {
  const socket = connect(port, '127.0.0.1')
  /** @type {Map<number, { done: (result: any) => void, failed: (error: Error) => void }>} */
  const open = new Map()
  let number = 0
  let held = Buffer.alloc(0)
  const hello = new Promise((done, failed) => {
    open.set(-1, { done, failed })
    socket.on('error', failed)
  })
  socket.on('data', (data) => {
    held = Buffer.concat([held, data])
    for (;;) {
      const colon = held.indexOf(':')
      const end = colon + 1 + Number(held.subarray(0, Math.max(0, colon)))
      if (colon < 0 || held.length < end) return
      const [, id = -1, error, result] = /** @type {any[]} */ (
        [].concat(JSON.parse(held.subarray(colon + 1, end).toString()))
      )
      held = held.subarray(end)
      const asked = open.get(id)
      open.delete(id)
      if (error) asked?.failed(new Error(`${error.error}: ${error.message}`))
      else asked?.done(result)
    }
  })
  await hello
  /** @type {import('./webdriver.mjs').Send} */
  const send = (command, parameters = {}) =>
    new Promise((done, failed) => {
      open.set(++number, { done, failed })
      const message = JSON.stringify([0, number, `WebDriver:${command}`, parameters])
      socket.write(`${Buffer.byteLength(message)}:${message}`)
    })
  return { send, end: () => socket.destroy() }
}
