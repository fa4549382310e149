/**
 * Every finding of the core has words in both languages, for the very parameters that the core writes
 * (tests/core/report/findings.json, which the core's own test holds it to), and leads into the guide.
 */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { Finding } from '../../../web/src/engine/documents.js'
import { leads } from '../../../web/src/text/finding_leads.js'
import { findingText, findingTitle, type Names } from '../../../web/src/text/findings.js'
import { type Text, textFor } from '../../../web/src/text/language.js'

const header = readFileSync('core/kpi/findings.h', 'utf8')
const codes = [...header.matchAll(/^ {4}\{"([\w.]+)", [\d.]+, \d+, \d+\},/gm)].map(
  ([, code]) => code,
)
const written: Finding[] = JSON.parse(
  readFileSync('tests/core/report/findings.json', 'utf8'),
).flat()

const en = textFor('en', 'en')
const de = textFor('de', 'de')

const namesIn = ({ f }: Text): Names => ({
  f,
  band: (name) => name,
  tier: (tier) => ['', 'Starter', 'Pro'][tier] ?? `${tier}`,
  segment: (value) => value || '(blank)',
  period: (label) => label,
  rate: (ratio) => f.rate(ratio, [0.15, 0.25]),
})

const says = (code: string, params: Finding['params'], text: Text) =>
  findingText({ code, params }, namesIn(text), text)

test('the sources were read', () => {
  assert.ok(codes.length >= 30, `${codes.length} codes`)
  assert.deepEqual([...new Set(written.map(({ code }) => code))].sort(), [...codes].sort())
})

test('every code has words in both languages and leads into the guide, and no more codes do', () => {
  for (const table of [en.t.findings, de.t.findings, leads])
    assert.deepEqual(Object.keys(table).sort(), [...codes].sort())
})

