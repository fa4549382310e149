// How segments differ, and whether a change came from their rates or from their sizes.
//
// Method: each segment's rate with Wilson's interval, and limits around the rate of all at its own
// base (core/stats/p_chart.h), so that a small segment is not taken for a bad or a good one. The
// limits are those of chance alone: Laney's sigma_z is the variation from one point to the next,
// and segments have no order; and limits widened by what segments differ would hide the segments
// that differ. The change since the window before is split by core/stats/mix_rate.h.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/kpi/figures.h"
#include "core/kpi/segments.h"
#include "core/stats/mix_rate.h"

namespace upgrade_rate {

/// A segment with a smaller base is listed, but gets no verdict.
constexpr int64_t kFewestInSegment = 30;

struct SegmentRow {
  std::string text;  ///< "" is blank
  int64_t opening = 0, upgraded = 0, downgraded = 0, churned = 0;
  Fraction fraction;
  std::optional<double> rate;
  std::optional<Interval> interval;
  bool small = false;
  std::optional<size_t> band;   ///< as chances, nothing for a small segment
  std::vector<double> chances;  ///< per band
  std::optional<double> shareOfNumerator, shareOfBase;
  std::optional<Interval> limits;  ///< where the rate is a share
  int beyond = 0;                  ///< 1 above the limits, -1 below
};

struct MixRow {
  std::string text;
  double shareBefore = 0, shareAfter = 0;  ///< of the base
  std::optional<double> rateBefore, rateAfter;
  MixRatePart part;
  Share before, after;
};

struct SegmentMix {
  int64_t beforeStart = 0, beforeEnd = 0;  ///< instants of the window before
  double change = 0;
  MixRatePart total;
  bool againstEverySegment = false;
  std::vector<MixRow> rows;  ///< in the order of the segments
};

/// Segments that are not told apart, together.
struct SegmentRest {
  size_t values = 0;
  Fraction fraction;
  MixRatePart part;
};

struct SegmentTable {
  std::string column;
  std::vector<SegmentRow> rows;  ///< all of them: by base, the largest first, then by text
  std::optional<double> centre;  ///< of the limits: the rate of all, where it is inside (0, 1)
  std::optional<SegmentMix> mix;
  bool fromTotals = false;  ///< only opening, upgraded and the rate are known
  /// Beside the rows: what whoever shared this report held back (core/report/share/hold_back.h).
  std::optional<SegmentRest> rest;
};

/// `window`: all segments together. Its change says whether the window before, which starts at
/// `beforeStart` (instant), can be compared.
SegmentTable segmentTable(std::string column, std::vector<SegmentCounts> segments,
                          const PeriodFigures& window, int64_t beforeStart,
                          const RateOptions& options);

/// Before and after a launch within one segment.
struct LaunchSegment {
  std::string text;
  Fraction before, after;
  std::optional<ShareChange> change;
};

/// By base after the launch, the largest first; those without a base in both are left out.
std::vector<LaunchSegment> launchSegments(std::vector<SegmentCounts> segments,
                                          const RateOptions& options);

}  // namespace upgrade_rate
