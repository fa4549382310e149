// Where the punctuation of delimited text stands: 64 bytes in, four 64-bit masks out.
//
// This is the first pass over every byte of a file, so it exists in several bodies with one
// contract: WebAssembly SIMD128, SSE2, and a portable one that is always there. All bodies
// give the same masks for the same bytes; a test holds them together. The masks say nothing about
// quoting: core/bytes/quotes.h decides which of these bytes count.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace upgrade_rate {

constexpr size_t kBlockBytes = 64;

/// The two bytes to look for besides LF and CR.
struct ScanBytes {
  char delimiter;
  char quote;
};

/// Bit i stands for byte i of the block. Bits past the end of the text are 0.
struct BlockMasks {
  uint64_t delimiter;
  uint64_t quote;
  uint64_t lineFeed;
  uint64_t carriageReturn;
  bool operator==(const BlockMasks&) const = default;
};

/// Reads exactly `blocks` * 64 bytes from `text` (any alignment) and writes `blocks` masks.
using ScanBody = void (*)(const char* text, size_t blocks, ScanBytes bytes, BlockMasks* masks);

struct NamedScanBody {
  const char* name;
  ScanBody body;
};

/// The bodies this build can run, fastest first; the last is the portable one.
std::span<const NamedScanBody> scanBodies();

/// Masks of `text` by `body`: one per started block of 64 bytes, so `masks` must have room for
/// (size + 63) / 64. Never reads past the text.
void scan(ScanBody body, std::string_view text, ScanBytes bytes, BlockMasks* masks);

/// The same by the fastest body.
void scan(std::string_view text, ScanBytes bytes, BlockMasks* masks);

}  // namespace upgrade_rate
