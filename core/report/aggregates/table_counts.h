// The counts of one period, window or segment in a table of aggregates, and whether they can be.
#pragma once

#include <optional>

#include "core/kpi/counts.h"
#include "core/report/aggregates/table_index.h"

namespace upgrade_rate {

/// The 25 counts of a thing. Error, in `table`: a count that is none, or two that contradict each
/// other. Leaves out byTier.
PeriodCounts tableCounts(TableIndex& table, const TableGroup& group);

/// How `group` overlaps with what its name and other say.
Overlap tableOverlap(TableIndex& table, const TableGroup& group);

/// byTier of the stretch of days, from a part that has a row per tier. Error: the tiers do not add
/// up to `counts`.
std::vector<TierCounts> tableTiers(TableIndex& table, std::string_view part, int64_t startDay,
                                   int64_t endDay, const PeriodCounts& counts);

}  // namespace upgrade_rate
