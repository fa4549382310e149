/**
 * Finds sections of the documentation by words. Every word asked for must begin a word of the
 * section, or stand inside a name such as `row.superseded`; a word of the heading weighs most, then
 * one of the page's title, then how often it stands in the text.
 */
export interface Section {
  page: string
  heading: string
  href: string
  text: string
}

/** A piece of text, and whether it is what was asked for. */
export type Piece = readonly [text: string, hit: boolean]

export interface Found {
  section: Section
  excerpt: Piece[]
}

/** Letters compared without case and accents, place by place, so that lengths stay the same. */
const plain = (text: string): string =>
  text.toLowerCase().replace(/[\u00c0-\u024f]/g, (c) => c.normalize('NFD').charAt(0))

const wordsOf = (query: string): string[] => plain(query).split(/\s+/).filter(Boolean)

/** Where `word` begins a word of `text`; anywhere, where it never does. */
function places(text: string, word: string): number[] {
  const found: number[] = []
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) found.push(at)
  const begins = found.filter((at) => at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1)))
  return begins.length > 0 ? begins : word.length > 2 ? found : []
}

function score(section: Section, words: readonly string[]): number {
  const [heading, page, text] = [section.heading, section.page, section.text].map(plain)
  const whole = heading === words.join(' ') ? 30 : 0
  let total = whole
  for (const word of words) {
    const own =
      (places(heading ?? '', word).length > 0 ? 12 : 0) +
      (places(page ?? '', word).length > 0 ? 4 : 0) +
      Math.log2(1 + places(text ?? '', word).length)
    if (own === 0) return 0
    total += own
  }
  return total
}

const around = 70
const longest = 240

/** The place from which on the most words asked for stand close together. */
function densest(hits: readonly Hit[]): number {
  const close = (from: Hit) =>
    new Set(
      hits
        .filter(({ at }) => at >= from.at && at < from.at + longest - around)
        .map(({ word }) => word),
    ).size
  const best = Math.max(0, ...hits.map(close))
  return hits.find((hit) => close(hit) === best)?.at ?? 0
}

interface Hit {
  at: number
  end: number
  word: string
}

/** The text where the words stand closest, with all hits in it told apart. */
function excerptOf(text: string, words: readonly string[]): Piece[] {
  const low = plain(text)
  const hits = words
    .flatMap((word) => places(low, word).map((at) => ({ at, end: at + word.length, word })))
    .sort((a, b) => a.at - b.at)
  const start = Math.max(0, densest(hits) - around)
  const from = start === 0 ? 0 : text.indexOf(' ', start) + 1
  const until = Math.min(text.length, from + longest)
  const pieces: Piece[] = from > 0 ? [['… ', false]] : []
  let done = from
  for (const { at, end } of hits) {
    if (at < done || end > until) continue
    pieces.push([text.slice(done, at), false], [text.slice(at, end), true])
    done = end
  }
  pieces.push([text.slice(done, until), false])
  if (until < text.length) pieces.push([' …', false])
  return pieces.filter(([piece]) => piece !== '')
}

export function find(sections: readonly Section[], query: string, most = 30): Found[] {
  const words = wordsOf(query)
  if (words.length === 0) return []
  return sections
    .map((section) => ({ section, points: score(section, words) }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points)
    .slice(0, most)
    .map(({ section }) => ({ section, excerpt: excerptOf(section.text, words) }))
}
