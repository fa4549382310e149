// Chooses the scan body of this build and gives the last, partial block a padded copy, so that no
// body needs to know where the text ends.
#include "core/bytes/scan.h"

#include <cstring>

#include "core/bytes/scan_bodies.h"

namespace upgrade_rate {
namespace {

constexpr NamedScanBody kBodies[] = {
#if defined(UPGRADE_RATE_SCAN_WASM)
    {"wasm", scanWasm},
#elif defined(UPGRADE_RATE_SCAN_SSE2)
    {"sse2", scanSse2},
#endif
    {"portable", scanPortable},
};

}  // namespace

std::span<const NamedScanBody> scanBodies() { return kBodies; }

void scan(ScanBody body, std::string_view text, ScanBytes bytes, BlockMasks* masks) {
  const size_t blocks = text.size() / kBlockBytes;
  const size_t rest = text.size() % kBlockBytes;
  if (blocks > 0) body(text.data(), blocks, bytes, masks);
  if (rest == 0) return;
  char padded[kBlockBytes] = {};
  std::memcpy(padded, text.data() + blocks * kBlockBytes, rest);
  BlockMasks& last = masks[blocks];
  body(padded, 1, bytes, &last);
  const uint64_t valid = (uint64_t{1} << rest) - 1;  // the padding may match a NUL delimiter
  last = {last.delimiter & valid, last.quote & valid, last.lineFeed & valid,
          last.carriageReturn & valid};
}

void scan(std::string_view text, ScanBytes bytes, BlockMasks* masks) {
  scan(kBodies[0].body, text, bytes, masks);
}

}  // namespace upgrade_rate
