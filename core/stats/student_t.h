// How likely is a t statistic of this size by chance, and which size has a given chance?
//
// Method: P(|T| >= t) = I_x(v/2, 1/2) with x = v / (v + t^2) (DLMF 8.17, beta.h). The quantile is
// found by Newton steps on the logarithm of the tail as a function of ln t; that function is
// concave, so the steps cannot diverge. Leaves out non-central t.
#pragma once

#include <optional>

namespace upgrade_rate {

/// P(|T| >= |t|) with `df` >= 1 degrees of freedom (need not be whole, up to 1e12), in [0, 1].
/// Nothing when df is out of range or t is NaN.
std::optional<double> studentTTwoSidedP(double t, double df);

/// The t >= 0 with P(|T| <= t) = level (level 0.95, df 10 gives 2.228). Nothing unless
/// 0 < level < 1 and df is in range. Relative error about 1e-13 for levels from 0.01 up.
std::optional<double> studentTTwoSidedQuantile(double level, double df);

}  // namespace upgrade_rate
