// Cohorts, time to upgrade, paths and stickiness in a table of aggregates.
#pragma once

#include "core/report/aggregates/table_periods.h"
#include "core/report/report_parts.h"

namespace upgrade_rate {

/// Fills journeys, planNames and leftOut of `parts`, whose settings, periods and headline are
/// there. Journeys stay nothing where the table has none of them. Errors, in the table: counts that
/// cannot be.
void addTableJourneys(const TableContext& context, PeriodUnit unit,
                      const std::optional<TableHeadline>& headline, ReportParts& parts);

}  // namespace upgrade_rate
