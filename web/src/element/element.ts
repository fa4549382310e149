/**
 * `<upgrade-rate>`: the page's views in a page of somebody else's, in a shadow root of their own.
 *
 * Attributes: `data` (a link, or its letters), `src` (the address of a table, or of a file that holds
 * a link), `settings` (JSON), `view`, `theme`, `lang`. Properties: `data` (a table or a link),
 * `settings`, `report`. Events: `upgrade-rate-report` and `upgrade-rate-error`, with the report and
 * the error as `detail`. No request is made but for `src`, and no figure computed: both are the
 * engine's business.
 */
import type { Report, Settings } from '../engine/documents.js'
import { UpgradeRateError } from '../engine/errors.js'
import { failure, wasCancelled } from '../page/loading.js'
import { type Loop, loop } from '../page/loop.js'
import { initial, type State } from '../page/state.js'
import { unpack } from '../share/codec.js'
import { type Fragment, readFragment, SHARE_VIEWS } from '../share/fragment.js'
import { detectLanguage, type Language, localeFor } from '../text/language.js'
import { styleSheets } from '../view/styles.js'
import { type ElementData, fromAddress, fromProperty, type Input } from './input.js'
import { ElementPort } from './port.js'
import { hostStyle, inShadow } from './shadow_style.js'

/** Attributes that change how it looks, not what it says. */
const looks = ['view', 'theme', 'lang']

export class UpgradeRateElement extends HTMLElement {
  static readonly observedAttributes = ['data', 'src', 'settings', ...looks]

  #engine = new ElementPort()
  #loop: Loop | null = null
  #report: Report | null = null
  #data: ElementData | null = null
  #settings: Settings | null = null
  /** Of what is being read or shown. */
  #reading = new AbortController()
  #planned = false

  /** A table, or a link; null: what the attributes say. */
  get data(): ElementData | null {
    return this.#data
  }
  set data(data: ElementData | null) {
    this.#data = data
    this.#plan()
  }

  /** Instead of the attribute; null: what the attribute says. */
  get settings(): Settings | null {
    return this.#settings
  }
  set settings(settings: Settings | null) {
    this.#settings = settings
    this.#plan()
  }

  get report(): Report | null {
    return this.#report
  }

  connectedCallback(): void {
    this.#loop ??= this.#begin()
    this.#plan()
  }

  disconnectedCallback(): void {
    this.#reading.abort()
    this.#engine.end()
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (before === now) return
    if (!looks.includes(name)) this.#plan()
    else this.#loop?.send({ type: 'language', language: this.#language() })
  }

  #begin(): Loop {
    const shadow = this.attachShadow({ mode: 'open' })
    const host = new CSSStyleSheet()
    host.replaceSync(hostStyle)
    shadow.adoptedStyleSheets = [...styleSheets(inShadow), host]
    const stage = document.createElement('div')
    const ground = document.createElement('div')
    stage.className = 'stage'
    ground.className = 'ground'
    stage.append(ground)
    shadow.append(stage)
    const language = this.#language()
    return loop({
      port: this.#engine.port,
      root: ground,
      scope: shadow,
      first: initial(language, localeFor(language)),
      hold: (state) => this.#dressed(state),
      changed: (before, after) => this.#tell(before, after),
      dress: (state) => {
        ground.lang = state.language
      },
    })
  }

  /** Its own language, or that of the page around it. */
  #language(): Language {
    const named = this.closest<HTMLElement>('[lang]')?.lang
    return detectLanguage(named ? [named, ...navigator.languages] : undefined)
  }

  #dress(): Fragment {
    const asked = this.getAttribute('view')
    const view = SHARE_VIEWS.find((each) => each === asked) ?? 'full'
    return { view, theme: null, language: this.#language(), data: '' }
  }

  /** Whatever comes, it stays a widget. */
  #dressed(state: State): State {
    const dress = this.#dress()
    const { view, language } = state.shared ?? {}
    return view === dress.view && language === dress.language ? state : { ...state, shared: dress }
  }

  #tell(before: State, after: State): void {
    if (after.report !== before.report) this.#report = after.report
    if (after.report && after.report !== before.report && !after.report.unfinished)
      this.#say('upgrade-rate-report', after.report)
    if (after.error && after.error !== before.error) this.#say('upgrade-rate-error', after.error)
  }

  #say(event: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(event, { detail, bubbles: true, composed: true }))
  }

  /** Several attributes and properties set in one go are one wish. */
  #plan(): void {
    if (this.#planned || !this.isConnected) return
    this.#planned = true
    queueMicrotask(() => {
      this.#planned = false
      void this.#read()
    })
  }

  async #read(): Promise<void> {
    this.#reading.abort()
    const mine = new AbortController()
    this.#reading = mine
    const running = this.#loop
    if (!running || !this.isConnected) return
    try {
      running.send({ type: 'linked', fragment: this.#dress() })
      running.draw()
      const settings = this.#settings ?? parsed(this.getAttribute('settings'))
      const input = await this.#input(mine.signal)
      if (mine.signal.aborted || !input) return
      if (input.kind === 'table') running.effects.data([input.source], settings)
      else {
        const report = await this.#engine.port.opened(await unpack(input.letters))
        if (!mine.signal.aborted) running.send({ type: 'reported', report })
      }
    } catch (error) {
      if (!mine.signal.aborted && !wasCancelled(error)) running.send(failure(error))
    }
  }

  /** Null where nothing is named yet. */
  async #input(signal: AbortSignal): Promise<Input | null> {
    if (this.#data !== null) return fromProperty(this.#data)
    const data = this.getAttribute('data')
    if (data !== null) {
      const hash = data.indexOf('#')
      const letters = hash < 0 ? data : (readFragment(data.slice(hash))?.data ?? '')
      return { kind: 'shared', letters: letters.trim() }
    }
    const src = this.getAttribute('src')
    return src === null ? null : fromAddress(src, signal)
  }
}

function parsed(settings: string | null): Settings {
  if (settings === null || settings.trim() === '') return {}
  try {
    return JSON.parse(settings) as Settings
  } catch {
    throw new UpgradeRateError({
      code: 'setting.notJson',
      where: 'settings',
      advice: 'The attribute settings is no JSON.',
    })
  }
}
