/**
 * The findings of this data, weightiest first. Each is one sentence that opens to the questions it
 * raises, what to try, what to beware of, and the head of the guide that explains it.
 */
import { html, nothing } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { Head } from '../text/guide.js'
import type { View } from './context.js'
import type { Told } from './finding_names.js'

/** Opens a head of the guide and goes there. */
const goTo = (id: string) => (e: Event) => {
  const root = (e.currentTarget as Element).getRootNode() as Document | ShadowRoot
  const head = root.getElementById(id)
  if (!(head instanceof HTMLDetailsElement)) return
  e.preventDefault()
  head.open = true
  head.querySelector('summary')?.focus()
}

function points(label: string, head: Head, keys: readonly string[] = []) {
  if (keys.length === 0) return nothing
  return html`<div>
    <h4>${label}</h4>
    <ul>
      ${keys.map((key) => {
        const [name, text] = head.points[key] ?? ['', '']
        return html`<li><b>${name}</b> ${text}</li>`
      })}
    </ul>
  </div>`
}

function finding(view: View, told: Told, index: number) {
  const { guide } = view.text.t
  const { lead } = told
  const what = html`<h3>${told.title}</h3> <p>${told.sentence}</p>`
  if (!lead) return html`<li class="finding">${what}</li>`
  return html`<li>
    <details class="finding" data-code=${told.code} ?open=${index === 0}>
      <summary>${what}</summary>
      <div class="raised">
        ${points(guide.ask, guide.heads.questions, lead.questions)} ${points(guide.attempt, guide.heads.tips, lead.tips)}
        ${points(guide.beware, guide.heads.risks, lead.risks)}
      </div>
      <p class="small soft">${guide.read}: <a href="#guide-${lead.head}" @click=${goTo(`guide-${lead.head}`)}>${guide.heads[lead.head].title}</a></p>
    </details>
  </li>`
}

export function findings(view: View, told: readonly Told[]) {
  const { guide } = view.text.t
  if (told.length === 0) return html`<p class="empty">${guide.none}</p>`
  // Several findings can have one code; their place among those of the code tells them apart.
  const place = (item: Told) =>
    `${item.code} ${told.filter((other) => other.code === item.code).indexOf(item)}`
  return html`<ol class="findings" aria-label=${guide.findings}>
    ${repeat(told, place, (item, index) => finding(view, item, index))}
  </ol>`
}
