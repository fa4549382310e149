// Cohorts and the time to the first upgrade in an aggregates document (shared_journeys.h).
#pragma once

#include <optional>

#include "core/kpi/journeys.h"
#include "core/report/share/carried_notes.h"
#include "core/timeline/time_zone.h"

namespace upgrade_rate {

Json writeSharedCohorts(const Journeys& journeys, const TimeZone& zone, HeldBack& held);
void readSharedCohorts(const Json& list, int32_t fiscalStartMonth, int64_t dataUntil,
                       const TimeZone& zone, Journeys& journeys, std::optional<Error>& error);

/// Null where fewer than `fewest` customers were followed.
Json writeSharedTime(const TimeToUpgrade& time, int64_t fewest);
void readSharedTime(const Json& list, TimeToUpgrade& time, std::optional<Error>& error);

}  // namespace upgrade_rate
