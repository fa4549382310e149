// Cumulative incidence with one competing event; aalen_johansen.h says what it means.
#include "core/stats/aalen_johansen.h"

#include <algorithm>
#include <cmath>

#include "core/stats/normal.h"

namespace upgrade_rate {
namespace {

constexpr double kRounding = 1e-12;  // sums of chances within this of a mark have reached it

// Estimates up to a time, with the covariance matrix of `free` and `incidence`.
struct Estimate {
  double free = 1;  // chance of neither event
  double incidence = 0;
  double competing = 0;
  double varFree = 0, covariance = 0, varIncidence = 0;
};

// One step: of n at risk, a multinomial draw of `events` and `competing`. The new state is
// free (1 - h), incidence + free h1, so the covariance is the old one carried through that linear
// map plus free^2 times the covariance of (1 - h, h1).
Estimate after(const Estimate& s, const EndingsAtTime& at, uint64_t atRisk) {
  const double n = static_cast<double>(atRisk);
  const double h1 = static_cast<double>(at.events) / n;
  const double h2 = static_cast<double>(at.competing) / n;
  const double stay = static_cast<double>(atRisk - at.events - at.competing) / n;
  const double square = s.free * s.free / n;
  Estimate next;
  next.free = s.free * stay;
  next.incidence = s.incidence + s.free * h1;
  next.competing = s.competing + s.free * h2;
  next.varFree = stay * stay * s.varFree + square * stay * (h1 + h2);
  next.covariance = stay * (s.covariance + h1 * s.varFree) - square * h1 * stay;
  next.varIncidence =
      s.varIncidence + 2 * h1 * s.covariance + h1 * h1 * s.varFree + square * h1 * (1 - h1);
  return next;
}

std::optional<Interval> logLogInterval(double incidence, double standardError, double z) {
  if (incidence <= 0 || incidence >= 1 - kRounding) return std::nullopt;
  const double log = std::log(incidence);
  const double reach = std::exp(z * standardError / std::fabs(incidence * log));
  return Interval{std::exp(log * reach), std::exp(log / reach)};
}

// How many are watched in all; nothing when the times do not rise or nobody is.
std::optional<uint64_t> everyone(std::span<const EndingsAtTime> endings) {
  uint64_t sum = 0;
  for (std::size_t i = 0; i < endings.size(); ++i) {
    if (std::isnan(endings[i].time)) return std::nullopt;
    if (i > 0 && endings[i].time <= endings[i - 1].time) return std::nullopt;
    sum += endings[i].events + endings[i].competing + endings[i].censored;
  }
  return sum > 0 ? std::optional<uint64_t>(sum) : std::nullopt;
}

}  // namespace

std::optional<std::vector<IncidencePoint>> cumulativeIncidence(
    std::span<const EndingsAtTime> endings, double level) {
  const std::optional<double> z = normalTwoSidedQuantile(level);
  const std::optional<uint64_t> watched = everyone(endings);
  if (!z || !watched) return std::nullopt;
  std::vector<IncidencePoint> curve;
  Estimate state;
  uint64_t atRisk = *watched;
  for (const EndingsAtTime& at : endings) {
    if (at.events + at.competing > 0) {
      state = after(state, at, atRisk);
      const double error = std::sqrt(std::max(0.0, state.varIncidence));
      curve.push_back({at.time, atRisk, std::min(1.0, state.incidence), state.competing, error,
                       logLogInterval(state.incidence, error, *z)});
    }
    atRisk -= at.events + at.competing + at.censored;
  }
  return curve;
}

MedianTime medianTime(std::span<const IncidencePoint> curve) {
  const auto reached = [](double value) { return value >= 0.5 - kRounding; };
  MedianTime median;
  for (const IncidencePoint& point : curve) {
    if (!median.time && reached(point.incidence)) median.time = point.time;
    if (!point.interval) continue;
    if (!median.low && reached(point.interval->high)) median.low = point.time;
    if (!median.high && reached(point.interval->low)) median.high = point.time;
  }
  return median;
}

}  // namespace upgrade_rate
