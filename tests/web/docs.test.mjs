/**
 * The documentation against itself and against the code: every link leads somewhere, and every key,
 * code and dependency that the sources spell is written down, under the name it has there.
 *
 * Method: the pages are built into a folder of their own; names are found in the sources by the form
 * in which they are written there. A name that the docs give as a code must exist in a source.
 */
import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { root } from '../../web/bundle/core.mjs'
import { generated, pages, writeDocs } from '../../web/bundle/docs.mjs'
import { hash } from '../../web/bundle/page.mjs'

const folder = mkdtempSync(join(tmpdir(), 'docs-'))
after(() => rmSync(folder, { recursive: true }))
await writeDocs(folder)
const built = new Map(
  pages.map((name) => [`${name}.html`, readFileSync(join(folder, `${name}.html`), 'utf8')]),
)

const text = (path) => readFileSync(join(root, path), 'utf8')
const doc = (name) => text(`web/docs/${name}.md`)
const all = (from, pattern) => [...from.matchAll(pattern)].map(([, found]) => found)
const unique = (names) => [...new Set(names)].sort()

/** The text of all files of a kind under a folder, one after the other. */
const sources = (under, ending) =>
  readdirSync(join(root, under), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => text(join(under, name)))
    .join('\n')

const core = sources('core', '.cpp')
const client = ['engine', 'package', 'page']
  .map((name) => sources(`web/src/${name}`, '.ts'))
  .join('\n')

/** What is missing, by name; `least` guards against a pattern that finds nothing any more. */
function documented(names, where, least) {
  assert.ok(names.length >= least, `only ${names.length} names were found in the sources`)
  const pagesText = where.map(doc).join('\n')
  assert.deepEqual(
    unique(names).filter((name) => !pagesText.includes(`\`${name}\``)),
    [],
    `not in ${where.join(', ')}`,
  )
}

/** The one page whose links lead elsewhere, each to an engine's manual: tests/warehouse/words.test.mjs. */
const isManual = (name, href) => name === 'warehouse.html' && href.startsWith('https://')

test('every link of every page leads to a page and a heading', () => {
  const idsOf = (page) => all(page, / id="([^"]+)"/g)
  for (const [name, page] of built) {
    assert.deepEqual(unique(idsOf(page)), idsOf(page).sort(), `${name}: an id stands twice`)
    for (const href of all(page, / href="([^"]+)"/g)) {
      if (href === '../index.html' || isManual(name, href)) continue
      const [file, id] = href.split('#')
      const target = built.get(file || name)
      assert.ok(target, `${name}: ${href}`)
      if (id !== undefined) assert.ok(idsOf(target).includes(id), `${name}: ${href}`)
    }
  }
})

test('the index holds every heading once, under an address that exists', () => {
  const search = readFileSync(join(folder, 'search.html'), 'utf8')
  const [json = ''] = all(search, /<script type="application\/json" id="index">(.*?)<\/script>/gs)
  const index = JSON.parse(json)
  const headings = [...built.values()].flatMap((page) => all(page, /<h[1-3] id="([^"]+)"/g))
  assert.equal(index.length, headings.length)
  assert.ok(index.length > 120, `${index.length} headings`)
  for (const { href, heading, page, text: words } of index) {
    const [file, id] = href.split('#')
    assert.ok(built.get(file)?.includes(id === undefined ? '<h1' : ` id="${id}"`), href)
    assert.ok(heading && page)
    assert.doesNotMatch(`${heading} ${words}`, /<\/?(?:p|td|code|strong|a)\b|&amp;|&lt;/, href)
  }
})

test('every Markdown file of the folder is a page', () => {
  const files = readdirSync(join(root, 'web/docs')).filter((name) => name.endsWith('.md'))
  const written = pages.filter((name) => name !== generated)
  assert.deepEqual(files.sort(), written.map((name) => `${name}.md`).sort())
})

