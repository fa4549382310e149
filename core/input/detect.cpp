#include "core/input/detect.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "core/cells/words.h"
#include "core/input/header_words.h"
#include "core/input/lookup_fit.h"
#include "core/input/other_shapes.h"
#include "core/input/shape_fit.h"
#include "core/input/snapshot_signs.h"
#include "core/input/totals.h"

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
  constexpr std::string_view kCounts = " intervalcount planintervalcount billingintervalcount ";
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

// What the value is, per month or per interval, where that was not asked for.
void decideMoney(Profiles columns, const ReadingRequest& request, Shape shape, Mapping& mapping) {
  const Part part = valuePartOf(shape);
  const auto drop = [&](Part which) {
    if (!request.mapping.contains(which)) mapping.set(which, kNoColumn);
  };
  if (mapping.of(part) != kNoColumn) {
    const bool delta = shape != Shape::movements && isDeltaWord(columns[mapping.of(part)].key);
    if (delta || isNoMonthlyValue(columns, request, mapping, part)) drop(part);
  }
  const int32_t value = mapping.of(part);
  if (value == kNoColumn) drop(Part::valueBefore);
  if (value == kNoColumn || isNamedMonthly(columns[value])) drop(Part::interval);
  if (value == kNoColumn) drop(Part::currency);
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

// Starts and ends are nearly always written alike; then the one tells how the other is meant.
void decideEnds(Profiles columns, const ReadingRequest& request, Reading& reading) {
  reading.endFormat = reading.dateFormat;
  const int32_t end = reading.mapping.of(Part::end);
  if (end == kNoColumn) return;
  const ColumnProfile& ends = columns[end];
  reading.endHeaderSaysUtc = ends.key.ends_with("utc");
  reading.endsAreCancellations = reading.mapping.of(Part::status) != kNoColumn &&
                                 (ends.key.find("cancel") != std::string::npos ||
                                  ends.key.find("kundig") != std::string::npos);
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

// How the cells of a matrix are written, over all of its columns.
void decideMatrix(Profiles columns, const PeriodHeaders& periods, Reading& reading) {
  const bool values = reading.hasNoPlans();
  const int32_t first = reading.mapping.of(values ? Part::value : Part::plan);
  reading.dateFormat = periods.found.format;
  reading.datesAssumed = periods.found.ambiguous;
  reading.dateExample = periods.found.example;
  NumberEvidence numbers;
  const std::vector<int32_t>& segments = reading.mapping.segments;
  for (const PeriodColumn& period : periods.columns) {
    const bool other = period.column == reading.mapping.of(Part::customer) ||
                       std::find(segments.begin(), segments.end(), period.column) != segments.end();
    if (period.column < first || other) continue;
    reading.periods.push_back(period);
    numbers.add(columns[period.column].numbers);
  }
  if (values) reading.numberFormat = numbers.decide().format;
}

// By the name; or by those of an export that is known to write cents.
bool areMinorUnits(Profiles columns, std::string_view key) {
  constexpr std::pair<std::string_view, std::string_view> kKnown[] = {
      {"mrrmovement", "customerexternalid"},  // ChartMogul
      {"mrrchange", "eventtimestamp"},        // Stripe
  };
  if (key.ends_with("cents") || key.ends_with("minor")) return true;
  return std::any_of(std::begin(kKnown), std::end(kKnown), [&](const auto& known) {
    return known.first == key &&
           std::any_of(columns.begin(), columns.end(),
                       [&](const ColumnProfile& column) { return column.key == known.second; });
  });
}

void decideFormats(Profiles columns, const ReadingRequest& request, Reading& reading) {
  const int32_t dates =
      reading.shape == Shape::matrix ? kNoColumn : reading.mapping.of(datePartOf(reading.shape));
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
      reading.numberFormat = columns[value].numbers.decide().format;
    }
    reading.minorUnits = areMinorUnits(columns, columns[value].key);
    reading.valuesAreDeltas = reading.shape == Shape::movements && isDeltaWord(columns[value].key);
  }
  if (request.decimal) reading.numberFormat.decimal = *request.decimal;
  reading.minorUnits = request.minorUnits.value_or(reading.minorUnits);
}

std::string_view lookedFor(std::optional<Shape> asked) {
  if (!asked) {
    return "a customer, a date and a plan in every row (or a customer, a plan, a start and an end; "
           "or a customer with one column for each period), or a period with its customers and how "
           "many upgraded";
  }
  switch (*asked) {
    case Shape::totals:
      return "a period with its customers and how many upgraded";
    case Shape::planHistory:
      return "a customer, a date and a plan or a monthly value in every row";
    case Shape::subscriptions:
      return "a customer, a start and a plan or a value in every row";
    case Shape::changes:
      return "a customer, a date and a plan before and after in every row";
    case Shape::movements:
      return "a customer, a date and a kind of movement in every row";
    case Shape::snapshots:
      return "a customer, a period and a plan or a value in every row";
    case Shape::matrix:
      return "a customer in every row, and columns that are called by their periods";
    case Shape::flags:
      return "a customer and whether they upgraded, yes or no, in every row";
    case Shape::planTable:
    case Shape::customerTable:
      return "a column whose values do not repeat, as the key";
  }
  return {};
}

Error shapeUnknown(Profiles columns, std::optional<Shape> asked) {
  const std::string looked(lookedFor(asked));
  return {"input.shapeUnknown", "",
          "Looked for " + looked + ". Found " + describeColumns(columns) +
              ". Say which column is which, or add the missing one."};
}

