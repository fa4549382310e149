/** The findings of the report in force, each as the page tells it: title, sentence, what it raises. */
import { bandName } from '../charts/bands.js'
import type { Report } from '../engine/documents.js'
import { type Lead, leads } from '../text/finding_leads.js'
import { findingText, findingTitle, isKnown, type Names } from '../text/findings.js'
import { shownCalendar, type View } from './context.js'
import { valueName } from './segments_say.js'

export interface Told {
  code: string
  title: string
  sentence: string
  /** Null for a finding that this page does not know yet. */
  lead: Lead | null
}

function namesFor(view: View, report: Report): Names {
  const { t, f } = view.text
  const limits = report.headline?.bandLimits ?? []
  return {
    f,
    band: (name) => bandName(name, view.text),
    tier: (tier) => {
      const plans = report.data.plans.filter((p) => p.role === 'tier' && p.tier === tier)
      return plans.length > 0 ? f.list(plans.map((p) => p.plan)) : t.settings.step(tier)
    },
    segment: (value) => valueName(view, value),
    period: (label) => {
      const period = report.periods.find((p) => p.label === label)
      return period ? f.period(period, shownCalendar(view.state)) : label
    },
    rate: (ratio) => f.rate(ratio, limits),
  }
}

export function toldFindings(view: View): Told[] {
  const { report } = view.state
  if (!report) return []
  const names = namesFor(view, report)
  return report.findings.map((finding) => ({
    code: finding.code,
    title: findingTitle(finding, view.text),
    sentence: findingText(finding, names, view.text),
    lead: isKnown(finding.code, view.text) ? leads[finding.code] : null,
  }))
}
