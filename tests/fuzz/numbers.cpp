// Any lines as a column of numbers: the column read by either decimal sign ends with the verdict
// that the evidence alone gives, and what it reads is what that sign reads cell by cell.

#include <cstdint>
#include <string_view>

#include "core/cells/number.h"
#include "tests/fuzz/each_cell.h"

using namespace upgrade_rate;

namespace {

bool same(const NumberEvidence::Decision& a, const NumberEvidence::Decision& b) {
  return a.format.decimal == b.format.decimal && a.fitting == b.fitting && a.values == b.values &&
         a.ambiguous == b.ambiguous;
}

bool same(const std::optional<CellNumber>& a, const std::optional<CellNumber>& b) {
  if (!a || !b) return !a && !b;
  return a->millionths == b->millionths && a->currency == b->currency && a->percent == b->percent;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  NumberEvidence evidence;
  eachCell(text, [&](std::string_view cell) { evidence.add(cell); });
  for (const char decimal : {'.', ','}) {
    NumberColumn column({decimal});
    eachCell(text, [&](std::string_view cell) {
      if (!same(column.read(cell), readNumber(cell, {decimal}))) __builtin_trap();
    });
    if (!same(column.verdict(), evidence.decide())) __builtin_trap();
  }
  return 0;
}
