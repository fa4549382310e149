/**
 * Writes the documentation: every page of web/docs as one HTML file that needs nothing else.
 *
 * Method: marked makes the markup. Headings get the ids that code hosts give them, links from one
 * Markdown file to another become links to the pages, and what is too wide scrolls in its place.
 * Colours and sizes are the page's own tokens. The policy allows one style sheet and no script.
 * Left out: raw HTML inside Markdown, which is refused.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Marked, Renderer } from 'marked'
import { bundle, root } from './core.mjs'
import { hash } from './page.mjs'

const source = join(root, 'web/docs')

/** In the order of the navigation. */
export const pages = [
  'index',
  'definitions',
  'worked-example',
  'counting-rules',
  'findings',
  'guide',
  'inputs',
  'settings',
  'sharing',
  'privacy',
  'performance',
  'dependencies',
]

/** Written from the page's own words, so that the guide is written once. */
export const generated = 'guide'

/** @param {string} folder */
export async function writeDocs(folder) {
  mkdirSync(folder, { recursive: true })
  const style = await styleSheet()
  const guide = await guideText()
  const texts = pages.map((name) =>
    name === generated ? guide : readFileSync(join(source, `${name}.md`), 'utf8'),
  )
  const titles = texts.map(titleOf)
  for (const [at, text] of texts.entries())
    writeFileSync(join(folder, `${pages[at]}.html`), pageOf(text, at, titles, style))
}

/** @param {string} text */
function titleOf(text) {
  const [, title] = /^# (.+)/.exec(text) ?? []
  if (title === undefined) throw new Error('A page must begin with its title.')
  return title
}

/** The code of a module of the page that imports nothing at run time, as it is. @param {string} file */
async function moduleOf(file) {
  const code = await bundle(file, { format: 'esm' })
  return await import(`data:text/javascript,${encodeURIComponent(code)}`)
}

/** The twelve heads as one page. */
async function guideText() {
  /** @type {{ heads: { [key: string]: import('../src/text/guide.js').Head } }} */
  const { heads } = await moduleOf('web/src/text/en_guide.ts')
  const parts = Object.values(heads).map(({ title, lead, points }) => {
    const listed = Object.values(points).map(([name, text]) => `- **${name}** ${text}`)
    return `## ${title}\n\n${lead}\n\n${listed.join('\n')}\n`
  })
  return `# The guide\n\nWhat the upgrade rate is and how to work with it, as the page tells it under *What to do*. There the points come first that [what is found](findings.md) in the data raises.\n\n${parts.join('\n')}`
}

/** The page's own tokens, which are TypeScript, then the sheet of the documentation. */
async function styleSheet() {
  const { tokens } = await moduleOf('web/src/view/tokens.ts')
  return tokens + readFileSync(join(source, 'style.css'), 'utf8')
}

/** The id that code hosts give a heading: its letters, digits, - and _, with - for spaces. */
const idOf = (/** @type {string} */ heading) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-')

const plain = new Renderer()
const marked = new Marked({
  renderer: {
    heading({ tokens, depth, text }) {
      const id = idOf(text)
      return `<h${depth} id="${id}">${this.parser.parseInline(tokens)}</h${depth}>\n`
    },
    link(token) {
      plain.parser = this.parser
      return plain.link({ ...token, href: token.href.replace(/^([\w-]+)\.md(?=#|$)/, '$1.html') })
    },
    table(token) {
      plain.parser = this.parser
      return `<div class="scroll" tabindex="0">${plain.table(token)}</div>\n`
    },
    code(token) {
      return plain.code(token).replace('<pre>', '<pre tabindex="0">')
    },
    html({ text }) {
      throw new Error(`Raw HTML in the documentation: ${text.slice(0, 80)}`)
    },
  },
})

/** @param {string} text @param {number} at @param {string[]} titles @param {string} style */
function pageOf(text, at, titles, style) {
  const links = titles.map((title, i) => {
    const here = i === at ? ' aria-current="page"' : ''
    return `<li><a href="${pages[i]}.html"${here}>${title.replace(/:.*/, '')}</a></li>`
  })
  const policy = `default-src 'none'; style-src ${hash(style)}; base-uri 'none'; form-action 'none'`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${titles[at]} · Upgrade Rate</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the text</a>
<nav aria-label="Documentation">
<a class="brand" href="../index.html">Upgrade Rate</a>
<ul>
${links.join('\n')}
</ul>
</nav>
<main id="main" tabindex="-1">
${marked.parse(text)}</main>
</body>
</html>
`
}
