#include "core/input/lookup_fit.h"

#include <algorithm>
#include <functional>

#include "core/cells/words.h"
#include "core/input/column_score.h"
#include "core/input/header_words.h"

namespace upgrade_rate {

namespace {

constexpr std::string_view kPlanKeys =
    " id key code planid plancode plankey productid productcode priceid sku planexternalid tarifid "
    "tarifcode plannummer produktid ";
constexpr std::string_view kPlanNames =
    " name planname productname title nickname label plan product tarif tarifname bezeichnung "
    "produkt produktname ";
constexpr std::string_view kTiers =
    " tier level rank order position tierlevel planlevel plantier stufe rang ebene ";

using Score = std::function<double(const ColumnProfile&)>;

// A value here and there may stand twice: rows of a table are entered by hand.
bool isKey(const ColumnProfile& column) {
  const uint64_t distinct = column.distinct.size();
  const uint64_t values = std::min<uint64_t>(column.values, kDistinctKept);
  const uint64_t repeats = values - std::min(values, distinct);
  return values > column.blanks && distinct > repeats &&
         repeats <= std::max<uint64_t>(2, values / 10);
}

class Chooser {
 public:
  Chooser(const Table& table, const Mapping& asked, const ReadingRequest& request)
      : table_(table), request_(request), mapping_(asked) {}

  /// The free column of the highest score above 0 plays the part, unless one was asked for.
  bool choose(Part part, const Score& score) {
    if (request_.mapping.contains(part)) return mapping_.of(part) != kNoColumn;
    double best = 0;
    for (size_t c = 0; c < table_.columns.size(); ++c) {
      const int32_t column = static_cast<int32_t>(c);
      if (std::find(mapping_.column.begin(), mapping_.column.end(), column) !=
          mapping_.column.end()) {
        continue;
      }
      const double fit = score(table_.columns[c]);
      if (fit <= best) continue;
      best = fit;
      mapping_.set(part, column);
    }
    return best > 0;
  }
  const Mapping& mapping() const { return mapping_; }

 private:
  const Table& table_;
  const ReadingRequest& request_;
  Mapping mapping_;
};

double listed(const ColumnProfile& column, std::string_view words) {
  return listsWord(words, column.key) ? 1 : 0;
}

std::optional<Mapping> fitPlans(const Table& table, const Mapping& asked,
                                const ReadingRequest& request) {
  Chooser chooser(table, asked, request);
  const bool said = request.shape == Shape::planTable;
  const bool keyed = chooser.choose(Part::key, [&](const ColumnProfile& column) {
    if (!isKey(column)) return 0.0;
    return listed(column, kPlanKeys) + headerScore(column.key, Part::plan) +
           (looksLikePlans(column) ? 0.5 : 0);
  });
  if (!keyed) return std::nullopt;
  const bool named = chooser.choose(
      Part::plan, [](const ColumnProfile& column) { return listed(column, kPlanNames); });
  const bool tiered = chooser.choose(Part::tier, [](const ColumnProfile& column) {
    return column.counts == column.values ? listed(column, kTiers) : 0;
  });
  const bool priced = chooser.choose(Part::value, [](const ColumnProfile& column) {
    return column.numberShare() > 0.5 ? headerScore(column.key, Part::value) : 0;
  });
  for (const Part part : {Part::interval, Part::currency}) {
    chooser.choose(part,
                   [&](const ColumnProfile& column) { return columnScore(column, part, true); });
  }
  // Customers have names too, but neither tiers nor prices.
  if (!said && !tiered && !(priced && named)) return std::nullopt;
  return chooser.mapping();
}

std::optional<Mapping> fitCustomers(const Table& table, const Mapping& asked,
                                    const ReadingRequest& request) {
  Chooser chooser(table, asked, request);
  const bool keyed = chooser.choose(Part::key, [](const ColumnProfile& column) {
    return isKey(column) ? headerScore(column.key, Part::customer) : 0;
  });
  if (!keyed) return std::nullopt;
  return chooser.mapping();
}

}  // namespace

std::optional<LookupFit> fitLookup(const Table& table, const Mapping& asked,
                                   const ReadingRequest& request) {
  if (request.shape != Shape::customerTable) {
    if (auto mapping = fitPlans(table, asked, request))
      return LookupFit{Shape::planTable, *mapping};
  }
  if (request.shape != Shape::planTable) {
    if (auto mapping = fitCustomers(table, asked, request)) {
      return LookupFit{Shape::customerTable, *mapping};
    }
  }
  return std::nullopt;
}

}  // namespace upgrade_rate
