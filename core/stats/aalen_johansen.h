// By when did customers upgrade, when some left first and others are still being watched?
//
// Method: the Aalen-Johansen estimate of the cumulative incidence of an event with one competing
// event (Aalen and Johansen 1978, Scand. J. Statist. 5:141-150). Someone who left can no longer
// upgrade; treating leaving as mere loss from view (Kaplan-Meier) would overstate the incidence.
// Variance: Greenwood type (Andersen et al. 1993, 4.4.17), the covariance of (still free,
// incidence) carried from time to time; it equals the infinitesimal jackknife that R's survfit
// reports. Interval: log(-log) transformed, which stays inside [0, 1] (survfit's conf.type =
// "log-log"). Leaves out covariates, left truncation and more than one competing event.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/stats/interval.h"

namespace upgrade_rate {

/// What ended the watch at one time, in numbers of customers. Someone whose event and competing
/// event fall on one time counts as an event. The censored are still at risk at that time.
struct EndingsAtTime {
  double time = 0;
  uint64_t events = 0;
  uint64_t competing = 0;
  uint64_t censored = 0;
};

/// The curve from this time until the next point.
struct IncidencePoint {
  double time = 0;
  uint64_t atRisk = 0;               ///< just before this time, above 0
  double incidence = 0;              ///< chance of the event by this time, in [0, 1]
  double competingIncidence = 0;     ///< chance of the competing event by then; the two sum to <= 1
  double standardError = 0;          ///< of the incidence
  std::optional<Interval> interval;  ///< nothing where the incidence is 0 or 1
};

/// The curve, with a point at each time at which an event or competing event happened (none if
/// everyone was censored). `endings` holds everyone once, with times strictly rising; otherwise,
/// and when it holds nobody or level is not inside (0, 1), nothing.
std::optional<std::vector<IncidencePoint>> cumulativeIncidence(
    std::span<const EndingsAtTime> endings, double level);

/// The first time at which the incidence reaches one half, and those at which the upper and the
/// lower limit do (Brookmeyer and Crowley 1982). Each is nothing where not reached.
struct MedianTime {
  std::optional<double> time;
  std::optional<double> low;
  std::optional<double> high;
};
MedianTime medianTime(std::span<const IncidencePoint> curve);

}  // namespace upgrade_rate
