// Did the rate move when something was launched?
//
// Method: the rate of two windows of equal length, one that ends where the launch day begins and
// one that begins there, and Newcombe's interval for their difference, which allows for the
// customers who are in both. Leaves out what else happened at the time: it is a comparison, no
// proof of cause.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/kpi/figures.h"
#include "core/kpi/segment_tables.h"
#include "core/timeline/time_zone.h"

namespace upgrade_rate {

constexpr int64_t kLongestLaunchWindow = 90;  ///< days

/// Whole local days: before is [launchDay - days, launchDay), after [launchDay, launchDay + days).
struct LaunchWindows {
  int64_t days;
  std::vector<int64_t> boundaries;  ///< three instants, microseconds UTC
};

/// The longest windows, at most 90 days each, that are both observed. A window that begins at the
/// first instant or before has an unknown base: it begins on the next day at the earliest. Nothing
/// when not even a day is left on both sides.
std::optional<LaunchWindows> launchWindows(int64_t launchDay, int64_t firstInstant,
                                           int64_t dataUntil, const TimeZone& zone);

struct LaunchEffect {
  int64_t days = 0;                   ///< of each window; 0 where there is none
  PeriodFigures before, after;        ///< judged where there are windows
  std::optional<ShareChange> change;  ///< after minus before
  /// Per column of AnalysisRules::segmentBy the same within each segment.
  std::vector<std::vector<LaunchSegment>> segments;
  std::vector<std::string_view> why;  ///< note codes: why the change is undefined
};

/// `counts`: of the two windows. `overlap`: of their bases.
LaunchEffect launchEffect(const LaunchWindows& windows, std::span<const PeriodCounts> counts,
                          const Overlap& overlap, const RateOptions& options);

/// No comparison, for this reason.
LaunchEffect launchWithout(std::string_view code);

}  // namespace upgrade_rate