for (const [language, text] of Object.entries({ en, de }))
  test(`every sentence is whole for what the core writes: ${language}`, () => {
    for (const finding of written) {
      const sentence = findingText(finding, namesIn(text), text)
      assert.match(sentence, /^[\p{Lu}\d“„].+\.$/u, finding.code)
      assert.doesNotMatch(sentence, /undefined|NaN|null|Infinity|Invalid| – |\s\s|\.\./, sentence)
      // A figure that has another name is written as a dash.
      assert.doesNotMatch(sentence, /(?:^|[\s(])–/, sentence)
      assert.match(findingTitle(finding, text), /^\p{Lu}[^.]+$/u, finding.code)
    }
  })

test('every parameter is told, but for those that only choose the words', () => {
  const silent = new Set(['best', 'above', 'with', 'customers', 'points', 'opening'])
  for (const { code, params } of written)
    for (const [name, value] of Object.entries(params)) {
      if (silent.has(name) || typeof value === 'boolean') continue
      const other = typeof value === 'number' ? value * 3 + 2 : `${value}Other`
      assert.notEqual(
        says(code, { ...params, [name]: other }, en),
        says(code, params, en),
        `${code} ${name}`,
      )
    }
})

/** [code, parameters, English, German] */
const sentences: [string, Finding['params'], string, string][] = [
  [
    'base.few',
    { base: 1, low: 0, high: 0.793 },
    'Only 1 customer is in the base. The same customers could have given any rate between 0% and 79.3%.',
    'Zur Basis gehört nur 1 Kunde. Dieselben Kunden hätten jede Quote zwischen 0 % und 79,3 % ergeben können.',
  ],
  [
    'base.few',
    { base: 90, low: 0.0536, high: 0.1794 },
    'Only 90 customers are in the base. The same customers could have given any rate between 5.36% and 17.9%.',
    'Zur Basis gehören nur 90 Kunden. Dieselben Kunden hätten jede Quote zwischen 5,36 % und 17,9 % ergeben können.',
  ],
  [
    'band.low',
    { band: 'concerning', rate: 0.1496, toNextBand: 1, nextBand: 'healthy' },
    'At 14.96% the rate is in the lowest band, “concerning”; 1 more upgrade would reach “healthy”.',
    'Mit 14,96 % liegt die Quote im untersten Band, „concerning“; mit 1 Aufstieg mehr wäre sie „healthy“.',
  ],
  [
    'band.low',
    { band: 'concerning', rate: 0.1 },
    'At 10.0% the rate is in the lowest band, “concerning”.',
    'Mit 10,0 % liegt die Quote im untersten Band, „concerning“.',
  ],
  [
    'band.middle',
    { band: 'healthy', rate: 0.2, toNextBand: 1051, nextBand: 'exceptional' },
    'At 20.0% the rate is “healthy”; 1,051 more upgrades would reach “exceptional”.',
    'Mit 20,0 % ist die Quote „healthy“; mit 1.051 Aufstiegen mehr wäre sie „exceptional“.',
  ],
  [
    'change.fell',
    { with: 'year', rate: 0.2, before: 0.25, points: -0.05 },
    'The rate fell from 25.0% a year before to 20.0%, which is more than noise.',
    'Die Quote ist von 25,0 % im Vorjahr auf 20,0 % gefallen, und das ist mehr als Rauschen.',
  ],
  [
    'change.rose',
    { with: 'period', rate: 0.3, before: 0.25, points: 0.05 },
    'The rate rose from 25.0% the period before to 30.0%, which is more than noise.',
    'Die Quote ist von 25,0 % im Zeitraum davor auf 30,0 % gestiegen, und das ist mehr als Rauschen.',
  ],
  [
    'upgrades.notKept',
    { kept: 1, upgraded: 30 },
    'Of 30 customers who upgraded, 1 (3.33%) still stood higher at the end than at the start.',
    'Von 30 aufgestiegenen Kunden stand 1 (3,33 %) am Ende noch höher als am Anfang.',
  ],
  [
    'upgrades.notKept',
    { kept: 7999, upgraded: 10000 },
    'Of 10,000 customers who upgraded, 7,999 (79.99%) still stood higher at the end than at the start.',
    'Von 10.000 aufgestiegenen Kunden standen 7.999 (79,99 %) am Ende noch höher als am Anfang.',
  ],
  [
    'upgrades.oneTier',
    { tier: 1, upgradedFrom: 170, upgraded: 200 },
    '170 of 200 customers who upgraded (85.0%) came from Starter, more than its share of customers explains.',
    '170 von 200 aufgestiegenen Kunden (85,0 %) kamen von Starter, mehr als der Anteil an den Kunden erklärt.',
  ],
  [
    'launch.backfired',
    {
      launch: 'New price',
      days: 90,
      before: 0.8,
      countedBefore: 48,
      baseBefore: 60,
      after: 0.6,
      countedAfter: 1200,
      baseAfter: 2000,
      low: -0.3339,
      high: -0.0524,
    },
    'In the 90 days from “New price” on the rate is 60.0% (1,200 of 2,000), in the 90 days before it was 80.0% (48 of 60): lower by 5.2 to 33.4 points. Whatever else changed then is in it too.',
    'In den 90 Tagen ab „New price“ liegt die Quote bei 60,0 % (1.200 von 2.000), in den 90 Tagen davor bei 80,0 % (48 von 60): 5,2 bis 33,4 Punkte niedriger. Was sich sonst noch änderte, steckt mit darin.',
  ],
  [
    'trend.falling',
    { periods: 24, slope: -0.0005 },
    'Over 24 periods the rate falls by about 0.05 points per period.',
    'Über 24 Zeiträume fällt die Quote um etwa 0,05 Punkte je Zeitraum.',
  ],
  [
    'mix.explains',
    { column: 'region', points: -0.02, mix: -0.026 },
    'Customers are mixed differently by “region” than before. That alone would move the rate by −2.6 points; it moved by −2.0.',
    'Nach „region“ sind die Kunden anders gemischt als zuvor. Das allein würde die Quote um −2,6 Punkte bewegen; bewegt hat sie sich um −2,0.',
  ],
  [
    'retention.below',
    { currency: '', retention: 0.9996 },
    'Customers who were there at the start now bring 99.96% of what they brought then: upgrades do not make up for what is lost.',
    'Die Kunden vom Anfang bringen jetzt 99,96 % von dem, was sie damals brachten: Aufstiege gleichen nicht aus, was verloren geht.',
  ],
  [
    'price.aboveUpgrades',
    { currency: 'EUR', priceRises: 1200.5, upgradeValue: 0 },
    'Price rises brought €1,201 a month, upgrades €0. The growth is not the customers’ choice.',
    'Preiserhöhungen brachten 1.201 € im Monat, Aufstiege 0 €. Das Wachstum haben nicht die Kunden gewählt.',
  ],
  [
    'time.firstUpgrade',
    { days: 1, customers: 40 },
    'Half of all new customers upgrade within 1 day of joining.',
    'Die Hälfte aller neuen Kunden steigt innerhalb von 1 Tag nach dem Beitritt auf.',
  ],
  [
    'segment.small',
    { column: 'region', segment: 'Malta', base: 1, rate: 0, best: false },
    'By “region”, “Malta” has the lowest rate, 0%, but on 1 customer. That is too few to read anything into it.',
    'Nach „region“ hat „Malta“ die niedrigste Quote, 0 %, aber bei 1 Kunden. Das sind zu wenige, um etwas hineinzulesen.',
  ],
]
for (const [code, params, english, german] of sentences)
  test(`finding: ${code} ${JSON.stringify(params)}`, () => {
    assert.equal(says(code, params, en), english)
    assert.equal(says(code, params, de).replaceAll('\u00a0', ' '), german)
  })

test('a finding unknown to the page is still told', () => {
  assert.equal(says('plan.tooMany', { howMany: 9 }, en), 'plan: too many, how many 9')
  assert.equal(findingTitle({ code: 'plan.tooMany', params: {} }, de), 'plan: too many')
})

test('the guide: twelve heads in order, every point with a name and a text', () => {
  // biome-ignore format: as one list
  const heads = ['definition', 'insights', 'measurement', 'formula', 'trend', 'questions', 'tips',
    'visuals', 'risks', 'tools', 'integration', 'impact']
  for (const { t } of [en, de]) {
    assert.deepEqual(Object.keys(t.guide.heads), heads)
    for (const [key, { title, lead, points }] of Object.entries(t.guide.heads)) {
      assert.ok(title && lead.endsWith('.'), key)
      assert.ok(Object.keys(points).length >= 5, key)
      for (const [name, text] of Object.values(points)) {
        assert.match(name, /^[\p{Lu}].*[^.\s]$/u)
        assert.match(text, /[.?]$/, name)
      }
    }
  }
  for (const key of Object.keys(en.t.guide.heads) as (keyof typeof en.t.guide.heads)[])
    assert.deepEqual(
      Object.keys(de.t.guide.heads[key].points),
      Object.keys(en.t.guide.heads[key].points),
      'in the same order',
    )
})
