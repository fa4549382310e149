#include "core/input/reading.h"

#include <algorithm>

#include "core/cells/words.h"

namespace upgrade_rate {

std::string_view shapeName(Shape shape) {
  constexpr std::string_view kNames[kShapes] = {
      "totals", "planHistory", "subscriptions", "changes",       "movements", "snapshots",
      "matrix", "flags",       "planTable",     "customerTable", "aggregates"};
  return kNames[static_cast<size_t>(shape)];
}

std::string_view partName(Part part) {
  constexpr std::string_view kNames[kParts] = {
      "customer", "date",     "plan",     "value",       "quantity",   "period", "total",
      "upgraded", "interval", "currency", "start",       "end",        "status", "subscription",
      "fromPlan", "toPlan",   "type",     "valueBefore", "valueAfter", "flag",   "key",
      "tier",     "measure",  "stage",    "part",        "name",       "other"};
  return kNames[static_cast<size_t>(part)];
}

std::span<const Part> partsOf(Shape shape) {
  using enum Part;
  static constexpr Part kTotals[] = {period, total, upgraded, measure};
  static constexpr Part kHistory[] = {customer, date, plan, value, quantity, interval, currency};
  static constexpr Part kSubscriptions[] = {customer, plan,     start,    end,      status,
                                            value,    quantity, interval, currency, subscription};
  static constexpr Part kSnapshots[] = {customer, period,   plan,    value,
                                        quantity, interval, currency};
  static constexpr Part kMatrix[] = {customer, plan, value, currency};
  static constexpr Part kFlags[] = {customer, flag, date};
  static constexpr Part kPlanTable[] = {key, plan, tier, value, interval, currency};
  static constexpr Part kCustomerTable[] = {key};
  static constexpr Part kChanges[] = {customer,   date,     fromPlan, toPlan,  valueBefore,
                                      valueAfter, quantity, interval, currency};
  static constexpr Part kMovements[] = {customer, date, type,  stage,
                                        fromPlan, plan, value, currency};
  static constexpr Part kAggregates[] = {part,  start,    end,     name,
                                         other, currency, measure, Part::value};
  switch (shape) {
    case Shape::totals:
      return kTotals;
    case Shape::planHistory:
      return kHistory;
    case Shape::subscriptions:
      return kSubscriptions;
    case Shape::changes:
      return kChanges;
    case Shape::movements:
      return kMovements;
    case Shape::snapshots:
      return kSnapshots;
    case Shape::matrix:
      return kMatrix;
    case Shape::flags:
      return kFlags;
    case Shape::planTable:
      return kPlanTable;
    case Shape::customerTable:
      return kCustomerTable;
    case Shape::aggregates:
      return kAggregates;
  }
  return {};
}

std::string_view columnKindName(ColumnKind kind) {
  constexpr std::string_view kNames[] = {"blank", "date", "number", "text"};
  return kNames[static_cast<size_t>(kind)];
}

int32_t columnNamed(const std::vector<std::string>& columns, const std::string& name) {
  const auto first = [&](auto&& test) {
    for (size_t c = 0; c < columns.size(); ++c) {
      if (test(c)) return static_cast<int32_t>(c);
    }
    return kNoColumn;
  };
  const auto number = [](size_t c) { return "#" + std::to_string(c + 1); };
  int32_t column = first([&](size_t c) { return columns[c] == name; });
  if (column != kNoColumn) return column;
  column = first([&](size_t c) { return number(c) == name; });
  if (column != kNoColumn) return column;
  const std::string key = headerKey(name);
  return first([&](size_t c) {
    return !key.empty() && columns[c] != number(c) && headerKey(columns[c]) == key;
  });
}

std::string columnLabel(const Reading& reading, int32_t column) {
  const std::string& name = reading.columns[column];
  const auto same = std::count(reading.columns.begin(), reading.columns.end(), name);
  return same == 1 ? name : "#" + std::to_string(column + 1);
}

std::vector<int32_t> askedSegments(const ReadingRequest& request, const Reading& reading) {
  std::vector<std::string> names = request.segments.value_or(std::vector<std::string>{});
  names.insert(names.end(), request.alsoSegments.begin(), request.alsoSegments.end());
  std::vector<int32_t> columns;
  for (const std::string& name : names) {
    const int32_t column = columnNamed(reading.columns, name);
    const bool known = std::find(columns.begin(), columns.end(), column) != columns.end();
    if (column != kNoColumn && !known) columns.push_back(column);
  }
  return columns;
}

}  // namespace upgrade_rate
