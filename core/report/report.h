// One report from what was loaded: settings and host in, document out.
#pragma once

#include <optional>

#include "core/input/plans.h"
#include "core/report/json.h"
#include "core/report/loaded.h"
#include "core/report/settings.h"
#include "core/result.h"
#include "core/timeline/order.h"

namespace upgrade_rate {

/// What reports from the same load share, kept between them.
struct ReportCache {
  std::optional<OrderedEvents> ordered;
  std::string orderedZone;  ///< the time zone that `ordered` was made for
  std::optional<Plans> guess;
};

/// The report document. Errors: settings that contradict the data or each other.
Result<Json> makeReport(const Loaded& loaded, const Settings& settings, const Host& host,
                        ReportCache& cache);

/// The instant of a date as settings write it ("2026-01-31" or with a time).
int64_t settingInstant(const std::string& written, const TimeZone& zone);

}  // namespace upgrade_rate
