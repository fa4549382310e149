// Runs first in a worker, or in Node: remembers every WebAssembly memory, and says how many bytes they
// are, also when asked by broadcast. A memory never shrinks, so what it has at the end is its peak.
const memories = new Set()
const remember = (instance) => {
  for (const value of Object.values(instance.exports))
    if (value instanceof Memory) memories.add(value)
  return instance
}
const { instantiate, instantiateStreaming, Memory, Instance } = WebAssembly
const remembered = (result) => {
  remember(result.instance ?? result)
  return result
}
WebAssembly.instantiate = (...given) => instantiate(...given).then(remembered)
WebAssembly.instantiateStreaming = (...given) => instantiateStreaming(...given).then(remembered)
WebAssembly.Instance = class extends Instance {
  constructor(...given) {
    super(...given)
    remember(this)
  }
}
WebAssembly.Memory = class extends Memory {
  constructor(...given) {
    super(...given)
    memories.add(this)
  }
  // Memories that a module makes by itself are of the plain class.
  static [Symbol.hasInstance](value) {
    return value instanceof Memory
  }
}

globalThis.wasmMemoryBytes = () => {
  let bytes = 0
  for (const memory of memories) bytes += memory.buffer.byteLength
  return bytes
}

const channel = new BroadcastChannel('memory')
channel.onmessage = ({ data }) => {
  if (data === 'ask') channel.postMessage(globalThis.wasmMemoryBytes())
}
