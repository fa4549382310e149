#include "core/input/reading.h"

namespace upgrade_rate {

std::string_view shapeName(Shape shape) {
  constexpr std::string_view kNames[kShapes] = {"totals", "planHistory", "subscriptions"};
  return kNames[static_cast<size_t>(shape)];
}

std::string_view partName(Part part) {
  constexpr std::string_view kNames[kParts] = {"customer", "date",   "plan",   "value",
                                               "quantity", "period", "total",  "upgraded",
                                               "start",    "end",    "status", "subscription"};
  return kNames[static_cast<size_t>(part)];
}

std::span<const Part> partsOf(Shape shape) {
  using enum Part;
  static constexpr Part kTotals[] = {period, total, upgraded};
  static constexpr Part kHistory[] = {customer, date, plan, value, quantity};
  static constexpr Part kSubscriptions[] = {customer, plan,  start,    end,
                                            status,   value, quantity, subscription};
  if (shape == Shape::totals) return kTotals;
  if (shape == Shape::planHistory) return kHistory;
  return kSubscriptions;
}

std::string_view columnKindName(ColumnKind kind) {
  constexpr std::string_view kNames[] = {"blank", "date", "number", "text"};
  return kNames[static_cast<size_t>(kind)];
}

}  // namespace upgrade_rate
