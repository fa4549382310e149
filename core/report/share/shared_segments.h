// Segments and launches of an aggregates document: what was counted, in a report's tables, and back
// into the same tables. Small segments go together into one rest without names.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/kpi/launches.h"
#include "core/kpi/segment_tables.h"
#include "core/report/settings.h"
#include "core/report/share/carried_notes.h"
#include "core/timeline/time_zone.h"

namespace upgrade_rate {

/// What the rest is called while tables are made of it: no text of a document can be this.
inline constexpr std::string_view kRestText = "\xff";

Json writeSharedSegments(const std::optional<std::vector<SegmentTable>>& tables,
                         const TimeZone& zone, HeldBack& held);
/// Tables in which a rest is a row called kRestText.
std::optional<std::vector<SegmentTable>> readSharedSegments(const Json& list,
                                                            const PeriodFigures& window,
                                                            const RateOptions& options,
                                                            const TimeZone& zone,
                                                            std::optional<Error>& error);
/// Takes the row of the rest out of each table's rows.
void nameNoRest(std::vector<SegmentTable>& tables);

Json writeSharedLaunches(const std::vector<LaunchEffect>& effects, HeldBack& held);
/// One per launch of the settings.
std::vector<LaunchEffect> readSharedLaunches(const Json& list, const Settings& settings,
                                             const TimeZone& zone, std::optional<Error>& error);

}  // namespace upgrade_rate
