#include "core/input/column_formats.h"

#include <algorithm>
#include <string_view>

#include "core/cells/words.h"
#include "core/input/header_words.h"

namespace upgrade_rate {

namespace {

using Profiles = std::span<const ColumnProfile>;

// A value whose name says that it is monthly has no use for an interval beside it.
bool isNamedMonthly(const ColumnProfile& column) {
  return column.key.find("month") != std::string::npos ||
         column.key.find("monat") != std::string::npos ||
         column.key.find("mrr") != std::string::npos;
}

// Intervals of so many months or years, told by a column of numbers beside that of the units.
bool countsIntervals(const ColumnProfile& column) {
  constexpr std::string_view kCounts =
      " intervalcount planintervalcount billingintervalcount billingcyclefrequency termmonths "
      "terminmonths contracttermmonths contractmonths laufzeitmonate laufzeitinmonaten ";
  const bool named = listsWord(kCounts, column.key) || headerScore(column.key, Part::interval) > 0;
  const bool ones = column.distinct.size() == 1 && *column.distinct.begin() == "1";
  return named && column.numberShare() > 0.5 && !ones;
}

// An amount beside intervals or several currencies that cannot be read is not known per month.
bool isNoMonthlyValue(Profiles columns, const ReadingRequest& request, const Mapping& mapping,
                      Part value) {
  const auto missing = [&](Part part) {
    return mapping.of(part) == kNoColumn && !request.mapping.contains(part);
  };
  const bool monthly = isNamedMonthly(columns[mapping.of(value)]);
  const bool needsInterval = !monthly && missing(Part::interval);
  const bool needsCount = !monthly && !request.mapping.contains(Part::interval);
  return std::any_of(columns.begin(), columns.end(), [&](const ColumnProfile& column) {
    return (needsInterval && headerScore(column.key, Part::interval) > 0) ||
           (needsCount && countsIntervals(column)) ||
           (missing(Part::currency) && headerScore(column.key, Part::currency) > 0 &&
            column.distinct.size() > 1);
  });
}

// Starts and ends are nearly always written alike; then the one tells how the other is meant.
void decideEnds(Profiles columns, const ReadingRequest& request, Reading& reading) {
  reading.endFormat = reading.dateFormat;
  const int32_t end = reading.mapping.of(Part::end);
  if (end == kNoColumn) return;
  const ColumnProfile& ends = columns[end];
  reading.endHeaderSaysUtc = ends.key.ends_with("utc");
  reading.endsAreCancellations =
      reading.mapping.of(Part::status) != kNoColumn && namesCancellations(ends.key);
  DateEvidence both = columns[reading.mapping.of(Part::start)].dates;
  both.add(ends.dates);
  const DateEvidence::Decision found = both.decide();
  const DateEvidence::Decision own = ends.dates.decide();
  const bool alike = found.fitting == found.values || own.format == DateFormat::none;
  if (!alike) {
    reading.endFormat = own.format;
  } else if (!request.dateFormat) {
    reading.dateFormat = reading.endFormat = found.format;
    reading.datesAssumed = found.ambiguous;
    reading.dateExample = found.example;
  }
}

}  // namespace

void decideMoney(Profiles columns, const ReadingRequest& request, Shape shape, Mapping& mapping) {
  const Part part = valuePartOf(shape);
  const auto drop = [&](Part which) {
    if (!request.mapping.contains(which)) mapping.set(which, kNoColumn);
  };
  if (mapping.of(part) != kNoColumn) {
    const bool delta = shape != Shape::movements && isDeltaWord(columns[mapping.of(part)].key);
    // What a deal is worth is neither paid per month nor by how much that changes.
    const bool deal = mapping.of(Part::stage) != kNoColumn;
    if (delta || deal || isNoMonthlyValue(columns, request, mapping, part)) drop(part);
  }
  const int32_t value = mapping.of(part);
  if (value == kNoColumn) drop(Part::valueBefore);
  if (value == kNoColumn || isNamedMonthly(columns[value])) drop(Part::interval);
  if (value == kNoColumn) drop(Part::currency);
}

void decidePeriods(Profiles columns, const PeriodHeaders& periods, Reading& reading) {
  const int32_t first = reading.mapping.of(reading.periodsPart());
  reading.dateFormat = periods.found.format;
  reading.datesAssumed = periods.found.ambiguous;
  reading.dateExample = periods.found.example;
  NumberEvidence numbers;
  const std::vector<int32_t>& segments = reading.mapping.segments;
  for (const PeriodColumn& period : periods.columns) {
    const bool other = period.column == reading.mapping.of(Part::customer) ||
                       period.column == reading.mapping.of(Part::measure) ||
                       std::find(segments.begin(), segments.end(), period.column) != segments.end();
    if (period.column < first || other) continue;
    reading.periods.push_back(period);
    numbers.add(columns[period.column].numbers);
  }
  if (reading.hasNoPlans()) reading.numberFormat = reading.formatOf(numbers.decide());
}

void decideFormats(Profiles columns, const ReadingRequest& request, Reading& reading) {
  const int32_t dates =
      reading.periods.empty() ? reading.mapping.of(datePartOf(reading.shape)) : kNoColumn;
  if (dates != kNoColumn) {
    const DateEvidence::Decision found = columns[dates].dates.decide();
    reading.dateFormat = request.dateFormat.value_or(found.format);
    reading.datesAssumed = found.ambiguous;
    reading.dateExample = found.example;
    reading.dateHeaderSaysUtc = columns[dates].key.ends_with("utc");
  }
  if (reading.shape == Shape::subscriptions) decideEnds(columns, request, reading);
  const int32_t value = reading.mapping.of(valuePartOf(reading.shape));
  if (value != kNoColumn) {
    if (reading.shape != Shape::matrix) {
      reading.numberFormat = reading.formatOf(columns[value].numbers.decide());
    }
    const std::string& key = columns[value].key;
    // Stripe's API gives amounts in cents, its exports do not.
    const bool api = reading.json && (key == "planamount" || key.ends_with("unitamount"));
    reading.minorUnits = api || key.ends_with("cents") || key.ends_with("minor");
    reading.valuesAreDeltas = reading.shape == Shape::movements && isDeltaWord(key);
  }
  if (request.decimal) reading.numberFormat.decimal = *request.decimal;
  reading.countDecimals = request.countDecimals;
  reading.minorUnits = request.minorUnits.value_or(reading.minorUnits);
}

}  // namespace upgrade_rate
