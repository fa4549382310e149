// Student's t through the Beta distribution; student_t.h says how.
#include "core/stats/student_t.h"

#include <cmath>

#include "core/stats/beta.h"
#include "core/stats/normal.h"

namespace upgrade_rate {
namespace {

// Tails of |T| at t > 0: `lower` is P(|T| > t), since a large t is a small x.
std::optional<Tails> tailsOfSquare(double t, double df) {
  if (!(df >= 1)) return std::nullopt;
  const double square = t / df * t;
  if (std::isinf(square)) return Tails{0, 1};
  return betaTails(1 / (1 + square), square / (1 + square), df / 2, 0.5);
}

// t times the density of |T| at t: minus the derivative of P(|T| > t) by ln t.
double slope(double t, double df, double logNorm) {
  return std::exp(std::log(t) + logNorm - (df + 1) / 2 * std::log1p(t / df * t));
}

// ln of the density of |T| at 0: ln 2 + ln Gamma((v + 1)/2) - ln Gamma(v/2) - ln(v pi)/2. A step
// size, not a result: its rounding only changes the path of the iteration, not where it ends.
double logDensityAtZero(double df) {
  return std::log(2.0) + std::lgamma((df + 1) / 2) - std::lgamma(df / 2) -
         0.5 * std::log(df * 3.141592653589793);
}

}  // namespace

std::optional<double> studentTTwoSidedP(double t, double df) {
  if (std::isnan(t)) return std::nullopt;
  const std::optional<Tails> tails = tailsOfSquare(std::fabs(t), df);
  return tails ? std::optional<double>(tails->lower) : std::nullopt;
}

std::optional<double> studentTTwoSidedQuantile(double level, double df) {
  const std::optional<double> z = normalTwoSidedQuantile(level);
  if (!z || !tailsOfSquare(*z, df)) return std::nullopt;
  const double target = 1 - level;
  const double logNorm = logDensityAtZero(df);
  double t = std::fmax(*z, level);  // at most the answer; z alone rounds to 0 for tiny levels
  for (int step = 0; step < 200; ++step) {
    const double chance = tailsOfSquare(t, df)->lower;
    const double change = std::log(chance / target) * chance / slope(t, df, logNorm);
    t *= std::exp(change);
    if (std::fabs(change) < 1e-15) break;
  }
  return t;
}

}  // namespace upgrade_rate
