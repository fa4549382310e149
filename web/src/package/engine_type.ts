/** What the package promises: the engine's methods, apart from how they are done. */
import type { Report, Settings, Summary } from '../engine/documents.js'
import type { WorkOptions } from '../engine/progress.js'
import type { ShareOptions } from '../engine/share_options.js'
import type { ByteSource, Source } from '../engine/sources.js'
import type { SqlRequest } from '../engine/sql_request.js'

/**
 * Reads files of customers and plans, and reports the upgrade rate.
 *
 * Calls are done one after the other, in the order they were made. Every method rejects with an
 * {@link UpgradeRateError}: besides the codes named below, with `engine.crashed` (the engine ran
 * out of memory or failed; the next call starts it anew and reads the same files again) and
 * `engine.disposed`.
 */
export interface Engine {
  /**
   * Reads the files and tells what was found, before any figure. Forgets files read before.
   *
   * Rows that cannot be used are no error: the report's `ledger` lists them.
   *
   * @param files One or more files. `name` is shown in reports and matched against `files[].name`
   *   of the settings. `data` may be a Blob or File, an ArrayBuffer, a Uint8Array, a string (taken
   *   as UTF-8) or a ReadableStream of bytes. A stream is collected before it is read, because a
   *   file may have to be read twice; files larger than memory are given as {@link ByteSource}.
   * @param settings How files are read, and the defaults of later {@link Engine.report} calls.
   *   May be partial; what is missing is detected.
   * @throws `setting.*` for settings that are refused (`where` is the key), `source.type` and
   *   `source.unreadable` for data that cannot be had, `engine.nothingLoaded` for an empty list,
   *   `engine.cancelled`, and the core's own codes where no row can be used (`where` is the file).
   *   The files stay known: {@link Engine.report} with other settings reads them again.
   */
  load(
    files: readonly (Source | ByteSource)[],
    settings?: Settings,
    options?: WorkOptions,
  ): Promise<Summary>

  /**
   * Computes the report. The files are read again only where the settings ask for it (settings
   * under `files[]`, and segment columns chosen anew).
   *
   * Rates, points and slopes are ratios (0.18 is 18 %), instants are ISO 8601 in UTC, counts are
   * customers unless named otherwise, and what is undefined is null, never 0.
   *
   * @param settings Replaces the settings of {@link Engine.load} altogether for this call; without
   *   it, those are used. `report.settings` is complete: given here again, it makes the same report.
   *   `today` is the current day in `timeZone` unless the settings name one.
   * @throws `setting.*` (among them `setting.timeZone` for a zone this runtime does not know),
   *   `engine.nothingLoaded`, `engine.cancelled`, and what {@link Engine.load} throws where the
   *   files are read again.
   */
  report(settings?: Settings, options?: WorkOptions): Promise<Report>

  /**
   * What of the report may be shared, as a text: counts and sums of money, never customers, cells,
   * or names of files; small segments, cohorts and paths are held back. {@link Engine.open} makes
   * the same report of it. Keep it as the text it is: its numbers may be longer than a double holds.
   *
   * @throws As {@link Engine.report}, and `share.tooLarge` for counts beyond 2⁵³.
   */
  aggregates(shared?: ShareOptions, settings?: Settings, options?: WorkOptions): Promise<string>

  /**
   * The report that such a text gives; nothing needs to be loaded, and what is loaded stays.
   *
   * @throws `share.damaged`, `share.newer`, `share.tooLarge`.
   */
  open(aggregates: string, options?: WorkOptions): Promise<Report>

  /**
   * The same KPI as one SELECT for a warehouse; what it prints, written as CSV, is read like any
   * other file. Nothing needs to be loaded: `settings` name the shape, the mapping and the plans.
   *
   * @throws `sql.dialect`, `sql.from`, `sql.shape`, `sql.needsMapping`, `sql.needsPlans`,
   *   `sql.notWritten` for what the SQL cannot do, and `setting.*`; `where` is the key.
   */
  sql(settings: Settings, request: SqlRequest, options?: WorkOptions): Promise<string>

  /**
   * The table as it was read: RFC 4180 (commas, CRLF), every cell verbatim. Cells that a
   * spreadsheet would run as a formula are not changed.
   *
   * @param file Name or number (from 0) of the file; needed only where several are loaded.
   * @throws `table.whichFile`, `engine.nothingLoaded`, `engine.cancelled`, `engine.superseded`
   *   where another reading began meanwhile.
   */
  table(file?: number | string, options?: WorkOptions): Promise<string>

  /** The same in pieces of UTF-8 (a character may be cut in two), for tables larger than memory. */
  tableChunks(file?: number | string, options?: WorkOptions): AsyncIterable<Uint8Array>

  /**
   * The rows of a file that the last report did not use (without one, that the reading did not):
   * written like {@link Engine.table}, below the header's names, each with two cells before its
   * own: the line it begins in and the code of its problem, as in the report's `ledger.problems`.
   *
   * @param file As for {@link Engine.table}, which also says what this throws.
   */
  setAside(file?: number | string, options?: WorkOptions): Promise<string>

  /** The same in pieces, as {@link Engine.tableChunks}. */
  setAsideChunks(file?: number | string, options?: WorkOptions): AsyncIterable<Uint8Array>

  /** Gives the memory back. Work under way and later calls reject with `engine.disposed`. */
  dispose(): void
}
