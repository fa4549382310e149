// Runs first in a worker, or in Node: remembers every WebAssembly memory, and says how many bytes they
// are, also when asked by broadcast. A memory never shrinks, so what it has at the end is its peak.
const memories = new Set()
const remember = (instance) => {
  for (const value of Object.values(instance.exports))
    if (value instanceof WebAssembly.Memory) memories.add(value)
  return instance
}
const { instantiate, instantiateStreaming, Memory, Instance } = WebAssembly
const remembered = (result) => {
  remember(result.instance ?? result)
  return result
}
WebAssembly.instantiate = (...given) => instantiate(...given).then(remembered)
WebAssembly.instantiateStreaming = (...given) => instantiateStreaming(...given).then(remembered)
WebAssembly.Instance = (...given) => remember(new Instance(...given))
WebAssembly.Memory = (...given) => {
  const memory = new Memory(...given)
  memories.add(memory)
  return memory
}
WebAssembly.Memory.prototype = Memory.prototype
WebAssembly.Instance.prototype = Instance.prototype

globalThis.wasmMemoryBytes = () => {
  let bytes = 0
  for (const memory of memories) bytes += memory.buffer.byteLength
  return bytes
}

const channel = new BroadcastChannel('memory')
channel.onmessage = ({ data }) => {
  if (data === 'ask') channel.postMessage(globalThis.wasmMemoryBytes())
}
