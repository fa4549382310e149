/** Little-endian numbers in bytes. Past the end there are zeros: what is damaged is met by what they mean. */
export class Bytes {
  #bytes: Uint8Array

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  get length(): number {
    return this.#bytes.length
  }

  u16(at: number): number {
    return (this.#bytes[at] ?? 0) | ((this.#bytes[at + 1] ?? 0) << 8)
  }

  u32(at: number): number {
    return (this.u16(at) | (this.u16(at + 2) << 16)) >>> 0
  }

  /** Exact to 2^53; larger ones are larger than any file. */
  u64(at: number): number {
    return this.u32(at) + this.u32(at + 4) * 2 ** 32
  }

  text(from: number, to: number): string {
    return new TextDecoder().decode(this.#bytes.subarray(from, to))
  }
}
