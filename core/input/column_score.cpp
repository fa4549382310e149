#include "core/input/column_score.h"

#include <algorithm>

#include "core/cells/currency.h"
#include "core/cells/interval.h"
#include "core/cells/words.h"
#include "core/input/deal_stages.h"
#include "core/input/header_words.h"
#include "core/input/move_words.h"
#include "core/input/status_words.h"

namespace upgrade_rate {

namespace {

// A header at least this sure needs no support from the values.
constexpr double kSureHeader = 0.6;

double distinctShare(const ColumnProfile& column) {
  return static_cast<double>(column.distinct.size()) /
         static_cast<double>(std::max<uint64_t>(column.values, 1));
}

// Plain numbers may read as years, serials or seconds without being meant so.
double dateScore(const ColumnProfile& column, Part part, bool known) {
  const double share = column.dateShare() > 0.5 ? column.dateShare() : 0;
  if (known || column.numberShare() <= 0.5) return share;
  switch (column.dates.decide().format) {
    case DateFormat::year:
      return part == Part::period ? share : 0;
    case DateFormat::serial:
      return 0;
    case DateFormat::yearMonthDay:
      return share;
    default:
      return share / 2;
  }
}

// Numbers that count the rows or the customers, rather than money.
bool looksLikeNumbering(const ColumnProfile& column) {
  return column.values > 1 && column.counts == column.values && distinctShare(column) == 1;
}

// Many different values; without a name better words than numbers, no fractions, and not a
// different value in every row where another column has fewer: that is a row's number.
double customerScore(const ColumnProfile& column, bool known) {
  if (column.values == 0) return 0;
  if (column.dateShare() > 0.5 && column.numberShare() < 0.5 && column.wordShare() == 0) return 0;
  const double distinct = distinctShare(column);
  const double score = 0.3 + 0.7 * distinct;
  if (known) return score;
  if (looksLikeNumbering(column)) return 0.45;
  if (column.numberShare() > 0.5) return column.counts == column.values ? 0.6 * score : 0;
  return column.values > 1 && distinct == 1 ? 0.6 : score;
}

template <class Fits>
double distinctFitting(const ColumnProfile& column, Fits&& fits) {
  const auto count = std::count_if(column.distinct.begin(), column.distinct.end(), fits);
  const double share =
      static_cast<double>(count) / static_cast<double>(std::max<size_t>(column.distinct.size(), 1));
  return share > 0.5 ? share : 0;
}

// Without a name only currencies that are known as such, and nothing else.
double currencyScore(const ColumnProfile& column, bool known) {
  if (known) {
    return distinctFitting(column,
                           [](const std::string& value) { return currencyKey(value).has_value(); });
  }
  const double share = distinctFitting(
      column, [](const std::string& value) { return currencyAtStart(value) == value.size(); });
  return share == 1 ? share : 0;
}

// How well the values fit the part, 0 to 1; 0 rules the column out. `known`: its header says so.
double valueScore(const ColumnProfile& column, Part part, bool known) {
  switch (part) {
    case Part::date:
    case Part::period:
    case Part::start:
    case Part::end:
      return dateScore(column, part, known);
    case Part::value:
    case Part::valueBefore:
    case Part::valueAfter:
    case Part::quantity:
      return column.values == 0 ? 0.5 : column.numberShare() > 0.5 ? column.numberShare() : 0;
    case Part::total:
    case Part::upgraded:
    case Part::tier:
      return column.numberShare() > 0.5 ? column.numberShare() : 0;
    case Part::plan:
      // Few different words, each used often.
      return looksLikePlans(column) ? column.wordShare()
                                    : column.wordShare() * (1 - 0.9 * distinctShare(column));
    case Part::customer:
      return customerScore(column, known);
    case Part::fromPlan:
    case Part::toPlan:
      return column.wordShare() > 0 ? 0.5 + 0.5 * column.wordShare() : column.values == 0 ? 0.5 : 0;
    case Part::type:
      return looksLikeMovements(column) ? 1 : 0;
    case Part::status:
      return looksLikeStatuses(column) ? 1 : 0;
    case Part::subscription:
    case Part::key:
      return distinctShare(column);
    case Part::interval:
      return distinctFitting(
          column, [](const std::string& value) { return readInterval(value).has_value(); });
    case Part::currency:
      return currencyScore(column, known);
    case Part::stage:
      return saysWon(column) ? 1 : 0.5;
    case Part::part:
    case Part::name:
    case Part::other:
      return 0;  // told by their names alone (aggregate_columns.h)
    case Part::measure:
      return looksLikeMeasures(column) ? 1 : 0;
    case Part::flag:
      return distinctFitting(
          column, [](const std::string& value) { return readBoolean(value).has_value(); });
  }
  return 0;
}

// Whether the values alone may choose the column.
bool mayGuess(const ColumnProfile& column, Part part, bool named) {
  if (part == Part::end || part == Part::status || part == Part::subscription ||
      part == Part::flag || part == Part::stage) {
    return false;
  }
  if (part == Part::fromPlan || part == Part::toPlan || part == Part::type) return false;
  if (part == Part::valueBefore || part == Part::valueAfter) return false;
  if (!named) {
    // What is the same in every row tells nobody apart.
    const bool constant = column.values > 1 && column.distinct.size() == 1;
    return part == Part::value ? !looksLikeNumbering(column) && !constant
                               : part != Part::quantity && part != Part::interval;
  }
  if (column.key.empty()) return false;
  return part == Part::date || part == Part::period || part == Part::start ||
         (part == Part::plan && looksLikePlans(column));
}

}  // namespace

bool looksLikePlans(const ColumnProfile& column) {
  return column.plans > 0 && column.plans * 2 >= column.distinct.size();
}

bool looksLikeStatuses(const ColumnProfile& column) {
  const auto known =
      std::count_if(column.distinct.begin(), column.distinct.end(),
                    [](const std::string& value) { return statusByWords(value).has_value(); });
  return known > 0 && static_cast<size_t>(known) * 2 >= column.distinct.size();
}

bool looksLikeMovements(const ColumnProfile& column) {
  const auto known =
      std::count_if(column.distinct.begin(), column.distinct.end(),
                    [](const std::string& value) { return moveKindByWords(value).has_value(); });
  return known > 0 && static_cast<size_t>(known) * 2 >= column.distinct.size();
}

bool saysWon(const ColumnProfile& column) {
  return std::any_of(column.distinct.begin(), column.distinct.end(),
                     [](const std::string& value) { return isWonStage(value); });
}

bool looksLikeMeasures(const ColumnProfile& column) {
  constexpr size_t kFew = 12;
  bool total = false, upgraded = false;
  size_t known = 0;
  for (const std::string& value : column.distinct) {
    const std::optional<Measure> measure = measureByWords(value);
    if (!measure) continue;
    ++known;
    (measure->part == Part::total ? total : upgraded) = true;
  }
  if (!total || !upgraded) return false;
  const bool few = column.distinct.size() <= kFew && headerScore(column.key, Part::customer) == 0;
  return few || known * 2 >= column.distinct.size();
}

double columnScore(const ColumnProfile& column, Part part, bool named) {
  const double header = headerScore(column.key, part);
  const double values = valueScore(column, part, header > 0);
  if (part == Part::measure) return values;
  if ((part == Part::status || part == Part::flag) && values == 0) return 0;
  // "from" and "to" may be dates as well as plans.
  if (part == Part::type || part == Part::fromPlan || part == Part::toPlan) {
    return values == 0 ? 0 : header * (0.6 + 0.4 * values);
  }
  const bool isSpan = part == Part::start || part == Part::end;
  if (isSpan && column.values > 0 && column.wordShare() == 1) return 0;
  // A price per something that is no interval would be money all the same.
  if (values == 0 && (part == Part::interval || part == Part::currency)) return 0;
  const bool unsurePlan = part == Part::plan && header < kSureHeader && !looksLikePlans(column);
  if (header > 0 && !unsurePlan) return header * (0.6 + 0.4 * values);
  return mayGuess(column, part, named) ? 0.4 * values : 0;
}

}  // namespace upgrade_rate
