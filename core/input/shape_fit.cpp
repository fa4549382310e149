#include "core/input/shape_fit.h"

#include <algorithm>

#include "core/cells/words.h"
#include "core/input/column_score.h"
#include "core/input/header_words.h"
#include "core/input/settled_dates.h"

namespace upgrade_rate {

namespace {

struct ShapePart {
  Part part;
  bool needed;
};

// In the order in which parts choose their column: the most telling values first.
constexpr ShapePart kPlanHistoryParts[] = {
    {Part::date, true},      {Part::plan, true},      {Part::customer, true}, {Part::value, false},
    {Part::quantity, false}, {Part::interval, false}, {Part::currency, false}};
constexpr ShapePart kSubscriptionsParts[] = {{Part::start, true},     {Part::end, false},
                                             {Part::status, false},   {Part::plan, true},
                                             {Part::customer, true},  {Part::subscription, false},
                                             {Part::value, false},    {Part::quantity, false},
                                             {Part::interval, false}, {Part::currency, false}};
// "from" and "to" are called like days, so plans choose before them.
constexpr ShapePart kChangesParts[] = {
    {Part::fromPlan, true},  {Part::toPlan, true},       {Part::date, true},
    {Part::customer, true},  {Part::valueBefore, false}, {Part::valueAfter, false},
    {Part::quantity, false}, {Part::interval, false},    {Part::currency, false}};
constexpr ShapePart kMovementsParts[] = {
    {Part::stage, false}, {Part::type, true},     {Part::fromPlan, false}, {Part::date, true},
    {Part::plan, false},  {Part::customer, true}, {Part::value, false},    {Part::currency, false}};
constexpr ShapePart kSnapshotsParts[] = {
    {Part::period, true},    {Part::plan, true},      {Part::customer, true}, {Part::value, false},
    {Part::quantity, false}, {Part::interval, false}, {Part::currency, false}};
constexpr ShapePart kMatrixParts[] = {{Part::customer, true}, {Part::currency, false}};
constexpr ShapePart kFlagsParts[] = {
    {Part::flag, true}, {Part::customer, true}, {Part::date, false}};
constexpr ShapePart kTotalsParts[] = {
    {Part::upgraded, true}, {Part::total, true}, {Part::period, false}};

// Without a header a year may stand beside the counts, so it chooses first; and there is no column
// to spare, since any two numbers would pass for counts.
constexpr ShapePart kBareTotalsParts[] = {
    {Part::period, false}, {Part::upgraded, true}, {Part::total, true}};

// With a column per period, rows are called what they count.
constexpr ShapePart kWideTotalsParts[] = {{Part::measure, true}};

bool areWideTotals(const Table& table, const ReadingRequest& request) {
  if (const auto asked = request.mapping.find(Part::measure); asked != request.mapping.end()) {
    return !asked->second.empty();
  }
  return !table.periods.empty() &&
         std::any_of(table.columns.begin(), table.columns.end(), looksLikeMeasures);
}

std::span<const ShapePart> choiceOrder(const Table& table, Shape shape,
                                       const ReadingRequest& request) {
  switch (shape) {
    case Shape::planHistory:
      return kPlanHistoryParts;
    case Shape::subscriptions:
      return kSubscriptionsParts;
    case Shape::changes:
      return kChangesParts;
    case Shape::movements:
      return kMovementsParts;
    case Shape::snapshots:
      return kSnapshotsParts;
    case Shape::matrix:
      return kMatrixParts;
    case Shape::flags:
      return kFlagsParts;
    case Shape::planTable:
    case Shape::customerTable:
    case Shape::aggregates:
      return {};  // core/input/lookup_fit.h, core/input/aggregate_columns.h
    case Shape::totals:
      break;
  }
  if (areWideTotals(table, request)) return kWideTotalsParts;
  if (table.named) return kTotalsParts;
  return kBareTotalsParts;
}

constexpr double kLeastScore = 0.15;  // what a guess must at least reach

// Whether nothing but its place in the file speaks for the one column and against the other.
bool areRivals(const Table& table, Part part, size_t a, size_t b) {
  // Counts without names are told apart by their size, later.
  if (!table.named && (part == Part::total || part == Part::upgraded)) return false;
  const ColumnProfile& one = table.columns[a];
  const ColumnProfile& other = table.columns[b];
  if (headerScore(one.key, part) != headerScore(other.key, part)) return false;
  // An id and a name of the same customers.
  if (part == Part::customer && one.distinct.size() == other.distinct.size()) return false;
  const double apart = columnScore(one, part, table.named) - columnScore(other, part, table.named);
  return table.named || (apart < 0.02 && apart > -0.02);
}

struct Choice {
  int32_t column = kNoColumn;
  int32_t rival = kNoColumn;
  double score = 0;
};

Choice bestColumn(const Table& table, const Mapping& mapping, Part part) {
  Choice choice{kNoColumn, kNoColumn, kLeastScore};
  for (size_t c = 0; c < table.columns.size(); ++c) {
    if (mapping.uses(static_cast<int32_t>(c))) continue;
    const double fit = columnScore(table.columns[c], part, table.named);
    if (fit <= choice.score + 1e-9) continue;
    choice = {static_cast<int32_t>(c), kNoColumn, fit};
  }
  for (size_t c = 0; choice.column != kNoColumn && c < table.columns.size(); ++c) {
    const int32_t column = static_cast<int32_t>(c);
    if (column == choice.column || mapping.uses(column)) continue;
    if (columnScore(table.columns[c], part, table.named) < kLeastScore) continue;
    if (choice.rival == kNoColumn && areRivals(table, part, choice.column, c)) {
      choice.rival = column;
    }
  }
  return choice;
}

// Of several columns of numbers without names, none is known to be money.
bool isGuessOfMany(const Table& table, Part part, const Choice& choice) {
  return (part == Part::value || part == Part::valueAfter) && !table.named &&
         choice.rival != kNoColumn;
}

// Whether rows have an end; or a status, beside a column that is called a start and not just a
// date.
bool saysStretches(const Table& table, const Mapping& mapping) {
  if (!table.named) return false;
  if (mapping.of(Part::end) != kNoColumn) return true;
  if (mapping.of(Part::status) == kNoColumn) return false;
  return headerScore(table.columns[mapping.of(Part::start)].key, Part::start) > 0.75;
}

bool isAskedForStretches(const ReadingRequest& request) {
  return request.shape == Shape::subscriptions || request.mapping.contains(Part::start) ||
         request.mapping.contains(Part::end) || request.mapping.contains(Part::status);
}

// Whether what customers pay says enough without a plan. A dated amount may be a payment as well:
// one alone makes no plan history, unless it is called what only a monthly value is called.
bool standsForPlan(const Table& table, Shape shape, int32_t value, const ReadingRequest& request) {
  if (value == kNoColumn || areCounts(shape)) return false;
  if (request.mapping.contains(Part::value) || request.mapping.contains(Part::plan)) return true;
  const double header = headerScore(table.columns[value].key, Part::value);
  const bool mayBePayment = shape == Shape::planHistory && request.shape != shape;
  return mayBePayment ? header == 1 : header > 0;
}

// Most cells under the periods are numbers.
bool holdsValues(const Table& table, std::span<const PeriodColumn> periods) {
  double values = 0, numbers = 0;
  for (const PeriodColumn& period : periods) {
    const ColumnProfile& column = table.columns[period.column];
    values += static_cast<double>(column.values);
    numbers += column.numberShare() * static_cast<double>(column.values);
  }
  return numbers * 2 > values;
}

// The first column of periods is named as that of plans or of values; of totals, as the period.
void fitPeriods(const Table& table, Shape shape, const ReadingRequest& request,
                Candidate& candidate) {
  Mapping& mapping = candidate.mapping;
  const auto isNamed = [&](Part part) { return mapping.of(part) != kNoColumn; };
  const bool totals = shape == Shape::totals;
  const bool asked = totals ? isNamed(Part::period) : isNamed(Part::plan) || isNamed(Part::value);
  const size_t least = totals || request.shape == Shape::matrix ? 1 : 2;
  candidate.complete &= table.periods.size() >= least;
  if (asked || !candidate.complete) return;
  int32_t first = table.periods[0].column;
  for (const PeriodColumn& each : table.periods) first = std::min(first, each.column);
  if (totals) return mapping.set(Part::period, first);
  const bool values = !request.mapping.contains(Part::value) && holdsValues(table, table.periods);
  mapping.set(values || request.mapping.contains(Part::plan) ? Part::value : Part::plan, first);
}

// Deals are won or lost, which only their stage says.
bool saysStage(const Table& table) {
  return std::any_of(table.columns.begin(), table.columns.end(), [](const ColumnProfile& column) {
    return headerScore(column.key, Part::stage) > 0;
  });
}

// What the columns must say beside having all that is needed, where the shape is not asked for.
bool isShape(const Table& table, Shape shape, const Mapping& mapping,
             const ReadingRequest& request) {
  switch (shape) {
    case Shape::subscriptions:
      return isAskedForStretches(request) || saysStretches(table, mapping);
    case Shape::changes:
      return request.shape == shape || request.mapping.contains(Part::fromPlan) ||
             (table.named && !saysStage(table));
    case Shape::movements:
      return request.shape == shape || request.mapping.contains(Part::type) || table.named;
    default:
      return true;
  }
}

// What a deal is called ("Acme to Pro") has words of plans, and is none.
bool mayNameDeals(const Table& table, const Mapping& mapping, Part part, int32_t column) {
  return part == Part::plan && mapping.of(Part::stage) != kNoColumn &&
         headerScore(table.columns[column].key, part) == 0;
}

// The column for a part: that which was asked for, else the best one that may be guessed.
Choice chosenColumn(const Table& table, const Mapping& mapping, Part part,
                    const ReadingRequest& request) {
  if (request.mapping.contains(part)) {
    const int32_t column = mapping.of(part);
    return {column, kNoColumn, column == kNoColumn ? 0.0 : 1.0};
  }
  const bool noRoom = part == Part::period && !table.named && table.columns.size() < 3;
  if (noRoom) return {};
  Choice choice = bestColumn(table, mapping, part);
  if (choice.column == kNoColumn || isGuessOfMany(table, part, choice) ||
      mayNameDeals(table, mapping, part, choice.column)) {
    choice = {};
  }
  return choice;
}

}  // namespace

Candidate fitShape(const Table& table, Shape shape, const Mapping& asked,
                   const ReadingRequest& request) {
  Candidate candidate;
  candidate.mapping = asked;
  candidate.complete = true;
  size_t needed = 0, mapped = 0;
  bool anyAsked = false, lacksPlan = false;
  for (const ShapePart& each : choiceOrder(table, shape, request)) {
    const Choice choice = chosenColumn(table, candidate.mapping, each.part, request);
    candidate.mapping.set(each.part, choice.column);
    anyAsked |= request.mapping.contains(each.part);
    mapped += choice.column == kNoColumn ? 0 : 1;
    lacksPlan |= each.needed && each.part == Part::plan && choice.column == kNoColumn;
    const bool stands = each.part == Part::value && lacksPlan &&
                        standsForPlan(table, shape, choice.column, request);
    if (stands) lacksPlan = false;
    if ((!each.needed && !stands) || (each.part == Part::plan && lacksPlan)) continue;
    if (choice.rival != kNoColumn) {
      candidate.unclear.push_back({each.part, choice.column, choice.rival});
    }
    ++needed;
    candidate.score += choice.score;
    candidate.complete &= choice.score > 0;
  }
  candidate.score /= static_cast<double>(std::max<size_t>(needed, 1));
  candidate.complete &= !lacksPlan;
  settleDates(table.columns, shape, request, candidate.mapping);
  if (hasPeriodColumns(shape, candidate.mapping)) fitPeriods(table, shape, request, candidate);
  candidate.complete = candidate.complete && isShape(table, shape, candidate.mapping, request);
  if (shape == Shape::totals && !table.named && !anyAsked) {
    candidate.complete &= mapped == table.columns.size();
  }
  return candidate;
}

std::vector<UnclearPart> unclearParts(const Table& table, Shape shape, const Mapping& decided) {
  std::vector<UnclearPart> unclear = fitShape(table, shape, {}, {}).unclear;
  std::erase_if(unclear,
                [&](const UnclearPart& each) { return decided.of(each.part) != each.column; });
  return unclear;
}

}  // namespace upgrade_rate
