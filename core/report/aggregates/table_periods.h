// Periods and headline of a table of aggregates, judged, with the changes between them.
#pragma once

#include <optional>
#include <vector>

#include "core/kpi/analysis.h"
#include "core/report/aggregates/table_index.h"
#include "core/report/settings.h"
#include "core/timeline/time_zone.h"

namespace upgrade_rate {

/// What the blocks of a table share.
struct TableContext {
  TableIndex& table;
  const Settings& settings;  ///< in force
  const TimeZone& zone;
  int64_t dataUntil;
  bool overlapsServe = true;  ///< they were counted for the base and numerator in force
  bool baseKnown = true;      ///< as PeriodFigures::baseKnown
};

struct TablePeriods {
  PeriodUnit unit = PeriodUnit::month;  ///< that the periods are of
  std::vector<PeriodFigures> figures;   ///< consecutive
};

/// Errors, in `table`: periods that follow no calendar or have one missing, impossible counts.
TablePeriods tablePeriods(const TableContext& context);

struct TableHeadline {
  Headline headline;
  int64_t startDay, endDay, beforeStartDay;
  bool hasBefore = false;  ///< the window before it was counted, and can be compared
  ShareChange alone;       ///< the change since then, where that is so, as if of two samples
};
std::optional<TableHeadline> tableHeadline(const TableContext& context);

}  // namespace upgrade_rate
