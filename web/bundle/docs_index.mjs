/**
 * The index of the documentation: one entry for each heading, with the text up to the next one. It
 * is made from the finished markup, so that it holds what a reader sees, and stands in the page of
 * results as data, since a page from disk cannot fetch it.
 */

/** @typedef {import('../src/docs/find.js').Section} Section */

/** @type {{ [name: string]: string }} */
const signs = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

/** @param {string} markup */
const plain = (markup) =>
  markup
    .replace(/<[^>]+>/g, (tag) => (/^<\/?(?:td|th|tr|li|p|h\d|pre|div)/.test(tag) ? ' ' : ''))
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => signs[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim()

/**
 * @param {string} file the page's own file @param {string} page its title @param {string} markup
 * @returns {Section[]}
 */
export function sectionsOf(file, page, markup) {
  return markup
    .split(/(?=<h[1-3] id=")/)
    .map((part) => /^<h([1-3]) id="([^"]+)">(.*?)<\/h\1>(.*)$/s.exec(part))
    .flatMap((found) => {
      if (!found) return []
      const [, depth, id, heading = '', text = ''] = found
      const href = depth === '1' ? file : `${file}#${id}`
      return [{ page, heading: plain(heading), href, text: plain(text) }]
    })
}

/** As data between tags: no text of it can end the block. @param {Section[]} sections */
export const indexBlock = (sections) =>
  `<script type="application/json" id="index">${JSON.stringify(sections).replaceAll('<', '\\u003c')}</script>`
