// The part of the report that tells segments apart: their tables, the split of the change, and
// launches within each of them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/kpi/analysis.h"
#include "core/report/json.h"
#include "core/report/notes.h"

namespace upgrade_rate {

/// Of more segments, the first are written, and what the others add up to.
constexpr size_t kMostSegments = 400;

/// Null without tables.
Json writeSegments(const std::optional<std::vector<SegmentTable>>& tables, const Bands& bands);

/// `columns`: the names of the columns that `segments` are of.
Json writeLaunchSegments(const std::vector<std::vector<LaunchSegment>>& segments,
                         const std::vector<std::string>& columns);

/// Why something in the tables is null or not judged, each reason once.
void noteSegments(const std::optional<std::vector<SegmentTable>>& tables, const RateOptions& rate,
                  Notes& notes);

}  // namespace upgrade_rate
