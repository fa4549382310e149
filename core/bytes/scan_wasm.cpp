// The scan body that runs in the browser: WebAssembly SIMD128, sixteen bytes per comparison.
// It is there because compilers do not turn the portable body into vector code by themselves.
#include "core/bytes/scan_bodies.h"

#if defined(UPGRADE_RATE_SCAN_WASM)

#include <wasm_simd128.h>

namespace upgrade_rate {
namespace {

struct Block {
  v128_t part[4];
};

inline uint64_t matches(const Block& block, v128_t pattern) {
  uint64_t mask = 0;
  for (int i = 0; i < 4; ++i) {
    const uint64_t bits = wasm_i8x16_bitmask(wasm_i8x16_eq(block.part[i], pattern)) & 0xffff;
    mask |= bits << (16 * i);
  }
  return mask;
}

}  // namespace

void scanWasm(const char* text, size_t blocks, ScanBytes bytes, BlockMasks* masks) {
  const v128_t delimiter = wasm_i8x16_splat(bytes.delimiter);
  const v128_t quote = wasm_i8x16_splat(bytes.quote);
  const v128_t lineFeed = wasm_i8x16_splat('\n');
  const v128_t carriageReturn = wasm_i8x16_splat('\r');
  for (size_t i = 0; i < blocks; ++i, text += kBlockBytes) {
    const Block block = {{wasm_v128_load(text), wasm_v128_load(text + 16),
                          wasm_v128_load(text + 32), wasm_v128_load(text + 48)}};
    masks[i] = {matches(block, delimiter), matches(block, quote), matches(block, lineFeed),
                matches(block, carriageReturn)};
  }
}

}  // namespace upgrade_rate

#endif
