import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { CHUNK_BYTES } from '../../../web/src/engine/chunks.js'
import { runCommand } from '../../../web/src/package/command.js'
import { InProcessEngine } from '../../../web/src/package/engine.js'
import { type FakeOptions, fakeCore } from './fake_core.js'
import { sampleReport } from './sample_report.js'

const folder = mkdtempSync(join(tmpdir(), 'upgrade-rate-'))
after(() => rmSync(folder, { recursive: true }))

function file(name: string, content: string): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

async function run(
  args: string[],
  { stdin = '', ...options }: FakeOptions & { stdin?: string } = {},
) {
  const { log, startModule } = fakeCore(options)
  let out = ''
  let complaint = ''
  const exit = await runCommand(args, {
    createEngine: async () => new InProcessEngine(startModule),
    version: async () => '1.2.3',
    stdin: (async function* () {
      yield Buffer.from(stdin)
    })(),
    write: async (text) => {
      out += typeof text === 'string' ? text : Buffer.from(text).toString()
    },
    complain: (text) => {
      complaint += text
    },
  })
  return { exit, out, complaint, log }
}

test('the default is the report document as JSON', async () => {
  const path = file('a.csv', 'a\nb\n')
  for (const args of [[path], [path, '--format', 'json'], ['--format=json', path]]) {
    const { exit, out, complaint } = await run(args, { report: sampleReport })
    assert.deepEqual([exit, complaint], [0, ''])
    assert.deepEqual(JSON.parse(out), sampleReport)
  }
})

test('files are named as the page names them, unless two would be alike', async () => {
  const begun = async (...args: string[]) => {
    const { log } = await run([...args, '--settings', file('s.json', '\ufeff{"period":"week"}')], {
      stdin: 'c\n',
    })
    assert.equal(log.calls[0], 'begin {"period":"week"}')
    return log.texts
  }
  assert.deepEqual(await begun(file('a.csv', 'a\n'), '-', file('b.csv', 'b\n')), [
    'a\n',
    'c\n',
    'b\n',
  ])
  const { complaint } = await run([file('empty.csv', '')])
  assert.equal(complaint, 'upgrade-rate: empty.csv: No row was found; give a table.\n')
  const twice = await run([file('empty.csv', ''), file('empty.csv', '')])
  assert.equal(
    twice.complaint,
    `upgrade-rate: ${join(folder, 'empty.csv')}: No row was found; give a table.\n`,
  )
})

test('a long file is read in slices, twice where it asks for it', async () => {
  const text = 'customer,date\n'.repeat(150_000) // 2,100,000 bytes
  const { log, exit } = await run([file('long.csv', text)], { rereadings: [1] })
  assert.equal(exit, 0)
  assert.equal(log.texts[0], text)
  const pushes = log.calls.filter((call) => call.startsWith('push'))
  const once = [`push ${CHUNK_BYTES}`, `push ${CHUNK_BYTES}`, 'push 2848']
  assert.deepEqual(pushes, [...once, ...once])
})

test('--table prints the table as it was read', async () => {
  const { exit, out } = await run([file('a.csv', 'x,=1\n'), '--table'])
  assert.deepEqual([exit, out], [0, 'X,=1\nEND\r\n'])
})

