/**
 * Writes the documentation: every page of web/docs as one HTML file that needs nothing else.
 *
 * Method: marked makes the markup. Headings get the ids that code hosts give them, links from one
 * Markdown file to another become links to the pages, and what is too wide scrolls in its place; pictures stand
 * in it, so that a page is one file.
 * Colours and sizes are the page's own tokens. The policy allows one style sheet and one script, the
 * search, each by its hash; all pages work from disk.
 * Left out: raw HTML inside Markdown, which is refused.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Marked, Renderer } from 'marked'
import { bundle, root } from './core.mjs'
import { indexBlock, sectionsOf } from './docs_index.mjs'
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
  'warehouse',
  'performance',
  'dependencies',
  'changelog',
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
  const box = await scriptOf('search_box')
  const bodies = texts.map((text) => String(marked.parse(text)))
  for (const [at, body] of bodies.entries())
    writeFileSync(
      join(folder, `${pages[at]}.html`),
      pageOf({ body: body + turning(at, titles), at, title: titles[at] ?? '' }, titles, style, box),
    )
  const index = bodies.flatMap((body, at) =>
    sectionsOf(`${pages[at]}.html`, short(titles[at] ?? ''), body),
  )
  const results = `<h1>Search</h1>\n<p id="count" role="status"></p>\n<ol id="results"></ol>\n${indexBlock(index)}\n`
  const search = await scriptOf('search_page')
  writeFileSync(
    join(folder, 'search.html'),
    pageOf({ body: results, at: -1, title: 'Search' }, titles, style, search),
  )
}

/** Of a title the part before its colon. @param {string} title */
const short = (title) => title.replace(/:.*/, '')

/** @param {string} name */
const scriptOf = async (name) =>
  (await bundle(`web/src/docs/${name}.ts`, { format: 'iife' })).trim()

/** To the page before and the page after. @param {number} at @param {string[]} titles */
function turning(at, titles) {
  const link = (/** @type {number} */ to, /** @type {string} */ rel) =>
    pages[to] === undefined
      ? ''
      : `<a rel="${rel}" href="${pages[to]}.html">${short(titles[to] ?? '')}</a>`
  return `<p class="turn">${link(at - 1, 'prev')}${link(at + 1, 'next')}</p>\n`
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
    image({ href, text }) {
      const bytes = readFileSync(join(source, href)).toString('base64')
      return `<img src="data:image/png;base64,${bytes}" alt="${text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)}">`
    },
    html({ text }) {
      throw new Error(`Raw HTML in the documentation: ${text.slice(0, 80)}`)
    },
  },
})

/**
 * @param {{ body: string, at: number, title: string }} page @param {string[]} titles
 * @param {string} style @param {string} script
 */
function pageOf({ body, at, title }, titles, style, script) {
  const links = titles.map((name, i) => {
    const here = i === at ? ' aria-current="page"' : ''
    return `<li><a href="${pages[i]}.html"${here}>${short(name)}</a></li>`
  })
  const policy = `default-src 'none'; img-src data:; style-src ${hash(style)}; script-src ${hash(script)}; base-uri 'none'; form-action 'none'`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title} · Upgrade Rate</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the text</a>
<nav aria-label="Documentation">
<a class="brand" href="../index.html">Upgrade Rate</a>
<form role="search"><input type="search" aria-label="Search the documentation" placeholder="Search" autocomplete="off" spellcheck="false"></form>
<ul>
${links.join('\n')}
</ul>
</nav>
<main id="main" tabindex="-1">
${body}</main>
<script>${script}</script>
</body>
</html>
`
}
