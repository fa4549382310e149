/**
 * What the engine says when it cannot go on, as an Error that can be thrown.
 *
 * Three kinds are kept apart, as in the core: a bad row is no error (the ledger has it); input or
 * settings that cannot be used carry the core's own code; a broken engine has `engine.crashed`.
 */
import type { CoreError, Summary } from './documents.js'

/** An error as it crosses a worker's boundary, or is written down. */
export interface ErrorDocument extends CoreError {
  /** See UpgradeRateError. */
  found?: Summary
}

/** `code` is stable and dotted, `where` a file name or settings key (may be ""), `advice` what to do. */
export class UpgradeRateError extends Error implements CoreError {
  readonly code: string
  readonly where: string
  readonly advice: string
  /** Where a reading failed: what the files hold all the same, so that columns can be chosen. */
  readonly found: Summary | null

  constructor({ code, where, advice, found }: ErrorDocument, options?: { cause?: unknown }) {
    super(where === '' ? advice : `${where}: ${advice}`, options)
    this.name = 'UpgradeRateError'
    this.code = code
    this.where = where
    this.advice = advice
    this.found = found ?? null
  }

  /** The plain document. */
  toJSON(): ErrorDocument {
    const { code, where, advice, found } = this
    return found === null ? { code, where, advice } : { code, where, advice, found }
  }
}

/** The caller's AbortSignal fired. Its name is AbortError, as the web has it. */
export const cancelled = () =>
  givenUp('engine.cancelled', 'The work was cancelled; ask again to start it over.')

/** A newer request made the answer to this one pointless. Nothing is wrong, nothing need be shown. */
export const superseded = () =>
  givenUp(
    'engine.superseded',
    'A newer request took the place of this one; wait for the newer answer.',
  )

function givenUp(code: string, advice: string): UpgradeRateError {
  const error = new UpgradeRateError({ code, where: '', advice })
  error.name = 'AbortError'
  return error
}

export const disposed = () =>
  new UpgradeRateError({
    code: 'engine.disposed',
    where: '',
    advice: 'This engine was disposed of; create a new one.',
  })

export const nothingLoaded = () =>
  new UpgradeRateError({
    code: 'engine.nothingLoaded',
    where: '',
    advice: 'No file was given yet; call load() with at least one file first.',
  })

/** A trap, no memory, or a worker that died. `where` says in which step. */
export const crashed = (where: string, cause?: unknown) =>
  new UpgradeRateError(
    {
      code: 'engine.crashed',
      where,
      advice: `The engine stopped${said(cause)}. Your files are untouched: ask again and it starts anew, or try fewer rows if it stops at the same place.`,
    },
    { cause },
  )

function said(cause: unknown): string {
  const text = cause instanceof Error ? cause.message : typeof cause === 'string' ? cause : ''
  return text === '' ? '' : ` (${text})`
}

/** Everything the engine does not throw on purpose is a crash. */
export function asUpgradeRateError(error: unknown, where: string): UpgradeRateError {
  return error instanceof UpgradeRateError ? error : crashed(where, error)
}