test('the guide has every head and point of the page', () => {
  const guide = built.get(`${generated}.html`)
  assert.equal(all(guide, /<h2 id="([^"]+)"/g).length, 12)
  const source = ['meaning', 'reading', 'acting', 'around']
    .map((name) => text(`web/src/text/en_guide_${name}.ts`))
    .join('\n')
  const points = all(source, /^ {6}(\w+): \[/gm).length
  assert.ok(points > 90, `${points} points`)
  assert.equal(all(guide, /<li><strong>([^<]+)<\/strong> /g).length, points)
})

const withoutManual = (name) => (link, href) => (isManual(name, href) ? '' : link)

test('pages hold one script, named by the policy, and nothing from elsewhere', () => {
  for (const [name, page] of built) {
    assert.match(
      page,
      /content="default-src 'none'; img-src data:; style-src 'sha256-[^']+';/,
      name,
    )
    for (const picture of all(page, /(<img [^>]*>)/g))
      assert.match(picture, /^<img src="data:image\/png;base64,[\w+/=]+" alt="[^"]+">$/, name)
    assert.doesNotMatch(
      page.replace(/<img [^>]*>/g, '').replace(/<a href="([^"]+)">/g, withoutManual(name)),
      /<link| style="| (?:src|href)="(?:\w+:|\/)/,
      name,
    )
    const [script, ...others] = all(page, /<script>(.*?)<\/script>/gs)
    assert.ok(script && others.length === 0 && page.includes(`script-src ${hash(script)};`), name)
  }
})

