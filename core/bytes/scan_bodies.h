// The bodies behind core/bytes/scan.h, one file each, and which of them this build has.
#pragma once

#include "core/bytes/scan.h"

namespace upgrade_rate {

void scanPortable(const char* text, size_t blocks, ScanBytes bytes, BlockMasks* masks);

#if defined(__wasm_simd128__)
#define UPGRADE_RATE_SCAN_WASM 1
void scanWasm(const char* text, size_t blocks, ScanBytes bytes, BlockMasks* masks);
#elif defined(__SSE2__)
#define UPGRADE_RATE_SCAN_SSE2 1
void scanSse2(const char* text, size_t blocks, ScanBytes bytes, BlockMasks* masks);
#endif

}  // namespace upgrade_rate
