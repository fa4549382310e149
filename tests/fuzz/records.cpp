// Any bytes as delimited text: the records do not depend on how the text comes in chunks. The first
// byte says how large the chunks are.

#include <cstdint>
#include <string_view>

#include "tests/core/bytes/read_all.h"

using namespace upgrade_rate;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0) return 0;
  const size_t chunk = data[0] % 128 + size_t{1};
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  const Dialect dialect = sniffDialect(text);
  const std::vector<ReadRecord> whole = readAll(text, dialect, text.size() + 1);
  if (readAll(text, dialect, chunk) != whole) __builtin_trap();
  return 0;
}
