// Rows of totals as one entry per period: which row of a period and segment is used, what the
// periods add up to, and what those of one segment do.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "core/input/totals.h"
#include "core/kpi/customer_filter.h"
#include "core/kpi/segments.h"

namespace upgrade_rate {

constexpr int64_t kNoDay = INT64_MIN;

/// A period, or a stretch of several.
struct TotalsEntry {
  DayRange days;  ///< kNoDay for rows without a period
  int64_t total = 0;
  int64_t upgraded = 0;
  int32_t parts = 0;  ///< of a sum, the entries in it
};

struct TotalsEntries {
  std::vector<TotalsEntry> entries;                 ///< ascending, one per period of the rows
  std::vector<std::pair<uint32_t, uint32_t>> used;  ///< per row that a filter lets pass: entry, row
};

/// Per row the row that is used for its period and its values in `columns` (into Totals::segments).
std::vector<uint32_t> usedRows(const Totals& totals, DateSpan span,
                               const std::vector<uint32_t>& columns,
                               const std::vector<bool>& ignored);

/// `used`: as usedRows. Every period has an entry, also where no row of it passes the filters.
TotalsEntries totalsEntries(const Totals& totals, DateSpan span, const std::vector<uint32_t>& used,
                            const std::vector<bool>& ignored,
                            const std::vector<FilterRule>& filters);

/// The totals of `days`, where entries fill them without a gap: all upgrades over the customers of
/// the first entry.
std::optional<TotalsEntry> sumOf(std::span<const TotalsEntry> entries, const DayRange& days);

/// For every value of a column the sums of two stretches; nothing in `days`: rows without a period.
std::vector<SegmentCounts> totalsSegments(const Totals& totals, const TotalsEntries& entries,
                                          uint32_t column, const DayRange& before,
                                          const std::optional<DayRange>& days);

}  // namespace upgrade_rate
