// The scan body of native x86-64 builds (tests, fuzzing, benchmarks): SSE2, which every x86-64
// processor has. It mirrors the WebAssembly body, so that what is measured natively is alike.
#include "core/bytes/scan_bodies.h"

#if defined(UPGRADE_RATE_SCAN_SSE2)

#include <emmintrin.h>

namespace upgrade_rate {
namespace {

struct Block {
  __m128i part[4];
};

inline __m128i load(const char* text) {
  return _mm_loadu_si128(reinterpret_cast<const __m128i*>(text));
}

inline uint64_t matches(const Block& block, __m128i pattern) {
  uint64_t mask = 0;
  for (int i = 0; i < 4; ++i) {
    const int bits = _mm_movemask_epi8(_mm_cmpeq_epi8(block.part[i], pattern));
    mask |= static_cast<uint64_t>(static_cast<uint32_t>(bits)) << (16 * i);
  }
  return mask;
}

}  // namespace

void scanSse2(const char* text, size_t blocks, ScanBytes bytes, BlockMasks* masks) {
  const __m128i delimiter = _mm_set1_epi8(bytes.delimiter);
  const __m128i quote = _mm_set1_epi8(bytes.quote);
  const __m128i lineFeed = _mm_set1_epi8('\n');
  const __m128i carriageReturn = _mm_set1_epi8('\r');
  for (size_t i = 0; i < blocks; ++i, text += kBlockBytes) {
    const Block block = {{load(text), load(text + 16), load(text + 32), load(text + 48)}};
    masks[i] = {matches(block, delimiter), matches(block, quote), matches(block, lineFeed),
                matches(block, carriageReturn)};
  }
}

}  // namespace upgrade_rate

#endif
