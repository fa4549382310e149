// The lines of a text as the cells of one column: trimmed, and without those that say "no value".
#pragma once

#include <algorithm>
#include <string_view>

#include "core/cells/words.h"

namespace upgrade_rate {

template <class Use>
void eachCell(std::string_view text, Use&& use) {
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    const std::string_view cell = trimmed(text.substr(0, end));
    if (!isNullWord(cell)) use(cell);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

}  // namespace upgrade_rate
