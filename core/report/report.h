// One report from what was loaded: settings and host in, what it says out.
#pragma once

#include <optional>

#include "core/input/plans.h"
#include "core/kpi/analysis.h"
#include "core/report/json.h"
#include "core/report/loaded.h"
#include "core/report/report_parts.h"
#include "core/report/settings.h"
#include "core/result.h"
#include "core/timeline/order.h"

namespace upgrade_rate {

/// What reports from the same load share, kept between them. The rule is a chain, and each part is
/// made again when something above it or its own settings differ:
///   ordered    the time zone, and what values of movements are said to be (the rows themselves are
///   in here, not in Loaded, from then on) guess      whether some file was read backwards analysis
///   as AnalysisCache says setAside   of totals and flags: with every report
struct ReportCache {
  std::optional<OrderedEvents> ordered;
  std::string orderedZone;                 ///< the time zone that `ordered` was made for
  std::optional<MoveValues> orderedMoves;  ///< what was said of values then
  std::optional<Plans> guess;
  bool guessBackward = false;
  AnalysisCache analysis;
  std::vector<SetAside> setAside;  ///< per file; of rows about customers, the walk has them
};

/// How much of the report is asked for. The answer is what counts of periods give, many times
/// sooner than the whole; of totals and flags it is the whole.
enum class ReportPart : uint8_t { whole, answer };

/// What the report says. An answer is unfinished: without money, segments, journeys, findings, and
/// what notes say of them. Errors: settings that contradict the data or each other.
Result<ReportParts> makeReport(Loaded& loaded, const Settings& settings, const Host& host,
                               ReportCache& cache, ReportPart part = ReportPart::whole);

/// The instant of a date as settings write it ("2026-01-31" or with a time).
int64_t settingInstant(const std::string& written, const TimeZone& zone);

}  // namespace upgrade_rate
