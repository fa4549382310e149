// Segments of the headline in a table of aggregates.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/kpi/segment_tables.h"
#include "core/report/aggregates/table_periods.h"

namespace upgrade_rate {

/// The columns that the table tells apart, as they first appear.
std::vector<std::string> tableSegmentColumns(const TableIndex& table);

/// One per column; nothing where the table has none. Error, in the table: segments that do not add
/// up to the headline.
std::optional<std::vector<SegmentTable>> tableSegments(const TableContext& context,
                                                       const TableHeadline& headline,
                                                       const std::vector<std::string>& columns);

}  // namespace upgrade_rate
