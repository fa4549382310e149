// Cochran-Armitage trend with a dispersion; trend.h says what the figures mean.
#include "core/stats/trend.h"

#include <algorithm>
#include <cmath>

#include "core/stats/normal.h"
#include "core/stats/student_t.h"

namespace upgrade_rate {
namespace {

// What the fitted line p + slope (x - centre) needs.
struct Line {
  double share = 0;   // pooled
  double centre = 0;  // mean period weighted by base
  double slope = 0;   // per period
  double spread = 0;  // sum of base (x - centre)^2
};

Line fitLine(std::span<const PeriodShare> periods) {
  double base = 0, count = 0, weighted = 0;
  for (const PeriodShare& at : periods) {
    base += static_cast<double>(at.share.base);
    count += static_cast<double>(at.share.count);
    weighted += static_cast<double>(at.share.base) * static_cast<double>(at.period);
  }
  Line line{count / base, weighted / base, 0, 0};
  double moment = 0;
  for (const PeriodShare& at : periods) {
    const double n = static_cast<double>(at.share.base);
    const double x = static_cast<double>(at.period) - line.centre;
    moment += n * (at.share.rate() - line.share) * x;
    line.spread += n * x * x;
  }
  line.slope = moment / line.spread;
  return line;
}

// Armitage's chi-square for departure from the line: the variance is that of the pooled share, so
// that it is defined wherever the line runs, and it adds to z^2 to the chi-square of homogeneity.
double departure(std::span<const PeriodShare> periods, const Line& line) {
  double sum = 0;
  for (const PeriodShare& at : periods) {
    const double fitted = line.share + line.slope * (static_cast<double>(at.period) - line.centre);
    const double miss = at.share.rate() - fitted;
    sum += static_cast<double>(at.share.base) * miss * miss;
  }
  return sum / (line.share * (1 - line.share));
}

bool usable(std::span<const PeriodShare> periods) {
  if (periods.size() < kFewestTrendPeriods) return false;
  bool differ = false;
  for (const PeriodShare& at : periods) {
    if (at.share.base == 0 || at.share.count > at.share.base) return false;
    differ = differ || at.period != periods.front().period;
  }
  return differ;
}

bool varies(std::span<const PeriodShare> periods) {
  bool success = false, failure = false;
  for (const PeriodShare& at : periods) {
    success = success || at.share.count > 0;
    failure = failure || at.share.count < at.share.base;
  }
  return success && failure;
}

}  // namespace

std::optional<Trend> shareTrend(std::span<const PeriodShare> periods) {
  if (!usable(periods)) return std::nullopt;
  Trend trend;
  if (!varies(periods)) return trend;
  const Line line = fitLine(periods);
  const double freedom = static_cast<double>(periods.size() - 2);
  trend.slopePoints = 100 * line.slope;
  trend.z = line.slope * std::sqrt(line.spread / (line.share * (1 - line.share)));
  trend.p = normalTwoSidedP(*trend.z);
  trend.dispersion = std::max(1.0, departure(periods, line) / freedom);
  trend.pAdjusted = studentTTwoSidedP(*trend.z / std::sqrt(trend.dispersion), freedom);
  if (trend.pAdjusted && *trend.pAdjusted < 0.05)
    trend.direction = line.slope > 0 ? TrendDirection::rising : TrendDirection::falling;
  return trend;
}

}  // namespace upgrade_rate
