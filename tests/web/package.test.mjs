/**
 * The package as somebody gets it: packed, installed into an empty project without network,
 * type-checked, run in Node, bundled, and its command run on files, several files and standard input.
 */
import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { after, before, test } from 'node:test'
import { siteAddress, siteTags, writeSite } from '../../web/bundle/site.mjs'
import { build } from '../../web/node_modules/esbuild/lib/main.js'

const project = mkdtempSync(join(tmpdir(), 'upgrade-rate-project-'))
after(() => rmSync(project, { recursive: true }))

/** @param {string} name @param {string} text */
const write = (name, text) => writeFileSync(join(project, name), text)
/** @param {string} program @param {string[]} args @param {string} [input] */
function run(program, args, input = '') {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: project,
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
  return { status, stdout, stderr }
}
const node = process.execPath

const consumer = `import { createEngine, UpgradeRateError, type Report } from 'upgrade-rate'

const engine = await createEngine()
await engine.load([{ name: 'totals.csv', data: 'period,total,upgraded\\n2024-Q1,400,72\\n' }])
const report: Report = await engine.report()
const rate: number | null | undefined = report.headline?.rate
const shared: string = await engine.aggregates({ fewest: 1 })
const again = await engine.open(shared)
try {
  await engine.table('none')
} catch (error) {
  if (!(error instanceof UpgradeRateError)) throw error
  console.log(rate, report.headline?.band, again.headline?.rate, error.code)
}
engine.dispose()
`
const said = '0.18 healthy 0.18 table.whichFile\n'

before(() => {
  const packed = execFileSync('npm', ['pack', '--silent', '--pack-destination', project], {
    cwd: resolve('dist/package'),
    encoding: 'utf8',
  }).trim()
  write('package.json', '{ "name": "consumer", "private": true, "type": "module" }\n')
  const quiet = ['--offline', '--no-audit', '--no-fund', '--loglevel=error']
  execFileSync('npm', ['install', ...quiet, `./${packed}`], { cwd: project })
  write('consumer.ts', consumer)
})

test('what is in it', () => {
  const files = readdirSync(join(project, 'node_modules/upgrade-rate')).sort()
  const wanted = ['LICENSE', 'README.md', 'cli.js', 'package.json', 'types', 'upgrade-rate.js']
  assert.deepEqual(files, [...wanted, 'upgrade_rate.wasm'].sort())
  const { exports, sideEffects, license, engines } = JSON.parse(
    readFileSync(join(project, 'node_modules/upgrade-rate/package.json'), 'utf8'),
  )
  assert.deepEqual(
    [Object.keys(exports), sideEffects, license, engines.node],
    [['.', './upgrade_rate.wasm'], false, 'MIT', '>=20'],
  )
})

test('types, for both ways of finding modules', () => {
  const tsc = resolve('web/node_modules/typescript/bin/tsc')
  for (const [module, found] of [
    ['nodenext', 'nodenext'],
    ['esnext', 'bundler'],
  ]) {
    const options = ['--strict', '--noEmit', '--target', 'es2022', '--lib', 'es2022,dom']
    const args = [tsc, ...options, '--module', module ?? '', '--moduleResolution', found ?? '']
    const { status, stdout } = run(node, [...args, '--types', '', 'consumer.ts'])
    assert.equal(status, 0, stdout)
  }
})

test('run in Node, and bundled', async () => {
  const options = { absWorkingDir: project, entryPoints: ['consumer.ts'], format: 'esm' }
  const common = /** @type {const} */ ({ ...options, target: 'es2022', logLevel: 'silent' })
  await build({ ...common, outfile: 'plain.mjs' })
  assert.equal(run(node, ['plain.mjs']).stdout, said)
  const made = await build({
    ...common,
    bundle: true,
    platform: 'browser',
    outfile: 'bundled.mjs',
  })
  assert.deepEqual(made.warnings, [])
  // The bundle looks for the module beside itself, as its README says.
  const wasm = readFileSync(join(project, 'node_modules/upgrade-rate/upgrade_rate.wasm'))
  writeFileSync(join(project, 'upgrade_rate.wasm'), wasm)
  assert.equal(run(node, ['bundled.mjs']).stdout, said)
})

