/**
 * What each finding raises: the questions, levers and warnings of the guide to read first, and the
 * head that explains it. Keys of the guide, so a point that is renamed does not compile here.
 */
import type { heads } from './en_guide.js'
import type { FindingCode } from './findings.js'

export type HeadKey = keyof typeof heads
type Point<H extends HeadKey> = keyof (typeof heads)[H]['points']

export interface Lead {
  head: HeadKey
  questions: readonly Point<'questions'>[]
  tips: readonly Point<'tips'>[]
  risks?: readonly Point<'risks'>[]
}

export const leads: { readonly [C in FindingCode]: Lead } = {
  'base.few': { head: 'measurement', questions: ['counted'], tips: ['waitFor', 'survey'] },
  'coverage.low': { head: 'formula', questions: ['firstPlan', 'moment'], tips: ['checkCount'] },
  'retention.below': {
    head: 'impact',
    questions: ['leave', 'after', 'profit'],
    tips: ['leakFirst', 'support'],
  },
  'churn.aboveUpgrades': {
    head: 'impact',
    questions: ['leave', 'support'],
    tips: ['leakFirst', 'support'],
    risks: ['leavers'],
  },
  'upgrades.notKept': {
    head: 'insights',
    questions: ['after', 'alwaysGood'],
    tips: ['early', 'fit', 'support'],
    risks: ['pushed'],
  },
  'stickiness.low': {
    head: 'insights',
    questions: ['after', 'support'],
    tips: ['early', 'support', 'fit'],
    risks: ['pushed'],
  },
  'churn.afterUpgrade': {
    head: 'insights',
    questions: ['after', 'alwaysGood', 'leave'],
    tips: ['fit', 'early'],
    risks: ['pushed'],
  },
  'downgrades.many': {
    head: 'formula',
    questions: ['after', 'step'],
    tips: ['fit', 'between'],
    risks: ['pushed'],
  },
  'band.low': {
    head: 'insights',
    questions: ['drives', 'why', 'told', 'path'],
    tips: ['survey', 'campaign', 'simpler'],
    risks: ['noReason', 'silent'],
  },
  'change.fell': {
    head: 'trend',
    questions: ['changed', 'rivals'],
    tips: ['rivals', 'checkCount'],
    risks: ['rivals'],
  },
  'launch.backfired': {
    head: 'trend',
    questions: ['changed', 'step', 'told'],
    tips: ['survey', 'between'],
    risks: ['noFeedback'],
  },
  'trend.falling': {
    head: 'trend',
    questions: ['changed', 'rivals', 'room'],
    tips: ['survey', 'rivals'],
    risks: ['rivals'],
  },
  'band.high': {
    head: 'insights',
    questions: ['alwaysGood', 'after', 'profit'],
    tips: ['early', 'fit', 'learn'],
    risks: ['pushed', 'renamed'],
  },
  'change.rose': {
    head: 'trend',
    questions: ['changed', 'after'],
    tips: ['learn', 'early'],
    risks: ['leavers', 'renamed'],
  },
  'launch.worked': { head: 'integration', questions: ['who', 'after'], tips: ['learn', 'early'] },
  'trend.rising': { head: 'trend', questions: ['changed', 'after'], tips: ['learn', 'early'] },
  'band.unsure': { head: 'measurement', questions: ['often'], tips: ['waitFor'] },
  'base.topTier': { head: 'formula', questions: ['room'], tips: ['nextStep'] },
  'mix.explains': {
    head: 'trend',
    questions: ['changed', 'who'],
    tips: ['learn'],
    risks: ['leavers'],
  },
  'segment.most': { head: 'integration', questions: ['who', 'why'], tips: ['learn', 'campaign'] },
  'upgrades.oneTier': { head: 'measurement', questions: ['step', 'who'], tips: ['between'] },
  'launch.unclear': {
    head: 'trend',
    questions: ['told', 'path'],
    tips: ['campaign', 'simpler'],
    risks: ['silent', 'longPath', 'noFeedback'],
  },
  'upgrades.fromNew': {
    head: 'definition',
    questions: ['firstPlan', 'moment'],
    tips: ['firstPlan', 'trigger'],
    risks: ['trials'],
  },
  'upsells.aboveUpgrades': { head: 'formula', questions: ['step', 'room'], tips: ['between'] },
  'price.aboveUpgrades': {
    head: 'impact',
    questions: ['profit', 'counted'],
    tips: ['checkCount'],
    risks: ['price'],
  },
  'band.middle': {
    head: 'insights',
    questions: ['who', 'trigger', 'track'],
    tips: ['learn', 'trigger', 'tryIt'],
  },
  'time.firstUpgrade': { head: 'visuals', questions: ['moment', 'trigger'], tips: ['trigger'] },
  'period.unusual': { head: 'trend', questions: ['changed', 'counted'], tips: ['checkCount'] },
  'segment.small': { head: 'visuals', questions: ['who'], tips: ['waitFor'], risks: ['small'] },
  'period.unfinished': {
    head: 'measurement',
    questions: ['often'],
    tips: ['waitFor'],
    risks: ['unfinished'],
  },
}
