/** Sharing, in English: the panel, a page that came from a link, and what can be wrong with one. */
import type { NoteTable } from './codes.js'
import type { ExplainedTable } from './en_problems.js'
import type { Format } from './format.js'

export const share = {
  title: 'Share',
  subtitle: 'counts only: no customers, no rows, no file names',
  make: 'Make what can be shared',
  making: 'Making …',
  viewLabel: 'What the link and the frame show',
  views: {
    page: 'the whole page',
    kpi: 'the rate',
    trend: 'the trend',
    segments: 'segments',
    cohorts: 'cohorts',
    full: 'everything, without the frame of the page',
  },
  heldBack:
    'Segments, cohorts, paths and plans of fewer than 5 customers are left out; where that is only one, the next smallest goes with it, so that nothing follows by subtraction.',
  formats: {
    link: 'Link',
    wholeLink: 'Link with everything',
    iframe: 'Frame for a page (iframe)',
    element: 'Element for a page (script)',
    markdown: 'Markdown table',
    mediawiki: 'MediaWiki table',
    html: 'HTML table',
    confluence: 'Confluence (storage format)',
    svg: 'Picture (SVG)',
    csv: 'CSV of the periods',
    json: 'Report (JSON)',
    settings: 'Settings (JSON)',
  },
  parts: {
    periods: 'periods',
    segments: 'segments',
    cohorts: 'cohorts',
    paths: 'paths',
    money: 'money',
  },
  leftOut: (parts: readonly string[], most: string, f: Format) =>
    `Without ${f.list(parts)}, so that it fits ${most} characters: longer ones are cut by some mail programs and wikis. The link with everything is the next one.`,
  letters: (n: number, f: Format) => `${f.count(n)} characters`,
  download: 'Download',
  fromDisk:
    'This page was opened from a disk, so the link has no address in front: put the one where the page is hosted there. Or send that file.',
  wholeFile: 'Download the page with these figures, one file to send',
  pageFile: 'upgrade-rate.html',
  asPng: 'Download as PNG',
  print: 'Print this page, or save it as PDF',
  fromLink: 'These figures came with the link.',
  fromLinkHow:
    'They were never sent to a server: what stands behind # in a link stays in the browser. Rows and customers are not in it.',
  opening: 'Opening the shared figures …',
  open: 'Open the whole page',
}

export const shareErrors: ExplainedTable = {
  'share.damaged': {
    what: 'These shared figures are damaged.',
    advice: 'Part of the link is missing or changed: copy it again, as a whole.',
  },
  'share.newer': {
    what: 'These figures were shared by a newer version of this page.',
    advice: 'Open the link with that version.',
  },
  'share.tooLarge': {
    what: 'These shared figures are larger than any report.',
    advice: 'Ask whoever sent the link for a new one.',
  },
  'element.blocked': {
    what: 'The security policy of this page forbids it.',
    advice: 'Whoever keeps the page must allow what is named below in its Content-Security-Policy.',
  },
  'element.unreadable': {
    what: 'The address of the data could not be read.',
    advice: 'See that the file is there, and that its server lets this page read it (CORS).',
  },
}

export const shareNotes = (f: Format): NoteTable => ({
  'share.opened': () =>
    'These figures came with a link: they are counts, so rows, customers and tiers within a period are not there, and settings cannot be changed.',
  'share.heldBack': (p) => {
    const kinds: [unknown, string, string][] = [
      [p.segments, 'segment', 'segments'],
      [p.cohorts, 'cohort', 'cohorts'],
      [p.paths, 'path', 'paths'],
      [p.plans, 'plan', 'plans'],
    ]
    const held = kinds
      .filter(([count]) => Number(count) > 0)
      .map(
        ([count, one, many]) => `${f.count(Number(count))} ${f.plural(Number(count), one, many)}`,
      )
    return `Held back, because fewer than ${f.count(Number(p.fewest))} customers stand behind them or behind their neighbour: ${f.list(held)}.`
  },
})
