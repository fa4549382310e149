// Paths between plans and stickiness in an aggregates document (shared_journeys.h).
#pragma once

#include <optional>
#include <vector>

#include "core/report/report_parts.h"
#include "core/report/share/carried_notes.h"

namespace upgrade_rate {

/// `plans`: those that are named. `unit`: of amounts; nothing: they are left out.
Json writeSharedPaths(const ReportParts& parts, const Json& plans,
                      const std::optional<int64_t>& unit, HeldBack& held);
std::vector<Path> readSharedPaths(const Json& list, int64_t unit, size_t plans,
                                  std::optional<Error>& error);

/// Of the headline, and of the periods where they are shared.
Json writeSharedStickiness(const ReportParts& parts, bool periods);
/// Fills it for the headline and the periods of `parts`.
void readSharedStickiness(const Json& list, ReportParts& parts, std::optional<Error>& error);

}  // namespace upgrade_rate