test('links of the README and of the page lead to files and pages', () => {
  for (const href of all(text('README.md'), /\]\(([^)#]+)\)/g))
    assert.ok(existsSync(join(root, href)), `README.md: ${href}`)
  const fromPage = all(sources('web/src/view', '.ts'), /href="docs\/([^"]+)"/g)
  assert.ok(fromPage.length > 0)
  for (const href of fromPage) assert.ok(built.has(href), href)
})

test('every settings key is documented', () => {
  const reader = ['settings_read', 'settings_read_files', 'settings_read_currencies']
    .map((name) => text(`core/report/${name}.cpp`))
    .join('\n')
  const keys = [
    ...all(reader, /\.(?:text|boolean|integer|number|choice|array|object|value)\(\s*"(\w+)"/g),
    ...all(reader, /\((?:reader|range), "(\w+)"/g),
    ...all(reader, /key :\s*\{([^}]*)\}/g).flatMap((list) => all(list, /"(\w+)"/g)),
    ...all(text('core/input/reading.cpp'), /"(\w+)"/g),
  ]
  documented(keys, ['settings'], 60)
})

test('every key of the report, and every parameter of a note, is documented', () => {
  const report = [
    'settings_write',
    'period_json',
    'money_json',
    'trend_json',
    'customer_report',
    'totals_report',
    'journeys_json',
    'segments_json',
  ]
    .map((name) => text(`core/report/${name}.cpp`))
    .join('\n')
  const keys = all(report, /(?:\{\s*|add\(|(?:object|document|entry|mapping)\[)"(\w+)"/g)
  documented(keys, ['settings', 'inputs'], 90)
})

test('every key of the types is documented', () => {
  const files = ['', '_journeys', '_money', '_segments', '_settings', '_trend'].map((name) =>
    text(`web/src/engine/documents${name}.ts`),
  )
  const types = all(files.join('\n'), /^ {2}(?: {2})?(\w+)\??:/gm)
  documented(
    types.filter((name) => !['where', 'bytes'].includes(name)),
    ['settings', 'inputs'],
    80,
  )
})

const code = /["']([a-z][A-Za-z]+\.[a-z][A-Za-z]+)["']/g
const isCode = (name) => !/\.(?:csv|json|html|js|mjs|wasm|md|h)$/.test(name)
const noteCode = /notes\.(?:info|warn)\("(\w[\w.]*)"/g

test('every code is documented', () => {
  const codes = [...all(core, code), ...all(core, noteCode)].filter(isCode)
  documented(codes, ['inputs', 'findings'], 50)
  const fromClient = all(client, /(?:code: |givenUp\()'([\w.]+)'/g)
  documented(fromClient, ['inputs'], 10)
})

test('every documented code exists', () => {
  const first = all(doc('inputs'), /^\| ((?:`\w+(?:\.\w+)?`(?:, )?)+) +\|/gm)
  const codes = first.flatMap((cell) => all(cell, /`(\w+\.\w+)`/g))
  assert.ok(codes.length > 60)
  for (const name of codes)
    assert.ok(core.includes(`"${name}"`) || client.includes(`'${name}'`), name)
})

test('every finding is documented with its threshold and its fewest customers', () => {
  const rules = [
    ...text('core/kpi/findings.h').matchAll(/\{"([\w.]+)", ([\d.]+), (\d+), (\d+)\},/g),
  ].map(([, name, ...limits]) => ({ name, limits }))
  assert.ok(rules.length >= 30, `${rules.length} rules`)
  const rows = all(doc('findings'), /^\| (`\w+\.\w+` \|.*) \|$/gm).map((row) => row.split(' | '))
  assert.deepEqual(
    rows.map(([name]) => name),
    rules.map(({ name }) => `\`${name}\``),
    'the same rules in the same order',
  )
  for (const [at, { name, limits }] of rules.entries()) {
    const told = rows[at].slice(2).map((cell) => (cell === '–' ? '0' : cell.split(' ')[0]))
    assert.deepEqual(told, limits, name)
  }
})

test('every dependency is documented with its version', () => {
  for (const path of ['web/package.json', 'tests/package.json']) {
    const { dependencies, devDependencies, optionalDependencies } = JSON.parse(text(path))
    const named = { ...dependencies, ...devDependencies, ...optionalDependencies }
    for (const [name, version] of Object.entries(named)) {
      const line = doc('dependencies')
        .split('\n')
        .find(
          (row) =>
            row.startsWith('|') &&
            row
              .split('|')[1]
              ?.split(', ')
              .some((n) => n.trim() === name),
        )
      assert.ok(line?.includes(` ${version} `), `${name} ${version}`)
    }
  }
})

const engine = join(root, 'dist/package/upgrade-rate.js')
const skip = existsSync(engine) ? false : 'dist/package is not built'

test('the examples of settings are accepted', { skip }, async () => {
  const { createEngine } = await import(engine)
  const examples = all(doc('settings'), /```json\n(.*?)```/gs).map((json) => JSON.parse(json))
  assert.equal(examples.length, 2)
  const data =
    'Account;Changed;Product;MRR\nAnn;01/02/2024;Basic;20,5\nAnn;01/03/2024;Pro annual;40\n'
  const core = await createEngine()
  await core.load([{ name: 'a.csv', data }], examples[0])
  for (const example of examples) {
    const { settings } = await core.report(example)
    for (const [key, value] of Object.entries(example))
      if (key !== 'files')
        assert.deepEqual(settings[key].length ?? settings[key], value.length ?? value)
  }
  core.dispose()
})

test('the examples of dates read as the format they stand for', { skip }, async () => {
  const { createEngine } = await import(engine)
  const core = await createEngine()
  const rows = [...doc('inputs').matchAll(/^\| `([\w-]+(?:[/ ]\w+)*)` +\| (.*) \|$/gm)]
  let examples = 0
  for (const [, format, cell] of rows.filter(([, , cell]) => cell.includes('2024'))) {
    for (const example of cell
      .trim()
      .replace(/[.:] .*/, '')
      .split(' · ')) {
      const data = `customer,date,plan\nAnn,"${example}",Basic\nBob,"${example}",Basic\n`
      await core.load([{ name: 'a.csv', data }])
      const { ledger, settings } = await core.report()
      assert.equal(settings.files[0].dateFormat, format, example)
      assert.equal(ledger.used, 2, example)
      examples++
    }
  }
  assert.ok(examples >= 18, `${examples} examples`)
  core.dispose()
})
