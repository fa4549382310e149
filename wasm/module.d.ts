/** What `bindings.cpp` exports: one engine handle, a handful of calls, JSON documents as text. */
export interface CoreEngine {
  /**
   * Starts a load and forgets the former one. `settings`: a settings document or "{}".
   * `files`: `[{"name": string, "bytes": number|null, "sheet"?: string}]`, in settings order. With
   * `sheet` the file is a workbook, and that sheet comes as RFC 4180 in UTF-8.
   * Returns "" or an error document `{"code","where","advice"}`.
   */
  begin(settings: string, files: string): string
  /** Starts reading file `index` from its first byte (also the second time, when asked to). */
  openFile(index: number): void
  /** Room for `bytes` bytes in the module's memory; take `HEAPU8` anew after this call, fill at once. */
  reserve(bytes: number): number
  /** Takes the bytes just filled. False: this file cannot be read on; close it. */
  push(bytes: number): boolean
  /** Ends the file. True: all its values together say it must be read otherwise; read it again. */
  closeFile(): boolean
  /**
   * One file in slices, by several modules: who calls what stands in core/input/slice.h. `order` is
   * a document that goes from module to module as it is. Returns "" or an error document.
   */
  openSlice(index: number, order: string): string
  /** The file's first bytes, 256 KiB or all of it, as filled. False: the file cannot be read in slices. */
  pushHead(bytes: number): boolean
  closeSlice(): void
  /** Makes the next part of what a slice holds; gives its length in bytes, 0 at the end. */
  exportPart(): number
  /** Where that part lies, until the next call. */
  partPointer(): number
  /** Adds a part as filled. False: that slice is to be read again, by `orderAgain`. */
  importPart(bytes: number): boolean
  order(index: number, from: number, to: number): string
  /** Its member `start` is the byte to push from. */
  orderAgain(from: number, to: number): string
  /** Ends the load. "" or an error document: nothing usable. */
  finish(): string
  /** Rows read so far, over all files (for progress). */
  rows(): number
  /** `{"ok": Summary}` after a load, a failed one too: what was found, before any figure. */
  summary(): string
  /** Whether these settings need the files read again (settings under `files[]`, new segment columns). */
  needsReading(settings: string): boolean
  /** `host`: `{"today": "YYYY-MM-DD", "zone": {"name", "transitions": [[unixSeconds, offsetSeconds], …]}}`. `{"ok": Report}` or `{"error": {...}}`. */
  report(settings: string, host: string): string
  /** What counts of periods give of it, many times sooner: `unfinished`, without journeys, money, segments and findings. */
  answer(settings: string, host: string): string
  /**
   * What of that report may leave the page, as a document: `{"ok": Aggregates}` or an error.
   * `options`: `{"fewest": 5, "parts": ["periods", "segments", "cohorts", "paths", "money"]}`.
   */
  aggregates(settings: string, host: string, options: string): string
  /** The report that such a document gives again; nothing needs to be loaded. As `report`. */
  opened(document: string, host: string): string
  /**
   * The KPI as a statement for a warehouse, `{"ok": "WITH …"}`; nothing needs to be loaded.
   * `request`: `{"dialect", "from", "orderBy", "dbt"}`.
   */
  sql(settings: string, host: string, request: string): string
  /** Starts writing file `index` out as it was read (RFC 4180); then openFile-like: reserve, push, `textPointer`/`textBytes` after each push and after `closeTable`. */
  openTable(index: number): void
  /** The same for its rows that the last report did not use, behind their line and the code of their problem. */
  openSetAside(index: number): void
  pushTable(bytes: number): void
  closeTable(): void
  textPointer(): number
  textBytes(): number
  delete(): void
}

export interface CoreModule {
  HEAPU8: Uint8Array
  Engine: new () => CoreEngine
}

export default function createCore(options: {
  wasmBinary?: ArrayBuffer | Uint8Array
}): Promise<CoreModule>
