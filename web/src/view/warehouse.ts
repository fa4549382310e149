/**
 * "My data is in a warehouse": a form for the table and its columns, the SQL that counts there, and
 * what to do with what it prints. The SQL is written anew with every change.
 */
import { html, nothing } from 'lit'
import { live } from 'lit/directives/live.js'
import { SQL_DIALECTS } from '../engine/sql_request.js'
import {
  missing,
  WAREHOUSE_COLUMNS,
  WAREHOUSE_SHAPES,
  type Warehouse,
  type WarehousePlans,
  warehouseOf,
} from '../page/warehouse.js'
import { errorText } from '../text/codes.js'
import { copyButton } from './answer.js'
import type { View } from './context.js'

const typedIn = (e: Event) => (e.target as HTMLInputElement).value

function field(
  label: string,
  focus: string,
  value: string,
  change: (value: string) => void,
  needed = false,
) {
  return html`<label class="field"><span>${label}</span>
    <input type="text" autocomplete="off" spellcheck="false" data-focus=${focus} aria-required=${needed} .value=${value}
      @change=${(e: Event) => change(typedIn(e))} /></label>`
}

function where(view: View, form: Warehouse, put: (change: Partial<Warehouse>) => void) {
  const { t } = view.text
  return html`<div class="fields">
    <label class="field"><span>${t.warehouse.dialect}</span>
      <select data-focus="warehouse-dialect" @change=${(e: Event) => put({ dialect: typedIn(e) as Warehouse['dialect'] })}>
        ${SQL_DIALECTS.map((name) => html`<option value=${name} ?selected=${name === form.dialect}>${t.warehouse.dialects[name]}</option>`)}
      </select></label>
    ${field(t.warehouse.from, 'warehouse-from', form.from, (from) => put({ from }), true)}
    <label class="field"><span>${t.source.shape}</span>
      <select data-focus="warehouse-shape" @change=${(e: Event) => put({ shape: typedIn(e) as Warehouse['shape'] })}>
        ${WAREHOUSE_SHAPES.map((name) => html`<option value=${name} ?selected=${name === form.shape}>${t.source.shapeOf[name]}</option>`)}
      </select></label>
  </div>`
}

function columns(view: View, form: Warehouse, put: (change: Partial<Warehouse>) => void) {
  const { t } = view.text
  const { needed, others } = WAREHOUSE_COLUMNS[form.shape]
  const column = (name: (typeof needed)[number], must: boolean) =>
    field(
      must ? t.source.parts[name] : t.warehouse.maybe(t.source.parts[name]),
      `warehouse-${name}`,
      form.columns[name] ?? '',
      (value) => put({ columns: { ...form.columns, [name]: value } }),
      must,
    )
  return html`<fieldset><legend>${t.warehouse.columns}</legend>
    <p class="soft small">${t.warehouse.columnsHint}</p>
    <div class="fields">${needed.map((name) => column(name, true))}</div>
    <div class="fields">${others.map((name) => column(name, false))}
      ${field(t.warehouse.orderBy, 'warehouse-order', form.orderBy ?? '', (orderBy) => put({ orderBy }))}
      ${field(t.warehouse.segments, 'warehouse-segments', form.segments, (segments) => put({ segments }))}</div>
  </fieldset>`
}

function plans(view: View, form: Warehouse, put: (change: Partial<Warehouse>) => void) {
  const { t } = view.text
  const set = (change: Partial<WarehousePlans>) => put({ plans: { ...form.plans, ...change } })
  const lines = Math.min(8, Math.max(3, form.plans.tiers.split('\n').length))
  return html`<fieldset><legend>${t.warehouse.plans}</legend>
    <label class="field"><span>${t.warehouse.tiersHow}</span>
      <textarea rows=${lines} spellcheck="false" data-focus="warehouse-tiers" aria-required="true" .value=${form.plans.tiers}
        @change=${(e: Event) => set({ tiers: typedIn(e) })}></textarea></label>
    <div class="fields">
      ${field(t.warehouse.prospects, 'warehouse-prospects', form.plans.prospects, (prospects) => set({ prospects }))}
      ${field(t.warehouse.none, 'warehouse-none', form.plans.none, (none) => set({ none }))}
      ${field(t.warehouse.addOns, 'warehouse-addons', form.plans.addOns, (addOns) => set({ addOns }))}
    </div>
  </fieldset>`
}

/** ClickHouse gets a script, unless it may be one query only. */
function script(view: View, form: Warehouse, put: (change: Partial<Warehouse>) => void) {
  const { t } = view.text
  if (form.dialect !== 'clickhouse') return nothing
  return html`<div class="script"><p class="soft">${t.warehouse.script}</p>
    <label><input type="checkbox" data-focus="warehouse-one-query" .checked=${live(form.oneQuery ?? false)}
      @change=${(e: Event) => put({ oneQuery: (e.target as HTMLInputElement).checked })} />
      <span>${t.warehouse.oneQuery}</span></label></div>`
}

function written(view: View, form: Warehouse) {
  const { state, text, acts } = view
  const { t } = text
  const open = missing(form)
  if (open.length > 0) {
    const words = open.map((name) =>
      name === 'from' || name === 'tiers' ? t.warehouse[name] : t.source.parts[name],
    )
    return html`<p class="soft" role="status">${t.warehouse.missing(words.join(', '))}</p>`
  }
  const { warehouseSql } = state
  if (!warehouseSql) return html`<p class="soft" role="status">${t.share.making}</p>`
  if ('refused' in warehouseSql) {
    const { refused } = warehouseSql
    const { what, advice, detail } = errorText(refused, text)
    return html`<div class="error" role="alert"><p>${what} ${advice}</p>
      ${detail ? html`<p class="soft small" lang="en">${detail}</p>` : nothing}
      ${refused.where ? html`<p class="small"><span class="soft">${t.error.where}:</span> ${refused.where}</p>` : nothing}</div>`
  }
  const { sql } = warehouseSql
  return html`<div class="snippet" data-format="sql">
    <textarea readonly rows="14" aria-label=${t.warehouse.sql} .value=${sql}
      @focus=${(e: Event) => (e.target as HTMLTextAreaElement).select()}></textarea>
    <p class="snippet-acts">${copyButton(view, 'warehouse-sql', sql)}
      <button class="link" @click=${() => acts.save('upgrade-rate.sql', 'application/sql', sql)}>${t.share.download}</button></p>
    <p>${t.warehouse.next}</p></div>`
}

export function warehouse(view: View) {
  const { state, text, send, acts } = view
  const { t } = text
  const form = state.warehouse
  const put = (change: Partial<Warehouse>) => {
    const before = view.now().warehouse
    if (before) acts.warehouse({ ...before, ...change })
  }
  const toggle = (e: Event) => {
    const open = (e.target as HTMLDetailsElement).open
    if (open && !view.now().warehouse) acts.warehouse(warehouseOf(view.now()))
    else if (!open) send({ type: 'warehouse', form: null })
  }
  return html`<details class="more warehouse" ?open=${form !== null} @toggle=${toggle}>
    <summary data-focus="warehouse">${t.warehouse.title}</summary>
    ${
      form
        ? html`<p class="soft">${t.warehouse.lead}</p>
          ${where(view, form, put)} ${columns(view, form, put)} ${plans(view, form, put)} ${script(view, form, put)}
          ${written(view, form)}`
        : nothing
    }
  </details>`
}