test('the command: formats, several files, standard input, exit statuses', () => {
  const command = join(project, 'node_modules/.bin/upgrade-rate')
  const totals = 'period,total,upgraded\n2024-Q1,400,72\n2024-Q2,410,60\n'
  write('totals.csv', totals)
  write(
    'changes.csv',
    'customer,date,plan\na,2024-01-05,Basic\na,2024-06-01,Pro\nb,2024-01-09,Basic\n',
  )
  write('crm.csv', 'customer,region\na,north\nb,south\n')
  write('settings.json', '{"segmentBy":["region"]}')
  write('empty.csv', '')
  /** @type {[string, RegExp][]} */
  const formats = [
    ['json', /^\{\n {2}"schema": 1/],
    ['text', /^Upgrade rate 33\.00%, exceptional\n132 upgraded \/ 400 /],
    ['md', /\| 2024-Q1 \| 18\.00% \| 72 \| 400 \|/],
    ['csv', /^label,start,end,.*\r\n2024-Q1,/],
    ['html', /<td>2024-Q1<\/td><td align="right">18\.00%<\/td>/],
    ['svg', /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/],
    ['link', /^https:\/\/x\.example\/#data=[\w-]+\n$/],
  ]
  for (const [format, wanted] of formats) {
    const page = format === 'link' ? ['--page', 'https://x.example/'] : []
    const given = run(command, ['-', '--format', format, ...page], totals)
    assert.deepEqual([given.status, given.stderr], [0, ''], format)
    assert.match(given.stdout, wanted, format)
    const named = run(command, ['totals.csv', '--format', format, ...page]).stdout
    assert.equal(named.replaceAll('"totals.csv"', '"stdin"'), given.stdout)
  }
  const both = run(command, ['changes.csv', 'crm.csv', '--settings', 'settings.json'])
  assert.deepEqual(Object.keys(JSON.parse(both.stdout).segments ?? {}).length > 0, true)
  for (const [args, status] of /** @type {[string[], number][]} */ ([
    [[], 2],
    [['totals.csv', '--format', 'pdf'], 2],
    [['totals.csv', '--page', 'x', '--format', 'md'], 2],
    [['missing.csv'], 3],
    [['empty.csv'], 3],
  ])) {
    const refused = run(command, args)
    assert.deepEqual([refused.status, refused.stdout], [status, ''], args.join(' '))
    assert.match(refused.stderr, /^upgrade-rate: /)
  }
})

test('the nightly lines of the documentation, in a wiki that is a repository', () => {
  const docs = readFileSync('web/docs/sharing.md', 'utf8')
  const [, script = ''] = /## Every night[\s\S]*?```sh\n([\s\S]*?)```/.exec(docs) ?? []
  const git = (/** @type {string[]} */ ...args) => {
    const { status, stdout, stderr } = run('git', args)
    assert.equal(status, 0, stderr)
    return stdout
  }
  git('init', '-q', '--bare', '-b', 'main', 'wiki.git')
  git('clone', '-q', 'wiki.git', 'wiki')
  git('-C', 'wiki', 'checkout', '-q', '-B', 'main')
  git('-C', 'wiki', 'config', 'user.name', 'test')
  git('-C', 'wiki', 'config', 'user.email', 'test@example.org')
  git('-C', 'wiki', 'config', 'push.default', 'current')
  const night = (/** @type {string} */ table) => {
    write('history.csv', table)
    const path = `PATH="$PWD/node_modules/.bin:$PATH"`
    return run('bash', ['-c', `export ${path}\n${script}`]).status
  }
  const totals = 'period,total,upgraded\n2024-Q1,400,72\n2024-Q2,410,60\n'
  assert.equal(night(totals), 0)
  const page = git('-C', 'wiki.git', 'show', 'main:Upgrade-rate.md')
  assert.match(page, /\| 2024-Q1 \| 18\.00% /)
  assert.match(page, /\[The whole answer\]\(https:\/\/example\.org\/upgrade-rate\/#data=[\w-]+\)/)
  assert.equal(night(totals), 0, 'nothing new is no fault')
  assert.equal(night(''), 3, 'nothing usable')
  assert.equal(git('-C', 'wiki.git', 'show', 'main:Upgrade-rate.md'), page)
})

test('tags and oEmbed of a page that has an address', () => {
  const tags = siteTags(siteAddress('https://example.org/a"b') ?? '')
  assert.match(
    tags,
    /property="og:image" content="https:\/\/example\.org\/a%22b\/docs\/picture\.png"/,
  )
  const [, found] = /application\/json\+oembed" href="([^"]*)"/.exec(tags) ?? []
  assert.equal(found, 'https://example.org/a%22b/oembed.json')
  assert.equal(siteAddress(undefined), null)
  assert.throws(() => siteAddress('ftp://example.org/'), /SITE_URL/)
  mkdirSync(join(project, 'site/docs'), { recursive: true })
  writeSite(join(project, 'site'), 'https://example.org/rate/')
  const oembed = JSON.parse(readFileSync(join(project, 'site/oembed.json'), 'utf8'))
  assert.deepEqual([oembed.version, oembed.type, oembed.width], ['1.0', 'rich', 900])
  assert.match(
    oembed.html,
    /^<iframe src="https:\/\/example\.org\/rate\/" .*sandbox="allow-scripts">/,
  )
})
