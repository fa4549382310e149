// The p-chart with Laney's widening; p_chart.h says what it shows.
#include "core/stats/p_chart.h"

#include <algorithm>
#include <cmath>

namespace upgrade_rate {
namespace {

constexpr double kMovingRangeOfTwo = 1.128;  // d2: mean range of two standard normal values
constexpr std::size_t kRunLength = 8;

std::optional<Share> pooled(std::span<const Share> periods) {
  Share sum;
  for (const Share& period : periods) {
    if (period.base == 0 || period.count > period.base) return std::nullopt;
    sum.count += period.count;
    sum.base += period.base;
  }
  if (sum.count == 0 || sum.count == sum.base) return std::nullopt;
  return sum;
}

double sigma(double centre, double base) { return std::sqrt(centre * (1 - centre) / base); }

double meanMovingRange(std::span<const Share> periods, double centre) {
  double sum = 0, before = 0;
  for (std::size_t i = 0; i < periods.size(); ++i) {
    const double spread = sigma(centre, static_cast<double>(periods[i].base));
    const double z = (periods[i].rate() - centre) / spread;
    if (i > 0) sum += std::fabs(z - before);
    before = z;
  }
  return sum / static_cast<double>(periods.size() - 1);
}

// Sides are compared on counts: a rate that equals the centre lies on it and breaks a run.
void markRuns(std::span<const Share> periods, Share centre, std::vector<ChartPoint>& points) {
  std::size_t start = 0;
  for (std::size_t end = 1; end <= periods.size(); ++end) {
    const int side = compareShares(periods[start], centre);
    if (end < periods.size() && compareShares(periods[end], centre) == side) continue;
    if (side != 0 && end - start >= kRunLength)
      for (std::size_t i = start; i < end; ++i) points[i].inRun = true;
    start = end;
  }
}

}  // namespace

Interval pChartLimits(double centre, double base, double widening) {
  const double reach = 3 * sigma(centre, base) * widening;
  return {std::max(0.0, centre - reach), std::min(1.0, centre + reach)};
}

std::optional<PChart> pChart(std::span<const Share> periods) {
  const std::optional<Share> centre = pooled(periods);
  if (periods.size() < kFewestChartPeriods || !centre) return std::nullopt;
  PChart chart;
  chart.centre = centre->rate();
  chart.sigmaZ = meanMovingRange(periods, chart.centre) / kMovingRangeOfTwo;
  chart.widening = std::max(1.0, chart.sigmaZ);
  for (const Share& period : periods) {
    ChartPoint point;
    point.rate = period.rate();
    point.limits = pChartLimits(chart.centre, static_cast<double>(period.base), chart.widening);
    point.beyondLimits = point.rate < point.limits.low || point.rate > point.limits.high;
    chart.points.push_back(point);
  }
  markRuns(periods, *centre, chart.points);
  return chart;
}

}  // namespace upgrade_rate
