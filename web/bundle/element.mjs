/**
 * Writes `upgrade-rate-element.js`: the `<upgrade-rate>` element with everything inside, as a classic
 * script that is a module too. The engine stands in it once, as a function: its text starts a worker,
 * and where a page forbids workers it is called.
 */
import { writeFileSync } from 'node:fs'
import { bundle, wasmText } from './core.mjs'

/** @param {string} file */
export async function writeElement(file) {
  const engine = await bundle('web/src/element/engine_here.ts', { format: 'iife' })
  const script = await bundle('web/src/element/main.ts', { format: 'iife' })
  const parts = [
    '(()=>{"use strict";',
    `function upgradeRateEngine(upgradeRateScope){${engine.trim()}}`,
    `const upgradeRateWasm="${wasmText()}";`,
    script.trim(),
    '})();',
  ]
  writeFileSync(file, `${parts.join('\n')}\n`)
}
