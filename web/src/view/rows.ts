/** Every row accounted for: the sum, then the problems by kind with examples and what to do. */
import { html, nothing } from 'lit'
import type { Ledger, Problem } from '../engine/documents.js'
import { problemAdvice, problemText } from '../text/codes.js'
import type { View } from './context.js'
import { notesFor } from './notes.js'

const examplesShown = 3

function sum(view: View, ledger: Ledger) {
  const { t, f } = view.text
  const parts = (['used', 'duplicate', 'superseded', 'ignored', 'rejected'] as const).map(
    (key) => [key, ledger[key]] as const,
  )
  return html`<dl class="sum">
    <div><dt>${t.rows.read}</dt><dd>${f.count(ledger.rows)}</dd></div>
    ${parts.map(
      ([key, n], i) => html`<div class=${n === 0 ? 'zero' : ''}>
        <dt>${t.rows[key]}</dt><dd><span class="op" aria-hidden="true">${i === 0 ? '=' : '+'}</span>${f.count(n)}</dd>
      </div>`,
    )}
  </dl>`
}

function group(view: View, ledger: Ledger, code: string, count: number) {
  const { t, f } = view.text
  const examples = ledger.problems.filter((p) => p.code === code).slice(0, examplesShown)
  const sample: Problem = examples[0] ?? {
    code,
    file: '',
    line: 0,
    column: '',
    text: '',
    advice: '',
  }
  return html`<li class="problem">
    <div><p><b>${problemText(sample, view.text)}</b> <span class="soft small">${t.rows.times(count, f)}</span></p>
    <p class="advice">${problemAdvice(sample, view.text)}</p></div>
    <ul class="examples">
      ${examples.map(
        (p) =>
          html`<li><span class="soft">${t.rows.where(p.file, f.count(p.line), p.column)}</span>${p.text ? html` <q>${p.text}</q>` : nothing}</li>`,
      )}
      ${count > examples.length && examples.length > 0 ? html`<li class="soft">${t.rows.moreOf(f.count(count - examples.length))}</li>` : nothing}
    </ul>
  </li>`
}

/** Per file, where there are several. */
function downloads({ state, text, acts }: View, ledger: Ledger) {
  const { t } = text
  const files = state.sources ?? []
  const kinds = ledger.used < ledger.rows ? (['setAside', 'all'] as const) : (['all'] as const)
  const several = files.length > 1
  return html`<div class="download">
    ${kinds.map(
      (kind) =>
        html`<p>${files.map(
          ({ name }, file) =>
            html`<button class="button" data-download=${kind} @click=${() => acts.download(file, kind)}>${several ? t.rows.downloadOf[kind](name) : t.rows.download[kind]}</button> `,
        )}<span class="soft small">${t.rows.downloadHint[kind]}</span></p>`,
    )}
  </div>`
}

export function rows(view: View) {
  const { state, text } = view
  const { t } = text
  const { report } = state
  if (!report || state.origin === 'typed') return nothing
  const harmless = (code: string) =>
    code.startsWith('row.duplicate') ||
    code.startsWith('row.superseded') ||
    code.startsWith('row.repeated') ||
    code.startsWith('row.totals') ||
    code.startsWith('row.title') ||
    code.startsWith('row.noMeasure')
  const counts = Object.entries(report.ledger.problemCounts).sort(
    (a, b) => Number(harmless(a[0])) - Number(harmless(b[0])) || b[1] - a[1],
  )
  return html`<section id="rows" class="rows" aria-labelledby="rows-title">
    <div class="section-head"><h2 id="rows-title">${t.rows.title}</h2><p class="soft">${t.rows.subtitle}</p></div>
    ${sum(view, report.ledger)} ${notesFor(view, 'file')}
    ${counts.length > 0 ? html`<ul class="problems">${counts.map(([code, n]) => group(view, report.ledger, code, n))}</ul>` : nothing}
    ${downloads(view, report.ledger)}
  </section>`
}
