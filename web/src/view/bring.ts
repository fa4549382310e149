/**
 * The first minute: what the page does, where to drop, paste or choose, two numbers for who has only
 * those, samples for who has none, and beside it what comes back. The example's place becomes the
 * reader's own answer as soon as both numbers are typed.
 */
import { html, nothing } from 'lit'
import { SAMPLES, type SampleName } from '../samples/samples.js'
import { answerCard } from './answer_card.js'
import { sourceName, type View } from './context.js'
import { errorNote } from './error_note.js'
import { example } from './example.js'
import { guideAlone } from './guide.js'
import { inTurn } from './in_turn.js'
import { preview } from './preview.js'
import { reading } from './reading.js'
import { waitingSettings } from './settings_file.js'
import { warehouse } from './warehouse.js'

function dropZone(view: View) {
  const { state, text, acts } = view
  const { t } = text
  const take = (e: Event) => {
    const input = e.target as HTMLInputElement
    acts.files([...(input.files ?? [])])
    input.value = ''
  }
  const { former } = state
  return html`<div class="drop ${state.dragging ? 'over' : ''}">
    <p class="drop-title">${state.dragging ? t.bring.dropNow : t.bring.dropTitle}</p>
    <p class="soft">${t.bring.dropHint}</p>
    <p class="drop-row">
      <label class="button primary"><input type="file" class="unseen" multiple accept=".csv,.tsv,.txt,.json,.ndjson,.jsonl,.html,.htm,.xls,.xlsx,.xlsm,.gz,text/*" @change=${take} />${t.bring.chooseFiles}</label>
      <span class="soft small">${t.bring.pasteHow}</span>
    </p>
    ${former ? html`<p><button class="link" data-focus="go-back" @click=${() => acts.goBack()}>${t.bring.goBack(sourceName(former.sources))}</button></p>` : nothing}
  </div>`
}

function twoNumbers(view: View) {
  const { state, text, acts, send } = view
  const { t } = text
  const field = (name: 'upgraded' | 'total', label: string) => html`<label class="field">
    <span>${label}</span>
    <input type="text" inputmode="numeric" autocomplete="off" .value=${state.typed[name]}
      @input=${(e: Event) => acts.typed(name, (e.target as HTMLInputElement).value)} />
  </label>`
  const open = (e: Event) => {
    e.preventDefault()
    if (state.origin === 'typed' && state.report) send({ type: 'opened' })
  }
  return html`<form class="two-numbers" @submit=${open}>
    <h2>${t.bring.twoNumbers}</h2>
    <div class="fields">${field('upgraded', t.bring.upgraded)}<span class="over-sign" aria-hidden="true">÷</span>${field('total', t.bring.total)}</div>
  </form>`
}

function samples(view: View) {
  const { t } = view.text
  const sample = (name: SampleName) => {
    const [title, hint] = t.bring.sample[name]
    return html`<button class="sample" @click=${() => view.acts.sample(name)}>
      <b>${title}</b><span>${hint}</span>
    </button>`
  }
  return html`<section class="samples">
    <h2>${t.bring.samples}</h2>
    <div class="sample-row">${(Object.keys(SAMPLES) as SampleName[]).map(sample)}</div>
    <p class="soft small">${t.bring.synthetic}</p>
  </section>`
}

export function bring(view: View) {
  const { state, text } = view
  const { t } = text
  const typed = state.origin === 'typed'
  const failed = typed ? null : state.error
  return html`<main id="main" class="bring" tabindex="-1">
    <div class="bring-main">
      <h1>${t.bring.title}</h1>
      <p class="lead">${t.bring.lead}</p>
      ${failed ? html`${errorNote(view, failed)} ${preview(view)}` : nothing}
      <div class="drop-place">${dropZone(view)}${state.reading ? reading(view, state.reading) : nothing}</div> ${waitingSettings(view)} ${twoNumbers(view)}
      ${samples(view)} ${warehouse(view)}
      <p class="privacy-line"><b>${t.bring.privacy}.</b> ${t.bring.privacyHow}</p>
    </div>
    <div class="bring-side">${typed && (state.report || state.error) ? answerCard(view) : example(view)}</div>
    ${inTurn(t, () => guideAlone(view))}
  </main>`
}
