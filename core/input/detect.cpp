#include "core/input/detect.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string_view>

#include "core/cells/words.h"
#include "core/input/header_words.h"

namespace upgrade_rate {

namespace {

using Profiles = std::span<const ColumnProfile>;

struct ShapePart {
  Part part;
  bool needed;
};

// In the order in which parts choose their column: the most telling values first.
constexpr ShapePart kPlanHistoryParts[] = {{Part::date, true},
                                           {Part::plan, true},
                                           {Part::customer, true},
                                           {Part::value, false},
                                           {Part::quantity, false}};
constexpr ShapePart kTotalsParts[] = {
    {Part::upgraded, true}, {Part::total, true}, {Part::period, false}};

std::span<const ShapePart> partsOf(Shape shape) {
  if (shape == Shape::totals) return kTotalsParts;
  return kPlanHistoryParts;
}

// How well the values fit the part, 0 to 1; 0 rules the column out.
double valueScore(const ColumnProfile& column, Part part) {
  const double values = static_cast<double>(std::max<uint64_t>(column.values, 1));
  const double distinct = static_cast<double>(column.distinct.size());
  switch (part) {
    case Part::date:
    case Part::period:
      return column.dateShare() > 0.5 ? column.dateShare() : 0;
    case Part::value:
    case Part::quantity:
      return column.values == 0 ? 0.5 : column.numberShare() > 0.5 ? column.numberShare() : 0;
    case Part::total:
    case Part::upgraded:
      return column.numberShare() > 0.5 ? column.numberShare() : 0;
    case Part::plan:
      // Few different words, each used often.
      return column.values == 0 ? 0 : column.wordShare() * (1 - 0.9 * distinct / values);
    case Part::customer:
      // Many different values; not one of which every row has.
      if (column.values == 0) return 0;
      if (column.dateShare() > 0.5 && column.numberShare() < 0.5 && column.wordShare() == 0)
        return 0;
      return 0.3 + 0.7 * distinct / values;
  }
  return 0;
}

// Header and values together. A usual header needs little help from values; without a header word
// values alone carry at most half the weight, and numbers are never guessed to be money or seats.
double columnScore(const ColumnProfile& column, Part part) {
  const double header = headerScore(column.key, part);
  const double values = valueScore(column, part);
  if (header > 0) return header * (0.6 + 0.4 * values);
  const bool needsHeader = part == Part::quantity || (part == Part::value && !column.key.empty());
  return needsHeader ? 0 : 0.4 * values;
}

struct Candidate {
  Mapping mapping;
  double score = 0;  // mean over the needed parts; 0 when one is missing
  bool complete = false;
};

bool isTaken(const Mapping& mapping, int32_t column) {
  return std::find(mapping.column.begin(), mapping.column.end(), column) != mapping.column.end() ||
         std::find(mapping.segments.begin(), mapping.segments.end(), column) !=
             mapping.segments.end();
}

int32_t bestColumn(Profiles columns, const Mapping& mapping, Part part, double& score) {
  int32_t best = kNoColumn;
  for (size_t c = 0; c < columns.size(); ++c) {
    if (isTaken(mapping, static_cast<int32_t>(c))) continue;
    const double fit = columnScore(columns[c], part);
    if (fit > score + 1e-9) {
      score = fit;
      best = static_cast<int32_t>(c);
    }
  }
  return best;
}

Candidate fitShape(Profiles columns, Shape shape, const Mapping& asked,
                   const ReadingRequest& request) {
  Candidate candidate{asked};
  size_t needed = 0;
  candidate.complete = true;
  for (const ShapePart& each : partsOf(shape)) {
    double score = 0.15;  // what a guess must at least reach
    if (request.mapping.contains(each.part)) {
      score = asked.of(each.part) == kNoColumn ? 0 : 1;
    } else {
      const int32_t column = bestColumn(columns, candidate.mapping, each.part, score);
      candidate.mapping.set(each.part, column);
      if (column == kNoColumn) score = 0;
    }
    if (!each.needed) continue;
    ++needed;
    candidate.score += score;
    candidate.complete &= score > 0;
  }
  candidate.score /= static_cast<double>(needed);
  return candidate;
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
      const auto number = readNumber(value, columns[column].numbers.decide().format);
      if (number) most = std::max(most, number->millionths);
    }
    return most;
  };
  if (largest(upgraded) > largest(total)) {
    mapping.set(Part::total, upgraded);
    mapping.set(Part::upgraded, total);
  }
}

