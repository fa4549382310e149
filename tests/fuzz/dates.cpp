// Any lines as a column of dates: the column read by any format ends with the verdict that the
// evidence alone gives, and what it reads is what that format reads cell by cell.

#include <cstdint>
#include <string_view>

#include "core/cells/date.h"
#include "tests/fuzz/each_cell.h"

using namespace upgrade_rate;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  DateEvidence evidence;
  eachCell(text, [&](std::string_view cell) { evidence.add(cell); });
  for (size_t i = 1; i < kDateFormats; ++i) {
    const DateFormat format = static_cast<DateFormat>(i);
    DateColumn column(format);
    eachCell(text, [&](std::string_view cell) {
      if (column.read(cell) != readDate(cell, format)) __builtin_trap();
    });
    if (column.verdict() != evidence.decide()) __builtin_trap();
  }
  return 0;
}
