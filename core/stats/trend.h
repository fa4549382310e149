// Does the share rise or fall over the periods?
//
// Method: the Cochran-Armitage test for a linear trend in proportions (Armitage 1955, Biometrics
// 11:375-386; Agresti, Categorical Data Analysis, 5.3.5), without continuity correction. It takes
// the counts as binomial. Real periods vary more, so its z is also divided by the root of the
// dispersion about the fitted line, which is Armitage's chi-square for departure from the line over
// its degrees of freedom, and judged by Student's t. Leaves out seasons and curved trends.
#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include "core/stats/share.h"

namespace upgrade_rate {

enum class TrendDirection { flat, rising, falling };

struct Trend {
  TrendDirection direction = TrendDirection::flat;  ///< not flat where pAdjusted < 0.05
  /// z > 0 rises. z and both p are nothing when all or none succeeded: nothing varies.
  std::optional<double> z;
  std::optional<double> p;          ///< two-sided, normal, as published
  double dispersion = 1;            ///< max(1, X^2 / (m - 2)); 1 where z is nothing
  std::optional<double> pAdjusted;  ///< two-sided p of z / sqrt(dispersion), t with m - 2 df
  double slopePoints = 0;  ///< percentage points per period, least squares weighted by base
};

/// Trend over the periods given, in any order. Nothing with fewer than kFewestTrendPeriods, with a
/// base of 0, a count above its base, or when all period numbers are the same.
constexpr std::size_t kFewestTrendPeriods = 3;
std::optional<Trend> shareTrend(std::span<const PeriodShare> periods);

}  // namespace upgrade_rate
