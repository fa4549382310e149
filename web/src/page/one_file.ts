/**
 * The page and somebody's shared figures as one file, for who cannot be sent a link: opened from a disk
 * the page has no address. It is a copy of the page itself, with the link's letters in its head, where
 * the page looks when its address holds none. The script stays as it is, so the policy's hash holds.
 */
const NAME = 'upgrade-rate-figures'

const marks = (within: ParentNode) =>
  within.querySelectorAll<HTMLMetaElement>(`meta[name="${NAME}"]`)

/** The letters that this page was sent with, as they stand behind `#` in a link; empty: none. */
export const figuresWithin = (page: Document): string => marks(page)[0]?.content ?? ''

/** `fragment`: of a link, with its `#`. */
export function pageWith(fragment: string, page: Document): Blob {
  const copy = page.documentElement.cloneNode(true) as HTMLElement
  copy.querySelector('#app')?.replaceChildren()
  copy.removeAttribute('data-theme')
  for (const old of [...marks(copy), ...copy.querySelectorAll('link[rel="manifest"]')]) old.remove()
  const mark = page.createElement('meta')
  mark.name = NAME
  mark.content = fragment
  copy.querySelector('head')?.append(mark)
  return new Blob([`<!doctype html>\n${copy.outerHTML}\n`], { type: 'text/html;charset=utf-8' })
}
