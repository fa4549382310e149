/**
 * A picture of a page as a small PNG. A page has few colours, and letters have shades between two of
 * them: of colours that are nearly alike the most frequent one stands for all, the 256 most frequent
 * of these stay exactly as they are, and any other becomes the nearest of them. One byte a pixel
 * instead of four; a third of the file. PNG specification (ISO/IEC 15948), colour type 3, no filter,
 * which suits indexed colours.
 */
import { crc32, deflateSync } from 'node:zlib'

/** @param {{ width: number, height: number, data: Uint8Array }} image red, green, blue, opacity */
export function indexed({ width, height, data }) {
  /** @type {Map<number, number>} */
  const counts = new Map()
  const colourAt = (/** @type {number} */ pixel) =>
    ((data[4 * pixel] ?? 0) << 16) | ((data[4 * pixel + 1] ?? 0) << 8) | (data[4 * pixel + 2] ?? 0)
  for (let i = 0; i < width * height; i++)
    counts.set(colourAt(i), (counts.get(colourAt(i)) ?? 0) + 1)
  const frequent = [...counts].sort((a, b) => b[1] - a[1]).map(([colour]) => colour)
  const alike = new Set()
  const palette = frequent
    .filter((colour) => {
      // The upper four bits of each part.
      const kind = colour & 0xf0f0f0
      const isNew = !alike.has(kind)
      alike.add(kind)
      return isNew
    })
    .slice(0, 256)
  const places = new Map(palette.map((colour, place) => [colour, place]))
  for (const colour of counts.keys())
    if (!places.has(colour)) places.set(colour, nearest(palette, colour))
  const rows = Buffer.alloc((width + 1) * height)
  for (let i = 0; i < width * height; i++)
    rows[i + 1 + Math.floor(i / width)] = places.get(colourAt(i)) ?? 0
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(parts))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** @param {number} colour */
const parts = (colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]

/** @param {number[]} palette @param {number} colour */
function nearest(palette, colour) {
  const [r = 0, g = 0, b = 0] = parts(colour)
  let best = 0
  let least = Number.POSITIVE_INFINITY
  for (const [place, other] of palette.entries()) {
    const [x = 0, y = 0, z = 0] = parts(other)
    const distance = (r - x) ** 2 + (g - y) ** 2 + (b - z) ** 2
    if (distance < least) [best, least] = [place, distance]
  }
  return best
}

/** @param {string} type @param {Buffer} content */
function chunk(type, content) {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const out = Buffer.alloc(named.length + 8)
  out.writeUInt32BE(content.length, 0)
  named.copy(out, 4)
  out.writeUInt32BE(crc32(named), named.length + 4)
  return out
}
