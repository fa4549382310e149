/** The two forms in which the core answers (wasm/module.d.ts), made into values and thrown errors. */
import type { CoreError } from './documents.js'
import { crashed, UpgradeRateError } from './errors.js'

/** For calls that answer "" or an error document. */
export function throwIfError(text: string): void {
  if (text !== '') throw new UpgradeRateError(JSON.parse(text) as CoreError)
}

/** The text of what such a call answers, for documents whose numbers may be too long for a double. */
export function answerText(text: string): string {
  const head = '{"ok":'
  if (text.startsWith(head)) return text.slice(head.length, -1)
  answer(text)
  throw crashed('answer', 'an answer without content')
}

/** For calls that answer `{"ok": …}` or `{"error": …}`. */
export function answer<T>(text: string): T {
  const parsed = JSON.parse(text) as { ok?: T; error?: CoreError }
  if (parsed.error !== undefined) throw new UpgradeRateError(parsed.error)
  if (parsed.ok === undefined) throw crashed('answer', 'an answer without content')
  return parsed.ok
}
