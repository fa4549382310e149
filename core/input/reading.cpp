#include "core/input/reading.h"

namespace upgrade_rate {

std::string_view shapeName(Shape shape) {
  constexpr std::string_view kNames[kShapes] = {"totals", "planHistory"};
  return kNames[static_cast<size_t>(shape)];
}

std::string_view partName(Part part) {
  constexpr std::string_view kNames[kParts] = {"customer", "date",    "plan",  "value",
                                               "quantity", "period",  "total", "upgraded",
                                               "interval", "currency"};
  return kNames[static_cast<size_t>(part)];
}

std::string_view columnKindName(ColumnKind kind) {
  constexpr std::string_view kNames[] = {"blank", "date", "number", "text"};
  return kNames[static_cast<size_t>(kind)];
}

}  // namespace upgrade_rate
