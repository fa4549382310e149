/** Texts that act somewhere, and a report made of them. */
import type { Period, Report } from '../../../web/src/engine/documents.js'
import { headline, periods, report } from './fixtures.js'

const months = periods({ unit: 'month', count: 3, rate: () => 0.1, base: () => 1000 })

const segmentRow = {
  opening: 100,
  upgraded: 10,
  downgraded: 0,
  churned: 0,
  numerator: 10,
  base: 100,
  rate: 0.1,
  interval: [0.05, 0.18] as [number, number],
  small: false,
  bandChances: null,
  shareOfNumerator: 0.5,
  shareOfBase: 0.5,
  limits: null,
  beyond: null,
}

// What acts somewhere: HTML, a link, a template, a table cell, an entity, a formula, turned text.
export const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '[click](javascript:alert(1))',
  "[[File:x.svg]] {{delete}} '''bold''' __NOTOC__ ~~~~",
  'a | b || c |}\n{| |-',
  '&lt;b&gt; &#60;b&#62; ]]> <![CDATA[',
  'https://evil.example mailto:a@b.c @someone #1',
  'a\\|b|c@d.example ``x`',
  '{alert(1)} {{constructor}}{% include x %}',
  '=HYPERLINK("http://evil.example")',
  '+1',
  '-1',
  '@SUM(A1)',
  '\tx',
  '\rx',
  '\u202egpj.exe \u2066x',
  '**bold** _em_ `code` ~~no~~ ![i](x) <!-- -->',
  'x'.repeat(10_000),
]

/**
 * `text` as the name of bands, of the headline and of a segment column; each of `labels` as the name
 * of a period and of a segment.
 */
export function hostileReport(text: string, labels: readonly string[] = [text, text]): Report {
  const top = headline(38, 1204)
  const given = report({}, months, { ...top, band: text, label: text })
  return {
    ...given,
    periods: labels.map((label) => ({ ...(given.periods[0] as Period), label, band: text })),
    segments: [
      {
        column: text,
        rows: labels.map((value) => ({ ...segmentRow, value, band: text })),
        more: null,
        funnel: null,
        mix: null,
      },
    ],
  }
}

/** Control characters and turning marks are shown by their number. */
export const visible = (text: string) =>
  text.replace(
    /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu,
    (sign) => `\\u${(sign.codePointAt(0) as number).toString(16).padStart(4, '0')}`,
  )
