/**
 * What a reader's hand does on the page, by the verbs that all three drivers have: `evaluate`,
 * `click`, `setInputFiles`, `keyboard.press`. A menu's list and a date's calendar are the browser's
 * own windows, which none of the drivers reach: there the value is set and the page told of it.
 */

/** @typedef {ReturnType<typeof import('./webdriver.mjs').pageOver>} Page */

/** Chooses in a menu of settings, by the text of the choice or by its place. @param {Page} page @param {string} key @param {string | number} wanted */
export const pick = (page, key, wanted) =>
  page.evaluate(
    (/** @type {[string, string | number]} */ [key, wanted]) => {
      const menu = document.querySelector(`[data-focus="set-${key}"]`)
      if (!(menu instanceof HTMLSelectElement)) throw new Error(`no menu ${key}`)
      const texts = [...menu.options].map(({ text }) => text.trim())
      const at = typeof wanted === 'number' ? wanted : texts.indexOf(wanted)
      if (at < 0) throw new Error(`${wanted} is not among ${texts}`)
      menu.selectedIndex = at
      menu.dispatchEvent(new Event('change', { bubbles: true }))
    },
    [key, wanted],
  )

/** @param {Page} page @param {string} selector @param {string} value */
export const fill = (page, selector, value) =>
  page.evaluate(
    (/** @type {string[]} */ [selector = '', value = '']) => {
      const field = document.querySelector(selector)
      if (!(field instanceof HTMLInputElement)) throw new Error(`no field ${selector}`)
      field.value = value
      for (const type of ['input', 'change'])
        field.dispatchEvent(new Event(type, { bubbles: true }))
    },
    [selector, value],
  )

/** @param {Page} page @param {string} selector @param {string} key */
export async function pressOn(page, selector, key) {
  await page.evaluate((/** @type {string} */ wanted) => {
    const element = document.querySelector(wanted)
    if (!(element instanceof HTMLElement)) throw new Error(`no ${wanted}`)
    element.focus()
  }, selector)
  await page.keyboard.press(key)
}

/** A real paste: the text is copied out of a field of the test's own. @param {Page} page @param {string} text */
export async function paste(page, text) {
  await page.evaluate((/** @type {string} */ copied) => {
    const area = document.createElement('textarea')
    area.value = copied
    document.body.append(area)
    area.select()
  }, text)
  await page.keyboard.press('Control+c')
  await page.evaluate(() => document.querySelector('body > textarea')?.remove())
  await page.keyboard.press('Control+v')
}

/** Presses Tab until what has the focus fits the selector; says over how many places. @param {Page} page @param {string} selector */
export async function tabTo(page, selector, most = 200) {
  for (let places = 1; places <= most; places++) {
    await page.keyboard.press('Tab')
    const there = await page.evaluate(
      (/** @type {string} */ wanted) => document.activeElement?.matches(wanted) ?? false,
      selector,
    )
    if (there) return places
  }
  throw new Error(`Tab did not reach ${selector} in ${most} places`)
}

/** Whether what has the focus shows it: an outline of at least 2 pixels. @param {Page} page */
export const showsFocus = (page) =>
  page.evaluate(() => {
    const style = getComputedStyle(document.activeElement ?? document.body)
    return style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2
  })
