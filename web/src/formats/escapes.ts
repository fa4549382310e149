/**
 * How a text from the data stands in each kind of document without acting there: one rule per
 * target, each in one place. Control characters and marks that turn the reading direction are shown
 * by their number first (printable.ts).
 */
import { printable } from './printable.js'

const numbered = (sign: string) => `&#${sign.codePointAt(0)};`

/** HTML, and attributes in double quotes; braces, because site builders (MDX, Vue, Jekyll) run them. */
export const htmlText = (text: string): string => printable(text).replace(/[&<>"'{}]/g, numbered)

/** XML of Confluence's storage format, and SVG: as HTML, without what XML forbids. */
export const xmlText = (text: string): string =>
  htmlText(text).replace(
    /[\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    '\ufffd',
  )

/**
 * MediaWiki: signs that begin a link, a template, a list, a heading, bold, a cell, a tag or a
 * behaviour switch become numbers; `:` too, since a bare address would become a link.
 */
export const wikiText = (text: string): string =>
  printable(text).replace(/[&<>"'[\]{}|*#:;=~_!+\-@]/g, numbered)

/**
 * GitHub's Markdown: signs that act get a backslash, those of HTML their number. An @ and a # with a
 * number make links whatever stands before them, so a text with one becomes code, shown as it is.
 */
export const markdownText = (text: string, inTable = true): string =>
  /@|#\d/.test(text)
    ? markdownCode(printable(text), inTable)
    : printable(text)
        .replace(/[\\`*_[\]{}|~!#.:]/g, '\\$&')
        .replace(/[&<>]/g, numbered)

/** Fenced by one backtick more than the text has in a row. A bar ends a cell in code too. */
function markdownCode(text: string, inTable: boolean): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  const room = /^[` ]|[` ]$/.test(text) ? ' ' : ''
  return `${fence}${room}${inTable ? text.replaceAll('|', '\\|') : text}${room}${fence}`
}

/** A cell that a spreadsheet would run as a formula gets an apostrophe in front. */
export const spreadsheetText = (cell: string): string =>
  /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
