// Byte by byte: a record end is rarely more than a few hundred bytes away.
#include "core/bytes/record_end.h"

namespace upgrade_rate {

size_t RecordEndFinder::find(std::string_view text) {
  for (size_t i = 0; i < text.size(); ++i) {
    const char byte = text[i];
    if (afterReturn_) return byte == '\n' ? i + 1 : i;
    const bool lineEnd = byte == '\n' || byte == '\r';
    if (lineEnd && !quotes_.inQuotes()) {
      if (byte == '\n') return i + 1;
      afterReturn_ = true;
      continue;
    }
    quotes_.step(byte);
  }
  return kNotFound;
}

}  // namespace upgrade_rate
