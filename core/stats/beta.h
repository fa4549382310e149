// What is the chance that a Beta distributed share lies below, or above, x? The answer also gives
// Student's t, of which it is a special case (student_t.h).
//
// Method: the continued fraction DLMF 8.17.22 on the side of x where it converges fast, times a
// prefactor in Loader's saddle-point form ("Fast and Accurate Computation of Binomial
// Probabilities", 2000): Stirling errors and deviances instead of differences of log-gammas, which
// would lose all digits for large a and b. Leaves out a, b below 0.5 and the inverse in x.
#pragma once

#include <optional>

namespace upgrade_rate {

/// The two tails of a distribution at one point. They sum to 1; each is computed so that it keeps
/// its relative accuracy when it is small, so use the small one, never 1 minus the large one.
struct Tails {
  double lower = 0;  ///< P(X <= x)
  double upper = 0;  ///< P(X > x)
};

/// Tails of Beta(a, b) at x; `lower` is the regularised incomplete beta function I_x(a, b).
/// For 0.5 <= a, b <= 1e12 (steps grow with the root of the larger one); x <= 0 gives {0, 1}, x >=
/// 1 gives {1, 0}. Relative error of either tail below 1e-12 for a, b <= 1e7 while it is above
/// 1e-300. Nothing when a or b is outside that range or x is NaN.
std::optional<Tails> betaTails(double x, double a, double b);

/// The same at x and its complement y = 1 - x, for callers who know y better than 1 - x does.
/// Nothing also when x or y is outside [0, 1].
std::optional<Tails> betaTails(double x, double y, double a, double b);

}  // namespace upgrade_rate