int32_t findColumn(Profiles columns, const std::string& name) {
  for (size_t c = 0; c < columns.size(); ++c) {
    if (columns[c].header == name || "#" + std::to_string(c + 1) == name) {
      return static_cast<int32_t>(c);
    }
  }
  const std::string key = headerKey(name);
  for (size_t c = 0; c < columns.size(); ++c) {
    if (!key.empty() && columns[c].key == key) return static_cast<int32_t>(c);
  }
  return kNoColumn;
}

Error noSuchColumn(const std::string& name, Profiles columns) {
  return {"mapping.missing", name,
          "There is no column \"" + name + "\". The file has: " + describeColumns(columns) + "."};
}

Result<Mapping> askedMapping(const ReadingRequest& request, Profiles columns) {
  Mapping mapping;
  for (const auto& [part, name] : request.mapping) {
    if (name.empty()) continue;
    const int32_t column = findColumn(columns, name);
    if (column == kNoColumn) return noSuchColumn(name, columns);
    mapping.set(part, column);
  }
  if (!request.segments) return mapping;
  for (const std::string& name : *request.segments) {
    const int32_t column = findColumn(columns, name);
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

// Shapes that this reader would misread as a plan history: their ends and former plans would be
// passed over, and a wrong rate shown with confidence.
std::optional<Error> otherShape(Profiles columns) {
  constexpr std::string_view kEnds =
      " end ends enddate endat endedat endedatutc ended canceledat cancelledat canceledatutc "
      "cancelledatutc canceldate cancellationdate validto validuntil effectiveto expiresat "
      "expirydate expirationdate churndate terminationdate ende enddatum kundigung ";
  constexpr std::string_view kFormerPlans =
      " fromplan oldplan previousplan previousplanexternalid prevproductname planfrom planbefore "
      "formerplan movementtype ";
  for (const ColumnProfile& column : columns) {
    if (column.key.empty()) continue;
    const std::string word = " " + column.key + " ";
    const bool ends = kEnds.find(word) != std::string_view::npos;
    if (!ends && kFormerPlans.find(word) == std::string_view::npos) continue;
    return Error{"input.shapeUnsupported", column.header,
                 std::string("The column \"") + column.header + "\" says that each row is " +
                     (ends ? "a subscription with an end" : "a change from one plan to another") +
                     ". That shape is not read yet. Bring one row per plan change (customer, date, "
                     "plan; an empty plan for a cancellation), or say that the shape is "
                     "\"planHistory\" if the column does not matter."};
  }
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

std::optional<Error> detectReading(Reading& reading, const ReadingRequest& request,
                                   Profiles columns) {
  for (const ColumnProfile& column : columns) {
    reading.columns.push_back(column.header);
    reading.kinds.push_back(column.kind());
  }
  Result<Mapping> asked = askedMapping(request, columns);
  if (!asked) return asked.error();
  if (!request.shape) {
    if (std::optional<Error> other = otherShape(columns)) return *other;
  }
  Candidate best;
  for (const Shape shape : {Shape::planHistory, Shape::totals}) {
    if (request.shape && shape != *request.shape) continue;
    Candidate candidate = fitShape(columns, shape, asked.value(), request);
    if (!candidate.complete || candidate.score <= best.score) continue;
    best = candidate;
    reading.shape = shape;
  }
  if (!best.complete) return shapeUnknown(columns, request.shape);
  reading.mapping = best.mapping;
  if (reading.shape == Shape::totals) orderTotals(columns, request, reading.mapping);
  decideFormats(columns, request, reading);
  return std::nullopt;
}

}  // namespace upgrade_rate
