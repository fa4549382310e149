/**
 * No view holds a text of its own: all words come from the tables of messages. The sources of views
 * and charts are read as text: in templates nothing between tags and in no label is a word, and no
 * string is a sentence. And no message lies unused.
 */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { textFor } from '../../../web/src/text/language.js'

const under = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => ({ name, source: readFileSync(join(folder, name), 'utf8') }))
const views = [...under('web/src/view'), ...under('web/src/charts')].filter(
  ({ name }) => name !== 'tokens.ts',
)

interface Found {
  /** "html", "svg", or nothing. */
  tag: string
  /** Without what is put in, which is a zero. */
  text: string
}

/** Every string and template of a source, those inside of templates too; comments are left out. */
function literals(source: string): Found[] {
  const found: Found[] = []
  /** Reads code up to the brace that closes it, or to the end; gives where it stopped. */
  function code(from: number): number {
    let depth = 0
    for (let at = from; at < source.length; at++) {
      const c = source[at]
      if (source.startsWith('//', at)) at = lineEnd(at)
      else if (source.startsWith('/*', at)) at = source.indexOf('*/', at) + 1
      else if (c === '/' && isRegex(at)) at = regexEnd(at)
      else if (c === "'" || c === '"') at = string(at)
      else if (c === '`') at = template(at)
      else if (c === '{') depth++
      else if (c === '}' && depth-- === 0) return at
    }
    return source.length
  }
  const lineEnd = (at: number) => {
    const end = source.indexOf('\n', at)
    return end < 0 ? source.length : end
  }
  const isRegex = (at: number) =>
    /[(,=:[!&|?{};\n]\s*$/.test(source.slice(Math.max(0, at - 12), at))
  function regexEnd(from: number): number {
    let inClass = false
    for (let at = from + 1; ; at++) {
      if (source[at] === '\\') at++
      else if (source[at] === '[') inClass = true
      else if (source[at] === ']') inClass = false
      else if (source[at] === '/' && !inClass) return at
      else if (at >= source.length) throw new Error('a regular expression without end')
    }
  }
  function string(from: number): number {
    let at = from + 1
    while (source[at] !== source[from]) {
      if (at >= source.length) throw new Error('a string without end')
      at += source[at] === '\\' ? 2 : 1
    }
    found.push({ tag: '', text: source.slice(from + 1, at) })
    return at
  }
  function template(from: number): number {
    const tag = /(html|svg)$/.exec(source.slice(0, from))?.[1] ?? ''
    let text = ''
    let at = from + 1
    while (source[at] !== '`') {
      if (at >= source.length) throw new Error('a template without end')
      if (source.startsWith('${', at)) {
        at = code(at + 2) + 1
        text += '0'
      } else {
        text += source[at]
        at += 1
      }
    }
    found.push({ tag, text })
    return at
  }
  code(0)
  return found
}

const labels =
  /(?:aria-(?:label|description|valuetext|roledescription)|title|placeholder|alt)=(?:"([^"]*)"|(\w+))/g

test('the reader of sources finds texts where they are', () => {
  const source =
    "html`<p title=\"Hi you\">a \x24{x ? html`<b>Bold</b>` : 'No more'} \x24{/[`']/.test(y)}</p>` // it's"
  assert.deepEqual(literals(source), [
    { tag: 'html', text: '<b>Bold</b>' },
    { tag: '', text: 'No more' },
    { tag: 'html', text: '<p title="Hi you">a 0 0</p>' },
  ])
  assert.deepEqual(wordsIn('<p title="Hi you" class="no word">a 0 b</p>'), ['Hi', 'you'])
})

/** Words between tags and in labels. */
function wordsIn(markup: string): string[] {
  const between = markup.replace(/<!--.*?-->/gs, ' ').replace(/<[^>]*>/gs, ' ')
  const labelled = [...markup.matchAll(labels)].map(([, quoted, bare]) => quoted ?? bare ?? '')
  return [between, ...labelled].flatMap((text) => text.match(/\p{L}{2,}/gu) ?? [])
}

for (const { name, source } of views)
  test(`no text of its own: ${name}`, () => {
    const all = literals(source)
    const words = all.filter(({ tag }) => tag !== '').flatMap(({ text }) => wordsIn(text))
    assert.deepEqual(words, [], 'words in templates')
    const sentences = all
      .filter(({ tag, text }) => tag === '' && /^\p{Lu}\p{L}*[ ,]|\p{L} \p{L}+[.:!?]$/u.test(text))
      .map(({ text }) => text)
    assert.deepEqual(sentences, [], 'sentences in strings')
  })

test('enough was read', () => {
  const all = views.flatMap(({ source }) => literals(source))
  assert.ok(views.length > 60, `${views.length} files`)
  assert.ok(all.filter(({ tag }) => tag !== '').length > 300)
})

test('every message is used', () => {
  const users = [
    ...views,
    ...under('web/src/page'),
    ...under('web/src/text').filter(({ name }) => !/^(?:en|de)(?:_|\.)/.test(name)),
  ]
  const used = users.map(({ source }) => source).join('\n')
  const { t } = textFor('en', 'en')
  const tables = [
    'answer',
    'rows',
    'trend',
    'journeys',
    'segments',
    'money',
    'settings',
    'take',
    'bring',
    'reading',
    'source',
    'error',
    'docs',
    'actions',
  ] as const
  const unused = tables.flatMap((table) =>
    Object.keys(t[table])
      .filter((key) => !new RegExp(`\\b${key}\\b`).test(used))
      .map((key) => `${table}.${key}`),
  )
  assert.deepEqual(unused, [])
})
