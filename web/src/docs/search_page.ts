/**
 * The page of results: finds while one types, in the index that stands in the page itself. Enter goes
 * to the first result, the arrow keys from one to the next. What was asked stands in the address.
 */
import { type Found, find, type Piece, type Section } from './find.js'

const index: Section[] = JSON.parse(document.getElementById('index')?.textContent ?? '[]')
const field = document.querySelector<HTMLInputElement>('form[role=search] input')
const list = document.getElementById('results')
const status = document.getElementById('count')

function element(name: string, ...inside: (string | Node)[]): HTMLElement {
  const made = document.createElement(name)
  made.append(...inside)
  return made
}

const piece = ([text, hit]: Piece) => (hit ? element('mark', text) : text)

function result({ section, excerpt }: Found): HTMLElement {
  const link = element('a', section.heading) as HTMLAnchorElement
  link.href = section.href
  const page = section.heading === section.page ? [] : [' ', element('small', section.page)]
  return element('li', link, ...page, element('p', ...excerpt.map(piece)))
}

function show(query: string): void {
  const found = find(index, query)
  list?.replaceChildren(...found.map(result))
  if (!status) return
  const many = found.length === 1 ? '1 section' : `${found.length} sections`
  status.textContent = query.trim() === '' ? '' : found.length === 0 ? 'Nothing found.' : many
}

const links = () => [...(list?.querySelectorAll('a') ?? [])]

/** From the field to the first result, from one to the next, and back. */
function walk(e: KeyboardEvent): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[e.key]
  if (by === undefined) return
  const stops: (HTMLElement | null | undefined)[] = [field, ...links()]
  const to = stops[stops.indexOf(document.activeElement as HTMLElement) + by]
  if (!to) return
  e.preventDefault()
  to.focus()
}

const asked = () => decodeURIComponent(location.hash.slice(1))
function fromAddress(): void {
  if (field && field.value.trim() !== asked()) field.value = asked()
  show(asked())
}

field?.addEventListener('input', () => {
  history.replaceState(null, '', `#${encodeURIComponent(field.value.trim())}`)
  show(field.value)
})
field?.form?.addEventListener('submit', (e) => {
  e.preventDefault()
  links()[0]?.click()
})
addEventListener('keydown', walk)
addEventListener('hashchange', fromAddress)
fromAddress()
field?.focus()
