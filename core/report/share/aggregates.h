// What of a report may leave the page, as a document that gives the same report on another machine
// and in another language: counts, and sums of money, of periods, segments, cohorts and paths.
//
// Method: counts only, from which the figures are computed again by the functions that computed
// them first. Never in it: customers, rows, cells, names of files and their columns (but for those
// that segments are told apart by), values of filters. Cells with few customers are held back
// (hold_back.h). The one figure that is carried as it is, rounded, is the time to the first
// upgrade, since what it is computed from is a list of single days of single customers.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/report/json.h"
#include "core/report/report_parts.h"
#include "core/result.h"
#include "core/timeline/time_zone.h"

namespace upgrade_rate {

constexpr int64_t kAggregatesVersion = 1;

struct ShareOptions {
  int64_t fewest = 5;  ///< cells with fewer customers are held back; 1: none is
  bool periods = true, segments = true, cohorts = true, paths = true, money = true;
};

/// {"fewest": 5, "parts": ["periods", …]}; without parts, all of them.
Result<ShareOptions> readShareOptions(std::string_view text);

/// Errors: counts too large to be written exactly.
Result<Json> writeAggregates(const ReportParts& parts, const TimeZone& zone,
                             const ShareOptions& options);

/// What such a document says. `zone`: that of its settings.
/// Errors: not such a document, damaged, of a newer version, too large, or of another time zone.
Result<ReportParts> readAggregates(std::string_view text, const TimeZone& zone);

}  // namespace upgrade_rate