test('wrong usage is refused with status 2 and says what is wrong', async () => {
  const path = file('a.csv', 'a\n')
  const cases: [string[], RegExp][] = [
    [[], /No file was named/],
    [[path, '--frmat', 'json'], /--frmat/],
    [[path, '--format', 'pdf'], /"pdf" is no format; there are json, text, md, csv/],
    [[path, '--format', 'csv', '--page', 'x'], /--page belongs to --format link/],
    [[path, '--table', '--page', 'x'], /--page belongs to --format link/],
    [[path, '--format', 'link', '--page', 'a#b'], /no address of a page/],
    [[path, '--settings'], /--settings/],
    [[path, '--table', '--format', 'json'], /--table is always CSV/],
    [[path, path, '--table'], /name one file/],
    [['-', '-'], /only once/],
    [['-', '--settings', '-'], /only once/],
    [
      [path, '--settings', join(folder, 'no.json')],
      /no\.json: these settings cannot be read \(ENOENT/,
    ],
    [
      [path, '--settings', file('bad.json', '{"period":')],
      /bad\.json: these settings cannot be read \(.*JSON/,
    ],
    [
      [path, '--settings', file('key.json', '{"bse":1}')],
      /^upgrade-rate: bse: No such setting; "base" is meant\?\n$/,
    ],
    [
      [path, '--settings', file('zone.json', '{"timeZone":"Mars"}')],
      /timeZone: "Mars" is no time zone/,
    ],
  ]
  for (const [args, words] of cases) {
    const { exit, out, complaint } = await run(args)
    assert.deepEqual([exit, out], [2, ''], args.join(' '))
    assert.match(complaint, words)
  }
})

test('nothing usable is status 3, a broken engine 1', async () => {
  const cases: [string, FakeOptions, number, RegExp][] = [
    [file('empty.csv', ''), {}, 3, /empty\.csv: No row was found; give a table/],
    [join(folder, 'missing.csv'), {}, 3, /missing\.csv: The file could not be read \(ENOENT/],
    [folder, {}, 3, /could not be read \(EISDIR/],
    [
      file('a.csv', 'a\n'),
      { trap: { call: 'report', at: 1 } },
      1,
      /report: The engine stopped \(unreachable\)/,
    ],
  ]
  for (const [path, options, status, words] of cases) {
    const { exit, out, complaint } = await run([path], options)
    assert.deepEqual([exit, out], [status, ''], path)
    assert.match(complaint, words)
  }
})

test('help and version go to standard output', async () => {
  const help = await run(['--help'])
  assert.equal(help.exit, 0)
  assert.match(help.out, /^Usage: upgrade-rate FILE/)
  assert.deepEqual(await run(['--version']).then(({ exit, out }) => [exit, out]), [0, '1.2.3\n'])
})

test('words for a person, harmless to the terminal', async () => {
  const { out } = await run([file('a.csv', 'a\n'), '--format', 'text'], { report: sampleReport })
  assert.equal(
    out,
    `Upgrade rate 18.00%, healthy
252 upgraded / 1,400 customers at start, 2024-Q2
Interval 16.08% to 20.10% at 0.95 confidence
Chance of concerning: 0.09%
Chance of healthy: 99.91%
Chance of exceptional: 0.00%
To the next band: 99 more
To the band below: 43 fewer
From the period before: -2.50 points (-6.00 to +1.00), within noise

Period                Rate  Numerator   Base  Interval          Band     Change
2024-Q2             18.00%        252  1,400  16.08% to 20.10%  healthy  -2.50 points (-6.00 to +1.00), within noise
=1+1|<b> (partial)       -          -   12.5  -                 -        -

Rows: 2,000 read, 1,999 used, 1 rejected
  a.csv, line 17, date: "\\u001b[31m!": Write days as 2024-02-29.

Notes:
  warning: tiers.guessed (plans: basic,pro)
`,
  )
})

test('Markdown in which no text is markup', async () => {
  const { out } = await run([file('a.csv', 'a\n'), '--format', 'md'], { report: sampleReport })
  assert.equal(
    out,
    `**Upgrade rate 18.00%, healthy**: 252 upgraded / 1,400 customers at start, 2024-Q2

| Period | Rate | Numerator | Base | Interval | Band |
| --- | ---: | ---: | ---: | --- | --- |
| 2024-Q2 | 18.00% | 252 | 1,400 | 16.08% to 20.10% | healthy |
| =1+1\\|&#60;b&#62; (partial) | - | - | 12.5 | - | - |
`,
  )
})

test('CSV in which no text is a formula, and a negative number stays one', async () => {
  const { out } = await run([file('a.csv', 'a\n'), '--format', 'csv'], { report: sampleReport })
  const [head = '', first = '', second = '', end] = out.split('\r\n').map((line) => line.split(','))
  const cell = (row: string | string[], name: string) => row[(head as string[]).indexOf(name)]
  assert.equal(cell(first, 'rate'), '0.18')
  assert.equal(cell(first, 'intervalHigh'), '0.201')
  assert.equal(cell(first, 'changePoints'), '-0.025')
  assert.equal(cell(second, 'label'), "'=1+1|<b>")
  assert.equal(cell(second, 'netRate'), '-0.1')
  assert.equal(cell(second, 'rate'), '')
  assert.deepEqual(end, [''])
})

test('Markdown makes no link of an address', async () => {
  const report = {
    ...sampleReport,
    headline: null,
    periods: [{ ...sampleReport.periods[0], label: 'www.x.y http://x' }],
  }
  const { out } = await run([file('a.csv', 'a\n'), '--format', 'md'], { report })
  assert.match(out, /\| www\\\.x\\\.y http\\:\/\/x \|/)
})
