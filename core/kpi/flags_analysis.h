// The figures from flags: rows that say who upgraded, and who did not.
//
// Every period, the headline and every segment are counted from the customers, so that a quarter is
// no sum of months: who is in two of them counts once. There is no start of a period to look at:
// the base are the customers who have a row in it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/input/flags.h"
#include "core/kpi/totals_analysis.h"
#include "core/timeline/time_zone.h"

namespace upgrade_rate {

/// Where the data ends unless somebody says it: with the last period, where the dates are periods
/// (`written`: what the cells stand for); else as the dates of customers say. `today`: a local day.
int64_t flagsUntil(const Flags& flags, DateSpan written, const TimeZone& zone, int64_t today);

/// How long the periods are that the dates name; a day where they name none.
DateSpan flagsSpan(const Flags& flags, DateSpan written, const TimeZone& zone);

/// `rules.dataUntil` is given where flags are dated. `fileNames`: for problems.
TotalsAnalysis analyseFlags(const Flags& flags, const TimeZone& zone, const TotalsRules& rules,
                            const std::vector<std::string>& fileNames);

}  // namespace upgrade_rate