// A table to be joined to the files that come with it.
bool detectTable(const Table& table, const Mapping& asked, const ReadingRequest& request,
                 Reading& reading) {
  const bool mayBe = request.shape ? isLookup(*request.shape) : request.amongOthers;
  if (!mayBe) return false;
  const std::optional<LookupFit> fit = fitLookup(table, asked, request);
  if (!fit) return false;
  reading.shape = fit->shape;
  reading.mapping = fit->mapping;
  reading.mapping.segments = askedSegments(request, reading);
  decideFormats(table.columns, request, reading);
  return true;
}

// A kind of movement, or the plan before beside the one after, tells what a row is. So do an end or
// a start with a status, unless a column is called the kind of a movement and nothing else.
std::optional<Shape> toldShape(const Table& table, const Candidate& movements,
                               const Candidate& changes, const Candidate& subscriptions) {
  const int32_t type = movements.mapping.of(Part::type);
  const bool sure = movements.complete && headerScore(table.columns[type].key, Part::type) == 1;
  if (sure || (movements.complete && !subscriptions.complete)) return Shape::movements;
  if (changes.complete) return Shape::changes;
  return std::nullopt;
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

namespace {

using Rows = std::span<const std::vector<std::string>>;

// Whether rows with a customer and a date are snapshots, and the candidate is for that date.
bool saysSnapshots(const Table& table, const Mapping& asked, const ReadingRequest& request,
                   const Mapping& found, Rows rows) {
  if (request.shape == Shape::snapshots || request.mapping.contains(Part::period)) return true;
  if (!table.named) return false;
  const Candidate history = fitShape(table, Shape::planHistory, asked, request);
  const int32_t date = history.mapping.of(Part::date);
  if (date == kNoColumn || date != found.of(Part::period)) return false;
  const ColumnProfile& column = table.columns[date];
  return isNamedForPeriods(column) ||
         repeatsStates(rows, found, date,
                       request.dateFormat.value_or(column.dates.decide().format));
}

struct ShapeFound {
  Shape shape;
  Candidate candidate;
};

// The shape that fits best; not complete where none does. What subscriptions and snapshots need
// would do for a plan history too, without their ends or with nobody missing; and rows that hold
// plans say more than whether somebody upgraded.
ShapeFound bestShape(const Table& table, const Mapping& asked, const ReadingRequest& request,
                     Rows rows) {
  const auto fit = [&](Shape each) {
    const bool open = !request.shape || request.shape == each;
    return open ? fitShape(table, each, asked, request) : Candidate{};
  };
  Candidate movements = fit(Shape::movements), changes = fit(Shape::changes);
  if (const auto told = toldShape(table, movements, changes, fit(Shape::subscriptions))) {
    return {*told, std::move(*told == Shape::movements ? movements : changes)};
  }
  ShapeFound best{request.shape.value_or(Shape::planHistory), {}};
  for (const Shape shape : {Shape::matrix, Shape::subscriptions, Shape::snapshots,
                            Shape::planHistory, Shape::totals, Shape::flags}) {
    if (request.shape && shape != *request.shape) continue;
    const bool found = best.candidate.complete;
    if (found && (best.shape == Shape::matrix || shape == Shape::flags)) break;
    if (found && best.shape == Shape::subscriptions && shape == Shape::snapshots) continue;
    if (found && shape == Shape::planHistory) continue;
    Candidate candidate = fitShape(table, shape, asked, request);
    if (shape == Shape::snapshots && candidate.complete) {
      candidate.complete = saysSnapshots(table, asked, request, candidate.mapping, rows);
    }
    if (!candidate.complete || candidate.score <= best.candidate.score) continue;
    best = {shape, std::move(candidate)};
  }
  return best;
}

// What is left out of a mapping once money and periods are decided for may be what it needed.
bool lacksStates(const Reading& reading) {
  if (areCounts(reading.shape) || isOfChanges(reading.shape)) return false;
  const Mapping& mapping = reading.mapping;
  const bool neither = mapping.of(Part::plan) == kNoColumn && mapping.of(Part::value) == kNoColumn;
  return neither || (reading.shape == Shape::matrix && reading.periods.empty());
}

}  // namespace

std::optional<Error> detectReading(Reading& reading, const ReadingRequest& request,
                                   Profiles columns, Rows rows) {
  for (const ColumnProfile& column : columns) {
    reading.columns.push_back(column.header);
    reading.kinds.push_back(column.kind());
  }
  Result<Mapping> asked = askedMapping(request, columns, reading.columns);
  if (!asked) return asked.error();
  const PeriodHeaders periods =
      reading.header ? periodHeaders(reading.columns, request.dateFormat) : PeriodHeaders();
  const Table table{columns, reading.header, periods.columns};
  ShapeFound best = bestShape(table, asked.value(), request, rows);
  const bool found = best.candidate.complete;
  if (!found && detectTable(table, asked.value(), request, reading)) return std::nullopt;
  const bool saysAll =
      best.shape == Shape::subscriptions || best.shape == Shape::flags || isOfChanges(best.shape);
  if (!request.shape && !(found && saysAll)) {
    if (auto other = otherShape(columns)) return *other;
  }
  if (!found) return shapeUnknown(columns, request.shape);
  reading.shape = best.shape;
  reading.mapping = best.candidate.mapping;
  // Those that are not asked for here keep no column from playing a part.
  reading.mapping.segments = askedSegments(request, reading);
  reading.unclear = unclearParts(table, reading.shape, reading.mapping);
  if (reading.shape == Shape::matrix) {
    decideMatrix(columns, periods, reading);
  } else {
    decideMoney(columns, request, reading.shape, reading.mapping);
  }
  if (lacksStates(reading)) return shapeUnknown(columns, request.shape);
  if (reading.shape == Shape::totals) orderTotals(columns, request, reading.mapping);
  decideFormats(columns, request, reading);
  return std::nullopt;
}

}  // namespace upgrade_rate
