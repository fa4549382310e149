/** From the report on show to what can be shared of it, and from a link to the report in it. */
import type { Report, Settings } from '../engine/documents.js'
import type { SharePart } from '../engine/share_options.js'
import type { EnginePort } from '../page/engine_port.js'
import { pack, unpack } from './codec.js'
import {
  type Fragment,
  partsOf,
  type ShareTheme,
  type ShareView,
  writeFragment,
} from './fragment.js'
import { shortLink } from './short_link.js'
import { type Snippet, snippetsOf } from './snippets.js'

export async function openLink(port: EnginePort, { data }: Fragment): Promise<Report> {
  return (await port.openedEarly?.(data)) ?? port.opened(await unpack(data))
}

export interface Shared {
  snippets: readonly Snippet[]
  /** The whole page's fragment, however long. */
  fragment: string
  /** What the link does not carry, so that it is short enough to paste. */
  leftOut: readonly SharePart[]
}

/** Tables and files are made of the shared report, so that nothing else can be in them. */
export async function shareReport(
  port: EnginePort,
  settings: Settings,
  view: ShareView | null,
  dress: { language: 'en' | 'de'; theme: ShareTheme },
): Promise<Shared> {
  const whole = await port.aggregates(settings, { parts: partsOf(null) })
  const shown = view === null ? whole : await port.aggregates(settings, { parts: partsOf(view) })
  const report = await port.opened(whole)
  const data = await pack(shown)
  const base = pageAddress()
  // A link is read in the reader's own language and colours; a frame goes with the page around it.
  const own = view === null ? { theme: null, language: null } : dress
  const fragmentOf = (letters: string) =>
    writeFragment({ view, theme: own.theme, language: own.language, data: letters })
  const fragment = fragmentOf(data)
  const framed = writeFragment({
    view: view ?? 'full',
    theme: dress.theme,
    language: dress.language,
    data,
  })
  const withAll = `${base}${fragment}`
  const { link, leftOut } = await shortLink(
    partsOf(view),
    withAll,
    async (parts) => `${base}${fragmentOf(await pack(await port.aggregates(settings, { parts })))}`,
  )
  const snippets = snippetsOf(report, { link, whole: withAll, framed, base })
  return { snippets, fragment, leftOut }
}

/** Without what stands behind `#`. A path on somebody's disk is nobody else's business. */
function pageAddress(): string {
  const { protocol, origin, pathname } = location
  return protocol === 'http:' || protocol === 'https:' ? `${origin}${pathname}` : 'index.html'
}
