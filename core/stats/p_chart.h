// Which periods are unusual, given how much periods differ anyway?
//
// Method: the p-chart (Montgomery, Introduction to Statistical Quality Control, ch. 7) with Laney's
// sigma_z ("Improved control charts for attributes", Quality Engineering 14 (2002) 531-537): large
// bases make binomial limits absurdly tight, so the limits are widened by the variation from one
// period to the next. They are never narrowed. Also marks eight in a row on one side of the centre
// (Western Electric). Leaves out the other run rules: each adds false alarms.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "core/stats/interval.h"
#include "core/stats/share.h"

namespace upgrade_rate {

/// One period on the chart; shares, in [0, 1].
struct ChartPoint {
  double rate = 0;
  Interval limits;            ///< control limits at this period's base
  bool beyondLimits = false;  ///< strictly outside them
  bool inRun = false;         ///< one of eight or more in a row on one side of the centre
};

struct PChart {
  double centre = 0;    ///< sum of counts / sum of bases, inside (0, 1)
  double sigmaZ = 0;    ///< mean |z_i - z_(i-1)| / 1.128; above 1: more variation than binomial
  double widening = 1;  ///< max(1, sigmaZ), the factor on three binomial sigmas
  std::vector<ChartPoint> points;  ///< as the periods given
};

/// Chart of consecutive periods, earliest first. Nothing with fewer than kFewestChartPeriods, with
/// a base of 0, a count above its base, or when all or none succeeded.
constexpr std::size_t kFewestChartPeriods = 8;
std::optional<PChart> pChart(std::span<const Share> periods);

/// Limits centre -+ 3 sigma widening at a base above 0, cut to [0, 1]; also the funnel of a funnel
/// plot.
Interval pChartLimits(double centre, double base, double widening);

}  // namespace upgrade_rate
