/**
 * The page's style sheets for a shadow root: what they say of the document holds of the ground there,
 * what they say of the window's width of the element's own width. Tokens stand on the host, so that
 * the page around can set them: a rule of that page wins over `:host`.
 *
 * Method: exact replacements in our own sheets, whose selectors are few. Left out: the root's text
 * size, which `rem` follows in a shadow root too.
 */
const replacements: readonly [RegExp, string][] = [
  [/:root:root:root/g, ':host,:host([theme]),:host(:not([theme=light]))'],
  [/:root:not\(\[data-theme=light\]\)/g, ':host(:not([theme=light]))'],
  [/:root\[data-theme=dark\]/g, ':host([theme=dark])'],
  // Outside the tokens the root is asked for sizes that change with the width.
  [/(@media ?\(m(?:in|ax)-width[^{]*\{):root/g, '$1.ground'],
  [/:root/g, ':host'],
  [/(^|[{}\s,])(?:html|body)(?=\s*\{)/g, '$1.ground'],
  [/@media ?(?=\(m(?:in|ax)-width)/g, '@container '],
  [/(\d)vw\b/g, '$1cqw'],
]

export const inShadow = (sheet: string): string =>
  replacements.reduce((text, [what, by]) => text.replace(what, by), sheet)

/** The host is as wide as it is given; what is in it asks for that width. */
export const hostStyle = `
:host{display:block;min-width:0}
:host([hidden]){display:none}
.stage{container-type:inline-size}
.ground{min-height:4rem;border-radius:inherit}
`
