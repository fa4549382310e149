/**
 * Reads XML as it comes, in pieces, and tells a handler its tags and text. Names are told without
 * their prefix, since workbooks are written with and without prefixes and under two namespaces.
 *
 * Method: text between `<` and `>` is found by the engine's own string search, so that a sheet of a
 * million cells costs little more than reading it. Entities, character references, CDATA, comments
 * and instructions are understood. Left out: documents with a DOCTYPE, which no workbook has and
 * which can be made to swell; whether tags match.
 * Source: XML 1.0, fifth edition, chapters 2 and 4.
 */

export interface XmlHandler {
  /** `attributes`: as they stand, for `attribute`. An empty element is opened and closed. */
  open(name: string, attributes: string): void
  close(name: string): void
  /** Text may come in several parts. */
  text(text: string): void
  /** Whether to wait with what follows. */
  full?(): boolean
}

/** What no sane tag has; beyond it the XML is damaged. */
const MOST_TAG_LETTERS = 1 << 20

export class XmlError extends Error {}

export class XmlScanner {
  #handler: XmlHandler
  #text = ''
  #at = 0
  /** What ends the part that the scanner is within, and whether it is CDATA. */
  #until: { end: string; isText: boolean } | null = null

  constructor(handler: XmlHandler) {
    this.#handler = handler
  }

  push(text: string): void {
    this.#text = this.#text.slice(this.#at) + text
    this.#at = 0
  }

  /** Goes on until more text is needed (false) or the handler is full (true). */
  run(): boolean {
    while (this.#step()) if (this.#handler.full?.()) return true
    return false
  }

  #step(): boolean {
    if (this.#until) return this.#within(this.#until)
    const tag = this.#text.indexOf('<', this.#at)
    if (tag !== this.#at) {
      const end = tag < 0 ? this.#wholeEntities() : tag
      if (end > this.#at) this.#handler.text(unescaped(this.#text.slice(this.#at, end)))
      this.#at = end
      return tag >= 0
    }
    const second = this.#text[tag + 1]
    if (second === '!' || second === '?') return this.#declaration(tag)
    return second !== undefined && this.#tag(tag)
  }

  /** Up to an entity that may still be cut in two. */
  #wholeEntities(): number {
    const length = this.#text.length
    const last = this.#text.lastIndexOf('&')
    const cut = last >= this.#at && last > length - 12 && this.#text.indexOf(';', last) < 0
    return cut ? last : length
  }

  #within({ end, isText }: { end: string; isText: boolean }): boolean {
    const found = this.#text.indexOf(end, this.#at)
    const stop = found < 0 ? Math.max(this.#at, this.#text.length - end.length + 1) : found
    if (isText && stop > this.#at) this.#handler.text(this.#text.slice(this.#at, stop))
    this.#at = found < 0 ? stop : found + end.length
    if (found < 0) return false
    this.#until = null
    return true
  }

  #declaration(at: number): boolean {
    for (const [start, end, isText] of [
      ['<?', '?>', false],
      ['<!--', '-->', false],
      ['<![CDATA[', ']]>', true],
    ] as const) {
      if (!this.#text.startsWith(start, at)) continue
      this.#at += start.length
      this.#until = { end, isText }
      return true
    }
    if (this.#text.length - at >= 9) throw new XmlError('a declaration that no workbook has')
    return false
  }

  #tag(at: number): boolean {
    const end = tagEnd(this.#text, at)
    if (end < 0) {
      if (this.#text.length - at > MOST_TAG_LETTERS) throw new XmlError('a tag without end')
      return false
    }
    this.#at = end + 1
    if (this.#text[at + 1] === '/') {
      this.#handler.close(localName(this.#text.slice(at + 2, end).trimEnd()))
      return true
    }
    const isEmpty = this.#text[end - 1] === '/'
    const inner = this.#text.slice(at + 1, isEmpty ? end - 1 : end)
    const space = nameEnd(inner)
    const name = localName(space < 0 ? inner : inner.slice(0, space))
    this.#handler.open(name, space < 0 ? '' : inner.slice(space))
    if (isEmpty) this.#handler.close(name)
    return true
  }
}

/** The first blank, or -1. */
function nameEnd(inner: string): number {
  for (let at = 0; at < inner.length; at++) if (inner.charCodeAt(at) <= 32) return at
  return -1
}

function localName(name: string): string {
  const prefix = name.indexOf(':')
  return prefix < 0 ? name : name.slice(prefix + 1)
}

/** The `>` of a tag, which may also stand in an attribute's value; -1 where it has not come yet. */
function tagEnd(text: string, at: number): number {
  for (; at < text.length; at++) {
    const letter = text[at]
    if (letter === '>') return at
    if (letter !== '"' && letter !== "'") continue
    at = text.indexOf(letter, at + 1)
    if (at < 0) return -1
  }
  return -1
}

const starts: { [name: string]: string } = {}

/** An attribute without a prefix, or null. */
export function attribute(attributes: string, name: string): string | null {
  starts[name] ??= ` ${name}="`
  const start = attributes.indexOf(starts[name])
  if (start < 0) return oddAttribute(attributes, name, '')
  const from = start + name.length + 3
  const value = attributes.slice(from, attributes.indexOf('"', from))
  return value.includes('&') ? unescaped(value) : value
}

/** One with any prefix. */
export const prefixedAttribute = (attributes: string, name: string): string | null =>
  oddAttribute(attributes, name, '(?:[\\w.-]+:)?')

/** Written with single quotes or with blanks around the sign. */
function oddAttribute(attributes: string, name: string, prefix: string): string | null {
  if (prefix === '' && !/['\t\r\n]|=\s|\s=/.test(attributes)) return null
  const pattern = `(?<=\\s)${prefix}${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`
  const found = new RegExp(pattern).exec(attributes)
  return found === null ? null : unescaped(found[1] ?? found[2] ?? '')
}

const named: { [name: string]: string } = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** Entities and references resolved; line ends made one, as XML has it. Unknown ones stay. */
export function unescaped(text: string): string {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
  if (!lines.includes('&')) return lines
  return lines.replace(
    /&(?:#(\d{1,8})|#x([\da-fA-F]{1,8})|(\w{1,8}));/g,
    (all, digits, hex, name) => {
      if (name !== undefined) return named[name] ?? all
      const code = digits === undefined ? Number.parseInt(hex, 16) : Number(digits)
      const isLetter = code < 0x110000 && (code < 0xd800 || code > 0xdfff)
      return isLetter ? String.fromCodePoint(code) : '\ufffd'
    },
  )
}
