// How likely is a standard normal value below z, and which z has a given probability below it?
//
// Method: the distribution function is erfc with the rounding of its argument corrected, so that
// far tails keep their relative accuracy. The quantile is Wichura's algorithm AS 241 (PPND16),
// Applied Statistics 37 (1988) 477-484. Leaves out other means and deviations: standardise first.
#pragma once

#include <optional>

namespace upgrade_rate {

/// P(Z <= z), in [0, 1]. Relative error about 1e-15 for z > -37; NaN for NaN.
double normalCdf(double z);

/// P(|Z| >= |z|), the two-sided p-value, in [0, 1], with the same relative error.
double normalTwoSidedP(double z);

/// The z with P(Z <= z) = p. Nothing unless 0 < p < 1. Relative error about 1e-15.
std::optional<double> normalQuantile(double p);

/// The z with P(|Z| <= z) = level (0.95 gives 1.96). Nothing unless 0 < level < 1. Meant for levels
/// from 0.5 up; below, the relative error grows to about 1e-16 / level.
std::optional<double> normalTwoSidedQuantile(double level);

}  // namespace upgrade_rate
