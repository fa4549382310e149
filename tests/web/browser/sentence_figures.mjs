/** Numbers in a sentence: each must be one of the figures that the sentence was made from. */
import assert from 'node:assert/strict'
import { numberIn } from './words.mjs'

/** @typedef {import('./words.mjs').Locale} Locale */

/** What a sentence may write of its parameters: counts, ratios in percent, shares of two, differences. @param {number[]} given */
const derived = (given) => [
  ...given,
  ...given.map((n) => n * 100),
  ...given.flatMap((a) => given.flatMap((b) => [(a / b) * 100, b - a, (b - a) * 100])),
]

/** @param {string} sentence @param {{ [name: string]: unknown }} params @param {Locale} locale */
export function assertFigures(sentence, params, locale) {
  const given = Object.values(params)
  // Names and dates are no figures.
  let own = sentence.replace(/\b(?:Q[1-4]|(?:19|20)\d\d)\b/g, '')
  for (const name of given) if (typeof name === 'string' && name) own = own.replaceAll(name, '')
  const wanted = derived(given.filter((value) => typeof value === 'number'))
  const pattern = locale === 'de-DE' ? /\d[\d.]*(?:,\d+)?/g : /\d[\d,]*(?:\.\d+)?/g
  const written = own.match(pattern) ?? []
  for (const text of written) {
    const found = numberIn(text, locale)
    const near = (/** @type {number} */ figure) =>
      found && Math.abs(found.value - Math.abs(figure)) <= 0.5 * 10 ** -found.decimals + 1e-9
    assert.ok(wanted.some(near), `${text} in: ${sentence} ${JSON.stringify(params)}`)
  }
  if (wanted.length > 0) assert.ok(written.length > 0, `no figure in: ${sentence}`)
}
