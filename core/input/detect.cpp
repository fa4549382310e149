#include "core/input/detect.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "core/cells/words.h"
#include "core/input/aggregate_columns.h"
#include "core/input/column_formats.h"
#include "core/input/known_systems.h"
#include "core/input/lookup_fit.h"
#include "core/input/other_shapes.h"
#include "core/input/shape_choice.h"
#include "core/input/totals.h"

namespace upgrade_rate {

namespace {

using Profiles = std::span<const ColumnProfile>;
using Rows = std::span<const std::vector<std::string>>;

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
    if (mapping.uses(column)) {
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
    case Shape::aggregates:
      return "the columns part, start, end, name, other, currency, measure and value";
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

Error paymentsOf(const KnownSystem& system) {
  const std::string name(system.name);
  return {"input.payments", name,
          "These are " + name + ". " + std::string(system.instead) +
              " Or say what a row is, if it is something else."};
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

// What is left out of a mapping once money and periods are decided for may be what it needed.
bool lacksStates(const Reading& reading) {
  if (hasPeriodColumns(reading.shape, reading.mapping) && reading.periods.empty()) return true;
  if (areCounts(reading.shape) || isOfChanges(reading.shape)) return false;
  const Mapping& mapping = reading.mapping;
  const bool neither = mapping.of(Part::plan) == kNoColumn && mapping.of(Part::value) == kNoColumn;
  return neither;
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

std::optional<Error> detectReading(Reading& reading, const ReadingRequest& given, Profiles columns,
                                   Rows rows) {
  for (const ColumnProfile& column : columns) {
    reading.columns.push_back(column.header);
    reading.kinds.push_back(column.kind());
  }
  if (namesAggregates(columns, given)) return detectAggregates(columns, given, reading);
  const KnownSystem* const system = reading.header ? knownSystem(columns) : nullptr;
  if (system != nullptr && !system->instead.empty() && !given.shape) return paymentsOf(*system);
  const bool known = system != nullptr && system->instead.empty();
  const ReadingRequest request = known ? withSystem(*system, given, columns) : given;
  if (known && request.shape == system->shape) reading.system = system->name;
  Result<Mapping> asked = askedMapping(request, columns, reading.columns);
  if (!asked) return asked.error();
  const PeriodHeaders periods =
      reading.header ? periodHeaders(reading.columns, request.dateFormat) : PeriodHeaders();
  const Table table{columns, reading.header, periods.columns};
  ShapeFound best = bestShape(table, asked.value(), request, rows);
  const bool found = best.candidate.complete;
  if (!found && detectTable(table, asked.value(), request, reading)) return std::nullopt;
  const bool saysAll = best.shape == Shape::subscriptions || best.shape == Shape::flags ||
                       isOfChanges(best.shape) ||
                       best.candidate.mapping.of(Part::measure) != kNoColumn;
  if (!request.shape && !(found && saysAll)) {
    if (auto other = otherShape(columns)) return *other;
  }
  if (!found) return shapeUnknown(columns, request.shape);
  reading.shape = best.shape;
  reading.mapping = best.candidate.mapping;
  if (!request.shape) {
    reading.guess = ShapeGuess{best.shape, best.candidate.score};
    reading.runnerUp = runnerUp(table, best.shape);
  }
  // Those that are not asked for here keep no column from playing a part.
  reading.mapping.segments = askedSegments(request, reading);
  reading.unclear = unclearParts(table, reading.shape, reading.mapping);
  if (hasPeriodColumns(reading.shape, reading.mapping)) {
    decidePeriods(columns, periods, reading);
  } else {
    // What is known of a system does not make a price without its interval a monthly one.
    decideMoney(columns, given, reading.shape, reading.mapping);
  }
  if (lacksStates(reading)) return shapeUnknown(columns, request.shape);
  if (reading.shape == Shape::totals) orderTotals(columns, request, reading.mapping);
  decideFormats(columns, request, reading);
  return std::nullopt;
}

}  // namespace upgrade_rate
