/**
 * Shared figures as letters for a link, and back: raw deflate, then base64url (RFC 4648), by what
 * every browser and Node has. What comes back was written by anybody: the letters are checked, and
 * inflating stops at a size that no report reaches.
 */
import { UpgradeRateError } from '../engine/errors.js'

/** The core refuses larger documents too. */
const mostBytes = 4 << 20
const lettersPerCall = 0x8000

export async function pack(document: string): Promise<string> {
  const deflated = through(new TextEncoder().encode(document), new CompressionStream('deflate-raw'))
  const bytes = await collected(deflated, Number.POSITIVE_INFINITY)
  let letters = ''
  for (let at = 0; at < bytes.length; at += lettersPerCall)
    letters += String.fromCharCode(...bytes.subarray(at, at + lettersPerCall))
  return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/** @throws UpgradeRateError `share.damaged` or `share.tooLarge` */
export async function unpack(letters: string): Promise<string> {
  if (letters.length > mostBytes) throw tooLarge()
  if (!/^[\w-]+$/.test(letters)) throw damaged()
  try {
    const plain = atob(letters.replaceAll('-', '+').replaceAll('_', '/'))
    const bytes = Uint8Array.from(plain, (letter) => letter.charCodeAt(0))
    const inflated = await collected(through(bytes, new DecompressionStream('deflate-raw')))
    return new TextDecoder('utf-8', { fatal: true }).decode(inflated)
  } catch (error) {
    throw error instanceof UpgradeRateError ? error : damaged()
  }
}

function through(
  bytes: Uint8Array<ArrayBuffer>,
  transform: CompressionStream | DecompressionStream,
): ReadableStream<Uint8Array> {
  return new Blob([bytes]).stream().pipeThrough(transform)
}

async function collected(
  stream: ReadableStream<Uint8Array>,
  most = mostBytes,
): Promise<Uint8Array> {
  const reader = stream.getReader()
  const pieces: Uint8Array[] = []
  let length = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    length += value.length
    if (length > most) {
      await reader.cancel()
      throw tooLarge()
    }
    pieces.push(value)
  }
  const all = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  return all
}

const damaged = () =>
  new UpgradeRateError({
    code: 'share.damaged',
    where: '',
    advice:
      'These shared figures are damaged: part of the link or file is missing or changed. Copy it again, as a whole.',
  })

const tooLarge = () =>
  new UpgradeRateError({
    code: 'share.tooLarge',
    where: '',
    advice: 'These shared figures are larger than any report.',
  })
