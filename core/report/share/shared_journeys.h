// Cohorts, time to the first upgrade, paths and stickiness of an aggregates document.
//
// Cohorts and paths are counts, and small ones are held back. The time to upgrade is carried as
// figures, rounded to a ten-thousandth for the curve and a millionth at the ages that are told: at
// most so many points, between any two of which k customers upgraded or left.
#pragma once

#include <optional>

#include "core/report/report_parts.h"
#include "core/report/share/aggregates.h"
#include "core/report/share/carried_notes.h"

namespace upgrade_rate {

constexpr size_t kSharedCurvePoints = 24;

/// `plans`: those that are named. `unit`: of amounts; nothing: they are left out.
Json writeSharedJourneys(const ReportParts& parts, const Json& plans, const TimeZone& zone,
                         const ShareOptions& options, const std::optional<int64_t>& unit,
                         HeldBack& held);

/// Which blocks a document has.
struct JourneysFound {
  bool cohorts = false, time = false, paths = false, stickiness = false;
};

/// Fills journeys of `parts`, whose settings, periods, headline and plan names are there.
JourneysFound readSharedJourneys(const Json& list, int64_t unit, int64_t dataUntil,
                                 const TimeZone& zone, ReportParts& parts,
                                 std::optional<Error>& error);

}  // namespace upgrade_rate
