/** Everything that the share panel offers, as texts with the names of their files. */
import type { Report } from '../engine/documents.js'
import { csvReport } from '../formats/csv_report.js'
import { htmlText } from '../formats/escapes.js'
import { markdownReport } from '../formats/markdown_report.js'
import { svgReport } from '../formats/svg_report.js'
import { confluenceReport, htmlReport, mediawikiReport } from '../formats/table_formats.js'
import { readFragment } from './fragment.js'

export type SnippetFormat =
  | 'link'
  | 'wholeLink'
  | 'iframe'
  | 'element'
  | 'markdown'
  | 'mediawiki'
  | 'html'
  | 'confluence'
  | 'svg'
  | 'csv'
  | 'json'
  | 'settings'

export interface Snippet {
  format: SnippetFormat
  text: string
  file: string
  type: string
}

export interface Addresses {
  /** Of the page, without what stands behind `#`. */
  base: string
  /** Of the chosen view: short enough to paste, and with everything. */
  link: string
  whole: string
  /** The fragment of the same as a widget. */
  framed: string
}

/** `sandbox`: scripts alone, so that the page can reach nothing of its host. */
export const iframeCode = (address: string): string =>
  `<iframe src="${htmlText(address)}" title="Upgrade rate" width="100%" height="420" frameborder="0" loading="lazy" sandbox="allow-scripts"></iframe>\n`

/** The script lies beside the page. The letters of the data are none that act in an attribute. */
export function elementCode(base: string, framed: string): string {
  const { view, theme, language, data } = readFragment(framed) ?? { data: '' }
  const attributes = [
    `view="${view ?? 'full'}"`,
    ...(theme ? [`theme="${theme}"`] : []),
    ...(language ? [`lang="${language}"`] : []),
    `data="${htmlText(data)}"`,
  ]
  const script = `${base.replace(/[^/]*$/, '')}upgrade-rate-element.js`
  return `<script src="${htmlText(script)}" defer></script>\n<upgrade-rate ${attributes.join(' ')}></upgrade-rate>\n`
}

/** `report`: as it comes back from what is shared. */
export function snippetsOf(report: Report, { base, link, whole, framed }: Addresses): Snippet[] {
  const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`
  const one = (format: SnippetFormat, file: string, type: string, text: string) => ({
    format,
    text,
    file: `upgrade-rate${file}`,
    type: `${type};charset=utf-8`,
  })
  return [
    one('link', '-link.txt', 'text/plain', link),
    ...(whole === link ? [] : [one('wholeLink', '-whole-link.txt', 'text/plain', whole)]),
    one('iframe', '-frame.html', 'text/html', iframeCode(`${base}${framed}`)),
    one('element', '-element.html', 'text/html', elementCode(base, framed)),
    one('markdown', '.md', 'text/markdown', markdownReport(report)),
    one('mediawiki', '.wiki', 'text/plain', mediawikiReport(report)),
    one('html', '-table.html', 'text/html', htmlReport(report)),
    one('confluence', '-confluence.xml', 'application/xml', confluenceReport(report)),
    one('svg', '.svg', 'image/svg+xml', svgReport(report)),
    one('csv', '.csv', 'text/csv', csvReport(report)),
    one('json', '.json', 'application/json', json(report)),
    one('settings', '-settings.json', 'application/json', json(report.settings)),
  ]
}
