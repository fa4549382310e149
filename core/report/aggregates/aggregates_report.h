// The report from a table of aggregates (core/input/aggregate_table.h).
#pragma once

#include <string>

#include "core/report/loaded.h"
#include "core/report/report_parts.h"
#include "core/result.h"

namespace upgrade_rate {

/// The time zone that the days of the table are of.
/// Errors: as tableSettings, and rows that stand there twice.
Result<std::string> aggregatesZone(const Loaded& loaded);

/// `asked`: today is given. Errors: those, and counts that cannot be, each with its line.
Result<ReportParts> makeAggregatesReport(const Loaded& loaded, const Settings& asked,
                                         const Host& host);

}  // namespace upgrade_rate
