/**
 * A drawing as a picture that explains itself: title, sentence, the drawing, its legend, how the
 * figure is defined and where it comes from, one under the other on white.
 *
 * Method: the drawing is copied with what its style sheet gives it written as attributes, so the
 * file needs no sheet and no script. Text is broken by measured widths, with some room left, because
 * another machine has other fonts. Left out: fonts themselves.
 */
import type { Theme } from '../view/tokens.js'

export interface PictureWords {
  title: string
  subtitle: string
  /** Sentences under the title. */
  says: readonly string[]
  /** What the marks mean. */
  keys: readonly string[]
  /** Definition and source. */
  foot: readonly string[]
}

const space = 'http://www.w3.org/2000/svg'
export const fonts =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif'

/** What a style sheet may say of a drawing, with the value that need not be written. */
const properties: { readonly [name: string]: string } = {
  fill: '#000000',
  'fill-opacity': '1',
  stroke: 'none',
  'stroke-width': '1',
  'stroke-opacity': '1',
  'stroke-dasharray': 'none',
  'stroke-linejoin': 'miter',
  'stroke-linecap': 'butt',
  opacity: '1',
  'paint-order': 'normal',
  'shape-rendering': 'auto',
}
const ofText: { readonly [name: string]: string } = {
  'text-anchor': 'start',
  'font-size': '',
  'font-weight': '400',
  'font-style': 'normal',
}

/** As attributes are written: colours by their digits, lengths without a unit. */
const written = (value: string): string =>
  value
    .replace(/^rgb\((\d+), (\d+), (\d+)\)$/, (_, ...parts: string[]) =>
      parts
        .slice(0, 3)
        .reduce((hex, part) => hex + Number(part).toString(16).padStart(2, '0'), '#'),
    )
    .replace(/(\d)px/g, '$1')

function inline(from: Element, to: Element): void {
  const style = getComputedStyle(from)
  const isText = from.localName === 'text' || from.localName === 'tspan'
  for (const name of to.getAttributeNames())
    if (/^(class|style|role|data-|aria-)/.test(name)) to.removeAttribute(name)
  for (const [name, usual] of Object.entries(isText ? { ...properties, ...ofText } : properties)) {
    const value = written(style.getPropertyValue(name))
    if (value === usual || value === '') to.removeAttribute(name)
    else to.setAttribute(name, value)
  }
  for (const node of [...to.childNodes]) if (node.nodeType === Node.COMMENT_NODE) node.remove()
  for (const [i, child] of [...from.children].entries()) inline(child, to.children[i] as Element)
}

const made = (name: string, attributes: { [name: string]: string | number }, text = '') => {
  const element = document.createElementNS(space, name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, `${value}`)
  if (text) element.textContent = text
  return element
}

/** Lines no wider than `width`; a single word may be. */
export function broken(text: string, width: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    const longer = last === undefined ? word : `${last} ${word}`
    if (last !== undefined && widthOf(longer) <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

type Row = {
  text: string
  size: number
  weight: number
  fill: string
  step: number
  before: number
}

function rowsOf(words: PictureWords, colours: Theme): { above: Row[]; below: Row[] } {
  const ink = colours.ink
  const soft = { size: 13, weight: 400, fill: colours.soft, step: 19 }
  const row = (text: string, look: Omit<Row, 'text' | 'before'>, before = 0) => ({
    text,
    ...look,
    before,
  })
  const above = [
    row(words.title, { size: 22, weight: 650, fill: ink, step: 29 }),
    ...(words.subtitle ? [row(words.subtitle, soft)] : []),
    ...words.says.map((text) => row(text, { size: 15, weight: 400, fill: ink, step: 22 }, 6)),
  ]
  const keys = words.keys.length > 0 ? [row(words.keys.join(' · '), soft)] : []
  const below = [...keys, ...words.foot.map((text, i) => row(text, soft, i === 0 ? 10 : 0))]
  return { above, below }
}

const margin = 32
/** Text needs this much, however narrow the drawing. */
const leastWidth = 640

/** `drawing` must be in the page, in the colours of paper; `colours` are theirs. */
export function picture(
  drawing: SVGSVGElement,
  words: PictureWords,
  colours: Theme,
): SVGSVGElement {
  const { width: drawn, height: tall } = drawing.viewBox.baseVal
  const room = Math.max(drawn, leastWidth)
  const width = room + 2 * margin
  const root = made('svg', { xmlns: space, role: 'img', 'font-family': fonts }) as SVGSVGElement
  root.append(made('title', {}, words.title), made('desc', {}, words.says.join(' ')))
  const ground = made('rect', { width, fill: '#ffffff' })
  root.append(ground)
  const pen = document.createElement('canvas').getContext('2d')
  let y = margin
  const write = (rows: readonly Row[]) => {
    for (const { text, size, weight, fill, step, before } of rows) {
      if (pen) pen.font = `${weight} ${size}px ${fonts}`
      y += before
      const measured = (line: string) => pen?.measureText(line).width ?? line.length * size * 0.55
      for (const line of broken(text, room * 0.96, measured)) {
        const look = { 'font-size': size, 'font-weight': weight, fill }
        root.append(made('text', { x: margin, y: y + size, ...look }, line))
        y += step
      }
    }
  }
  const { above, below } = rowsOf(words, colours)
  write(above)
  const copy = drawing.cloneNode(true) as SVGSVGElement
  inline(drawing, copy)
  const place = made('g', { transform: `translate(${margin} ${y + 16})` })
  place.append(...copy.childNodes)
  root.append(place)
  y += 16 + tall + 16
  write(below)
  const height = Math.ceil(y + margin - 6)
  ground.setAttribute('height', `${height}`)
  for (const [name, value] of Object.entries({ width, height, viewBox: `0 0 ${width} ${height}` }))
    root.setAttribute(name, `${value}`)
  return root
}

/** Names of the data may hold characters that no XML may: they are shown as unknown. */
export const xmlOf = (root: SVGSVGElement): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(root)}`.replace(
    /[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu,
    '\ufffd',
  )

/** Twice as many pixels as units. */
export const pngOf = (root: SVGSVGElement): Promise<Blob> =>
  pngOfText(xmlOf(root), Number(root.getAttribute('width')), Number(root.getAttribute('height')))

export async function pngOfText(svg: string, width: number, height: number): Promise<Blob> {
  const image = new Image()
  const loaded = new Promise((done, fail) => {
    image.onload = done
    image.onerror = fail
  })
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await loaded
  const canvas = document.createElement('canvas')
  canvas.width = 2 * width
  canvas.height = 2 * height
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'))
  if (!blob) throw new Error('toBlob')
  return blob
}
