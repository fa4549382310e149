/**
 * What a reading worker and its assistants say to each other, over a port. An assistant has an
 * engine of its own and reads slices of large files (core/input/slice.h has the order of calls).
 */
export interface Slice {
  /** Documents for `begin`, the same as the reading worker's. */
  settings: string
  files: string
  index: number
  blob: Blob
  /** Where the slice begins and ends, in bytes. */
  from: number
  to: number
  order: string
}

export type AssistantRequest =
  | ({ type: 'read' } & Slice)
  /** The same slice once more, from the place that the order names. */
  | { type: 'readAgain'; order: string; start: number }
  | { type: 'nextPart' }
  | { type: 'stop' }

/** `read` and `readAgain` are answered by any number of `progress`, then `read`, `refused` or `failed`. */
export type AssistantReply =
  | { type: 'progress'; bytes: number; rows: number }
  | { type: 'read' }
  /** The file cannot be read in slices. */
  | { type: 'refused' }
  | { type: 'failed'; message: string }
  /** Empty: there is no more. */
  | { type: 'part'; bytes: Uint8Array<ArrayBuffer> }

/** As many bytes from a file's beginning as the core looks at (kHeadBytes in core/input/file_reader.h). */
export const HEAD_BYTES = 256 * 1024
