/** The module as the bundles carry it, base64(gzip(bytes)), made into its bytes again. */
export async function unpackedModule(text: string): Promise<ArrayBuffer> {
  const letters = atob(text)
  const packed = new Uint8Array(letters.length)
  for (let i = 0; i < letters.length; i++) packed[i] = letters.charCodeAt(i)
  const inflated = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))
  return new Response(inflated).arrayBuffer()
}
