// Which headers of a table are periods: one column per month, quarter or day, as spreadsheets have.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/cells/date.h"

namespace upgrade_rate {

/// A column of a matrix, and the first day of the period that it holds the plans or values of.
struct PeriodColumn {
  int32_t column;
  int64_t day;
};

struct PeriodHeaders {
  DateEvidence::Decision found;
  std::vector<PeriodColumn> columns;  ///< by time; of several for one day the later column last
};

/// The headers that are dates, all by one format: the one asked for, else the one that fits most.
/// Plain numbers are years and months at most ("2024", "202401"), not seconds or serial days.
PeriodHeaders periodHeaders(std::span<const std::string> headers, std::optional<DateFormat> asked);

}  // namespace upgrade_rate
