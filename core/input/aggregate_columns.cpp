// Columns are found by their names alone, in any order and any case: whoever prints such a table
// was told how to call them.

#include "core/input/aggregate_columns.h"

#include <algorithm>
#include <string>

#include "core/cells/words.h"
#include "core/input/detect.h"

namespace upgrade_rate {

namespace {

constexpr Part kNeededOfAggregates[] = {Part::part, Part::measure, Part::value};

int32_t aggregateColumn(std::span<const ColumnProfile> columns, const ReadingRequest& request,
                        Part part) {
  const auto asked = request.mapping.find(part);
  const std::string key =
      headerKey(asked == request.mapping.end() ? partName(part) : std::string_view(asked->second));
  for (size_t c = 0; c < columns.size(); ++c) {
    if (!key.empty() && columns[c].key == key) return static_cast<int32_t>(c);
  }
  return kNoColumn;
}

bool hasNeeded(std::span<const ColumnProfile> columns, const ReadingRequest& request) {
  return std::all_of(
      std::begin(kNeededOfAggregates), std::end(kNeededOfAggregates),
      [&](Part part) { return aggregateColumn(columns, request, part) != kNoColumn; });
}

}  // namespace

bool namesAggregates(std::span<const ColumnProfile> columns, const ReadingRequest& request) {
  if (request.shape) return *request.shape == Shape::aggregates;
  if (!hasNeeded(columns, {})) return false;
  const ColumnProfile& parts = columns[aggregateColumn(columns, {}, Part::part)];
  const auto has = [&](std::string_view word) { return parts.distinct.contains(word); };
  return has("about") || has("period") || has("headline");
}

std::optional<Error> detectAggregates(std::span<const ColumnProfile> columns,
                                      const ReadingRequest& request, Reading& reading) {
  if (!reading.header || !hasNeeded(columns, request)) {
    return Error{"input.shapeUnknown", "",
                 "Looked for the columns part, start, end, name, other, currency, measure and "
                 "value. Found " +
                     describeColumns(columns) + ". Copy the result of the query with its header."};
  }
  reading.shape = Shape::aggregates;
  for (const Part part : partsOf(Shape::aggregates)) {
    reading.mapping.set(part, aggregateColumn(columns, request, part));
  }
  return std::nullopt;
}

}  // namespace upgrade_rate
