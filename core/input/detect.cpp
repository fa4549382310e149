#include "core/input/detect.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "core/cells/words.h"
#include "core/input/other_shapes.h"
#include "core/input/shape_fit.h"
#include "core/input/totals.h"

namespace upgrade_rate {

namespace {

using Profiles = std::span<const ColumnProfile>;

// An amount beside its own interval or beside several currencies is no monthly value as it stands.
bool isNoMonthlyValue(Profiles columns) {
  constexpr std::string_view kIntervals =
      " interval billinginterval billingperiod billingcycle billingterm billingfrequency "
      "planinterval term cycle frequency abrechnungszeitraum abrechnung laufzeit zahlweise ";
  constexpr std::string_view kCurrencies = " currency currencycode wahrung ";
  return std::any_of(columns.begin(), columns.end(), [&](const ColumnProfile& column) {
    return listsWord(kIntervals, column.key) ||
           (listsWord(kCurrencies, column.key) && column.distinct.size() > 1);
  });
}

// Totals without a header: of two columns of counts the larger one is the total.
void orderTotals(Profiles columns, const ReadingRequest& request, Mapping& mapping) {
  if (request.mapping.contains(Part::total) || request.mapping.contains(Part::upgraded)) return;
  const int32_t total = mapping.of(Part::total);
  const int32_t upgraded = mapping.of(Part::upgraded);
  if (total == kNoColumn || upgraded == kNoColumn) return;
  if (!columns[total].key.empty() || !columns[upgraded].key.empty()) return;
  const auto largest = [&](int32_t column) {
    int64_t most = 0;
    for (const std::string& value : columns[column].distinct) {
      most = std::max(most, readCount(value).value_or(0));
    }
    return most;
  };
  if (largest(upgraded) > largest(total)) {
    mapping.set(Part::total, upgraded);
    mapping.set(Part::upgraded, total);
  }
}

Error noSuchColumn(const std::string& name, Profiles columns) {
  return {"mapping.missing", name,
          "There is no column \"" + name + "\". The file has: " + describeColumns(columns) + "."};
}

Result<Mapping> askedMapping(const ReadingRequest& request, Profiles columns,
                             const std::vector<std::string>& headers) {
  Mapping mapping;
  for (const auto& [part, name] : request.mapping) {
    if (name.empty()) continue;
    const int32_t column = columnNamed(headers, name);
    if (column == kNoColumn) return noSuchColumn(name, columns);
    if (std::find(mapping.column.begin(), mapping.column.end(), column) != mapping.column.end()) {
      return Error{"mapping.twice", name,
                   "The column \"" + name + "\" cannot play two parts. Choose another for one."};
    }
    mapping.set(part, column);
  }
  if (!request.segments) return mapping;
  for (const std::string& name : *request.segments) {
    const int32_t column = columnNamed(headers, name);
    if (column == kNoColumn) return noSuchColumn(name, columns);
    mapping.segments.push_back(column);
  }
  return mapping;
}

void decideFormats(Profiles columns, const ReadingRequest& request, Reading& reading) {
  const Part datePart = reading.shape == Shape::totals ? Part::period : Part::date;
  const int32_t dates = reading.mapping.of(datePart);
  if (dates != kNoColumn) {
    const DateEvidence::Decision found = columns[dates].dates.decide();
    reading.dateFormat = request.dateFormat.value_or(found.format);
    reading.datesAssumed = found.ambiguous;
    reading.dateExample = found.example;
    reading.dateHeaderSaysUtc = columns[dates].key.ends_with("utc");
  }
  const int32_t value = reading.mapping.of(Part::value);
  if (value != kNoColumn) {
    reading.numberFormat = columns[value].numbers.decide().format;
    const std::string& key = columns[value].key;
    reading.minorUnits = key.ends_with("cents") || key.ends_with("minor");
  }
  if (request.decimal) reading.numberFormat.decimal = *request.decimal;
  reading.minorUnits = request.minorUnits.value_or(reading.minorUnits);
}

Error shapeUnknown(Profiles columns, std::optional<Shape> asked) {
  std::string looked =
      "a customer, a date and a plan in every row, or a period with its customers and how many "
      "upgraded";
  if (asked == Shape::planHistory) looked = "a customer, a date and a plan in every row";
  if (asked == Shape::totals) looked = "a period with its customers and how many upgraded";
  return {"input.shapeUnknown", "",
          "Looked for " + looked + ". Found " + describeColumns(columns) +
              ". Say which column is which, or add the missing one."};
}

}  // namespace

std::string describeColumns(Profiles columns) {
  constexpr size_t kMost = 12;
  std::string text;
  for (size_t c = 0; c < std::min(columns.size(), kMost); ++c) {
    const ColumnProfile& column = columns[c];
    constexpr std::string_view kKinds[] = {"empty", "dates", "numbers", "words"};
    const std::string kind(kKinds[static_cast<size_t>(column.kind())]);
    text += (c == 0 ? "" : ", ") + column.header + " (" + kind + ")";
  }
  if (columns.size() > kMost) {
    text += " and " + std::to_string(columns.size() - kMost) + " more columns";
  }
  return text.empty() ? "no column" : text;
}

std::optional<Error> detectReading(Reading& reading, const ReadingRequest& request,
                                   Profiles columns) {
  for (const ColumnProfile& column : columns) {
    reading.columns.push_back(column.header);
    reading.kinds.push_back(column.kind());
  }
  Result<Mapping> asked = askedMapping(request, columns, reading.columns);
  if (!asked) return asked.error();
  const Table table{columns, reading.header};
  Candidate best;
  for (const Shape shape : {Shape::planHistory, Shape::totals}) {
    if (request.shape && shape != *request.shape) continue;
    Candidate candidate = fitShape(table, shape, asked.value(), request);
    if (!candidate.complete || candidate.score <= best.score) continue;
    best = std::move(candidate);
    reading.shape = shape;
  }
  const bool isHistory = best.complete && reading.shape == Shape::planHistory;
  if (!request.shape) {
    if (auto other = otherShape(columns, isHistory ? &best.mapping : nullptr)) return *other;
  }
  if (!best.complete) return shapeUnknown(columns, request.shape);
  reading.mapping = best.mapping;
  // Those that are not asked for here keep no column from playing a part.
  reading.mapping.segments = askedSegments(request, reading);
  reading.unclear = unclearParts(table, reading.shape, reading.mapping);
  if (!request.mapping.contains(Part::value) && isNoMonthlyValue(columns)) {
    reading.mapping.set(Part::value, kNoColumn);
  }
  if (reading.shape == Shape::totals) orderTotals(columns, request, reading.mapping);
  decideFormats(columns, request, reading);
  return std::nullopt;
}

}  // namespace upgrade_rate
