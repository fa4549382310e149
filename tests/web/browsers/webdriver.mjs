/**
 * A page driven by the WebDriver standard (W3C), in the few verbs that the main path needs, named and
 * shaped as Playwright's `Page` names them, so that the same steps take either. How a command travels
 * is the browser's own: Firefox by Marionette, WebKit by HTTP. Left out: frames, windows, alerts.
 */

/** The keys of the standard that have no letter. @type {{ [name: string]: string }} */
const named = {
  Shift: '\uE008',
  Control: '\uE009',
  Tab: '\uE004',
  Enter: '\uE007',
  Escape: '\uE00C',
  Space: ' ',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Home: '\uE011',
  End: '\uE010',
}

/** "Control+Shift+z" as what a hand does: down in order, up in reverse. @param {string} combination */
function strokes(combination) {
  const keys = combination.split('+').map((key) => named[key] ?? key)
  const down = keys.map((value) => ({ type: 'keyDown', value }))
  const up = keys.reverse().map((value) => ({ type: 'keyUp', value }))
  return [{ type: 'key', id: 'keyboard', actions: [...down, ...up] }]
}

/** @typedef {(command: string, parameters?: object) => Promise<any>} Send */

/**
 * @param {Send} send commands by their names in the standard
 */
export function pageOver(send) {
  /** @param {string} selector */
  const find = async (selector) => {
    const found = await send('FindElement', { using: 'css selector', value: selector })
    return Object.values(found.value ?? found)[0]
  }
  /**
   * A function of the test that runs in the page, given one value, as Playwright's does.
   * @param {Function | string} work @param {unknown} [given]
   */
  const evaluate = async (work, given) => {
    const called = typeof work === 'string' ? `return ${work}` : `return (${work})(arguments[0])`
    const answer = await send('ExecuteScript', { script: called, args: [given ?? null] })
    return answer !== null && typeof answer === 'object' && 'value' in answer
      ? answer.value
      : answer
  }
  return {
    evaluate,
    /** @param {string} url */
    goto: (url) => send('Navigate', { url }),
    /** @param {string} selector */
    click: async (selector) => {
      // Once more where the page was being drawn: what is drawn anew has no place for a moment.
      for (let left = 20; ; left--) {
        await evaluate(
          (/** @type {string} */ wanted) =>
            document
              .querySelector(wanted)
              ?.scrollIntoView({ block: 'center', behavior: 'instant' }),
          selector,
        )
        try {
          return await send('ElementClick', { id: await find(selector) })
        } catch (error) {
          if (left === 0) throw new Error(`${selector}: ${error}`)
          await new Promise((done) => setTimeout(done, 100))
        }
      }
    },
    /** @param {string} selector @param {string} path */
    setInputFiles: async (selector, path) =>
      send('ElementSendKeys', { id: await find(selector), text: path }),
    keyboard: {
      /** @param {string} combination */
      press: (combination) => send('PerformActions', { actions: strokes(combination) }),
    },
  }
}
