/** The plain sentence in both languages: every part absent, one, many; written here by hand. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { textFor } from '../../../web/src/text/language.js'
import type { SentenceFacts } from '../../../web/src/text/sentence_facts.js'

const plain: SentenceFacts = {
  numerator: 'upgraded',
  base: 'opening',
  counted: 512,
  of: 2814,
  rate: '18.2%',
  band: 'healthy',
  unsure: null,
  publishedScale: true,
  period: 'Mar 2024',
  lastTwelveMonths: false,
  partial: false,
  comparison: null,
  kept: null,
  only: [],
}

interface Case {
  name: string
  facts: Partial<SentenceFacts>
  en: string
  de: string
}

const cases: Case[] = [
  {
    name: 'nothing but the rate',
    facts: {},
    en: '512 of 2,814 customers moved to a higher plan in Mar 2024. That is 18.2%, healthy on the published scale.',
    de: '512 von 2.814 Kunden sind im Zeitraum Mar 2024 in einen höheren Tarif gewechselt. Das sind 18.2%, nach der veröffentlichten Skala healthy.',
  },
  {
    name: 'of some customers only',
    facts: { only: ['channel: web', 'Plan: Pro or Team'] },
    en: '512 of 2,814 customers (only channel: web; Plan: Pro or Team) moved to a higher plan in Mar 2024. That is 18.2%, healthy on the published scale.',
    de: '512 von 2.814 Kunden (nur channel: web; Plan: Pro or Team) sind im Zeitraum Mar 2024 in einen höheren Tarif gewechselt. Das sind 18.2%, nach der veröffentlichten Skala healthy.',
  },
  {
    name: 'one of one, no time',
    facts: { counted: 1, of: 1, rate: '100%', band: 'exceptional', period: null },
    en: '1 of 1 customer moved to a higher plan. That is 100%, exceptional on the published scale.',
    de: '1 von 1 Kunden ist in einen höheren Tarif gewechselt. Das sind 100%, nach der veröffentlichten Skala exceptional.',
  },
  {
    name: 'none of many, last twelve months',
    facts: { counted: 0, of: 300, rate: '0%', band: 'concerning', lastTwelveMonths: true },
    en: 'None of 300 customers moved to a higher plan in the last twelve full months (Mar 2024). That is 0%, concerning on the published scale.',
    de: 'Von 300 Kunden ist in den letzten zwölf vollen Monaten (Mar 2024) keiner in einen höheren Tarif gewechselt. Das sind 0%, nach der veröffentlichten Skala concerning.',
  },
  {
    name: 'a verdict that may well be wrong',
    facts: { counted: 0, of: 1, rate: '0%', band: 'concerning', unsure: 0.481 },
    en: 'None of 1 customer moved to a higher plan in Mar 2024. That is 0%, concerning on the published scale (only 48% sure).',
    de: 'Von 1 Kunden ist im Zeitraum Mar 2024 keiner in einen höheren Tarif gewechselt. Das sind 0%, nach der veröffentlichten Skala concerning (nur 48 % sicher).',
  },
  {
    name: 'base of zero',
    facts: { counted: 0, of: 0, band: null },
    en: 'There is no rate in Mar 2024: nobody was a customer at the start.',
    de: 'Keine Quote im Zeitraum Mar 2024: Am Anfang war niemand Kunde.',
  },
  {
    name: 'base of zero, not counted at the start',
    facts: { counted: 0, of: 0, band: null, base: 'eligible', period: null },
    en: 'There is no rate: there was nobody to count from.',
    de: 'Keine Quote: Es gab niemanden, von dem aus zu zählen wäre.',
  },
  {
    name: 'counts unknown',
    facts: { counted: null, of: 2814 },
    en: 'There is no rate in Mar 2024: the data does not hold the counts it needs.',
    de: 'Keine Quote im Zeitraum Mar 2024: Den Daten fehlen die nötigen Zahlen.',
  },
  {
    name: 'clearly above a year before',
    facts: { comparison: { with: 'year', points: 0.021, clear: true } },
    en: '512 of 2,814 customers moved to a higher plan in Mar 2024. That is 18.2%, healthy on the published scale, and 2.1 points above a year before, more than noise.',
    de: '512 von 2.814 Kunden sind im Zeitraum Mar 2024 in einen höheren Tarif gewechselt. Das sind 18.2%, nach der veröffentlichten Skala healthy, und 2,1 Punkte mehr als ein Jahr zuvor, deutlicher als das Rauschen.',
  },
  {
    name: 'one point below the period before, within noise, own scale',
    facts: {
      comparison: { with: 'period', points: -0.01, clear: false },
      publishedScale: false,
      band: 'Good',
    },
    en: '512 of 2,814 customers moved to a higher plan in Mar 2024. That is 18.2%, good on your scale, and 1.0 point below the period before, which is within noise.',
    de: '512 von 2.814 Kunden sind im Zeitraum Mar 2024 in einen höheren Tarif gewechselt. Das sind 18.2%, nach Ihrer Skala Good, und 1,0 Punkt weniger als im Zeitraum davor, was im Rauschen liegt.',
  },
  {
    name: 'no difference',
    facts: { comparison: { with: 'year', points: 0, clear: false }, band: null },
    en: '512 of 2,814 customers moved to a higher plan in Mar 2024. That is 18.2%, the same as a year before.',
    de: '512 von 2.814 Kunden sind im Zeitraum Mar 2024 in einen höheren Tarif gewechselt. Das sind 18.2%, genauso viel wie ein Jahr zuvor.',
  },
  {
    name: 'some kept',
    facts: { kept: { kept: 466, upgraded: 512 }, band: null },
    en: '512 of 2,814 customers moved to a higher plan in Mar 2024. That is 18.2%. 466 of 512 kept the higher plan.',
    de: '512 von 2.814 Kunden sind im Zeitraum Mar 2024 in einen höheren Tarif gewechselt. Das sind 18.2%. 466 von 512 haben den höheren Tarif behalten.',
  },
  {
    name: 'one kept of two',
    facts: {
      counted: 2,
      of: 10,
      rate: '20%',
      kept: { kept: 1, upgraded: 2 },
      band: null,
      period: null,
    },
    en: '2 of 10 customers moved to a higher plan. That is 20%. 1 of 2 kept the higher plan.',
    de: '2 von 10 Kunden sind in einen höheren Tarif gewechselt. Das sind 20%. 1 von 2 hat den höheren Tarif behalten.',
  },
  {
    name: 'the only one kept',
    facts: {
      counted: 1,
      of: 10,
      rate: '10%',
      kept: { kept: 1, upgraded: 1 },
      band: null,
      period: null,
    },
    en: '1 of 10 customers moved to a higher plan. That is 10%. The higher plan was kept.',
    de: '1 von 10 Kunden ist in einen höheren Tarif gewechselt. Das sind 10%. Der höhere Tarif wurde behalten.',
  },
  {
    name: 'none kept',
    facts: { kept: { kept: 0, upgraded: 512 }, band: null, period: null },
    en: '512 of 2,814 customers moved to a higher plan. That is 18.2%. None was still on a higher plan at the end.',
    de: '512 von 2.814 Kunden sind in einen höheren Tarif gewechselt. Das sind 18.2%. Keiner war am Ende noch in einem höheren Tarif.',
  },
  {
    name: 'not finished',
    facts: { partial: true, band: null },
    en: '512 of 2,814 customers moved to a higher plan in Mar 2024. That is 18.2%. The period is not finished, so it gets no verdict yet.',
    de: '512 von 2.814 Kunden sind im Zeitraum Mar 2024 in einen höheren Tarif gewechselt. Das sind 18.2%. Der Zeitraum ist noch nicht zu Ende, deshalb gibt es noch kein Urteil.',
  },
  {
    name: 'each upgrade counted',
    facts: {
      numerator: 'upgradeEvents',
      counted: 58,
      of: 40,
      rate: '145.0%',
      band: null,
      period: null,
    },
    en: 'There were 58 upgrades, for 40 customers. That is 145.0%.',
    de: 'Auf 40 Kunden kamen 58 Aufstiege. Das sind 145.0%.',
  },
  {
    name: 'one upgrade, average base of one and a half',
    facts: {
      numerator: 'upgradeEvents',
      base: 'average',
      counted: 1,
      of: 1.5,
      rate: '66.7%',
      band: null,
    },
    en: 'There was 1 upgrade in Mar 2024, for 1.5 customers (average of start and end). That is 66.7%.',
    de: 'Auf 1,5 Kunden (Mittel aus Anfang und Ende) kam im Zeitraum Mar 2024 1 Aufstieg. Das sind 66.7%.',
  },
  {
    name: 'bought more, of those with a higher plan',
    facts: { numerator: 'upsold', base: 'eligible', band: null, period: null },
    en: '512 of 2,814 customers who had a higher plan to move to bought more on the plan they had. That is 18.2%.',
    de: '512 von 2.814 Kunden mit einem höheren Tarif über sich haben im bisherigen Tarif mehr gekauft. Das sind 18.2%.',
  },
  {
    name: 'one kept as numerator',
    facts: { numerator: 'kept', counted: 1, of: 20, rate: '5.00%', band: null, period: null },
    en: '1 of 20 customers moved to a higher plan and was still above where they began at the end. That is 5.00%.',
    de: '1 von 20 Kunden ist in einen höheren Tarif gewechselt und lag am Ende noch über dem Anfang. Das sind 5.00%.',
  },
]

for (const { name, facts, en, de } of cases) {
  test(`sentence: ${name}`, () => {
    const english = textFor('en', 'en')
    const german = textFor('de', 'de')
    assert.equal(english.t.sentence({ ...plain, ...facts }, english.f), en)
    assert.equal(german.t.sentence({ ...plain, ...facts }, german.f), de)
  })
}
