// The scan body for every machine, and the yardstick the SIMD bodies are tested against.
//
// Eight bytes at a time in one 64-bit word. A byte of `word ^ pattern` is zero where the word
// matches; adding 0x7f to its low seven bits cannot carry into the next byte, so the test is exact
// (the shorter classic "has zero byte" trick is not). One multiplication gathers the eight bits.
#include <bit>
#include <cstring>

#include "core/bytes/scan_bodies.h"

namespace upgrade_rate {
namespace {

static_assert(std::endian::native == std::endian::little, "byte i of a word must be bit i");

constexpr uint64_t kLow7 = 0x7f7f7f7f7f7f7f7f;

uint64_t repeat(char byte) { return uint64_t{0x0101010101010101} * static_cast<uint8_t>(byte); }

uint64_t matches(uint64_t word, uint64_t pattern) {
  const uint64_t differs = word ^ pattern;
  const uint64_t zeroBytes = ~(((differs & kLow7) + kLow7) | differs | kLow7);
  return ((zeroBytes >> 7) * uint64_t{0x0102040810204080}) >> 56;
}

}  // namespace

void scanPortable(const char* text, size_t blocks, ScanBytes bytes, BlockMasks* masks) {
  const uint64_t delimiter = repeat(bytes.delimiter);
  const uint64_t quote = repeat(bytes.quote);
  const uint64_t lineFeed = repeat('\n');
  const uint64_t carriageReturn = repeat('\r');
  for (size_t block = 0; block < blocks; ++block, text += kBlockBytes) {
    BlockMasks found = {};
    for (unsigned at = 0; at < kBlockBytes; at += 8) {
      uint64_t word;
      std::memcpy(&word, text + at, sizeof word);
      found.delimiter |= matches(word, delimiter) << at;
      found.quote |= matches(word, quote) << at;
      found.lineFeed |= matches(word, lineFeed) << at;
      found.carriageReturn |= matches(word, carriageReturn) << at;
    }
    masks[block] = found;
  }
}

}  // namespace upgrade_rate
