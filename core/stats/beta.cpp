// Tails of the Beta distribution; beta.h says by which methods.
#include "core/stats/beta.h"

#include <cmath>
#include <cstddef>
#include <limits>

namespace upgrade_rate {
namespace {

constexpr double kLargest = 1e12;
constexpr double kHalfLogTwoPi = 0.91893853320467274;  // ln(2 pi) / 2

// a ln(a / mean) + mean - a >= 0: how far a is from its mean, as half a deviance (Loader's D0).
// `delta` = a - mean is known better than the difference of the two. For a near the mean the series
// ln(1 + u) = 2 (w + w^3/3 + ...) in w = u / (2 + u) avoids the cancellation.
double halfDeviance(double a, double mean, double delta, double logRatio) {
  const double u = delta / mean;
  if (!(std::fabs(u) <= 0.3)) return a * logRatio - delta;
  const double w = u / (2 + u);
  const double ww = w * w;
  double tail = 0, power = ww;
  for (int odd = 3; odd < 41 && power > tail * 1e-17; odd += 2) {
    tail += power / odd;
    power *= ww;
  }
  return delta * w + 2 * a * w * tail;  // since 2 a w - delta = delta w
}

// The error of Stirling's formula: ln Gamma(z) - ((z - 1/2) ln z - z + ln(2 pi) / 2), z >= 0.5.
// The asymptotic series serves from 12 on; below, each step of Gamma(z + 1) = z Gamma(z) adds
// (z + 1/2) ln(1 + 1/z) - 1.
double stirlingError(double z) {
  double sum = 0;
  for (; z < 12; z += 1) sum += (z + 0.5) * std::log1p(1 / z) - 1;
  constexpr double kSeries[] = {1.0 / 12,   -1.0 / 360,      1.0 / 1260, -1.0 / 1680,
                                1.0 / 1188, -691.0 / 360360, 1.0 / 156};
  const double zz = 1 / (z * z);
  double series = 0;
  for (std::size_t i = sizeof kSeries / sizeof *kSeries; i-- > 0;)
    series = series * zz + kSeries[i];
  return sum + series / z;
}

// ln(top / bottom), also where the quotient overflows.
double logOfRatio(double top, double bottom) {
  const double ratio = top / bottom;
  return std::isfinite(ratio) ? std::log(ratio) : std::log(top) - std::log(bottom);
}

// x^a y^b / B(a, b), where delta = a y - b x says how far x is from the mean a / (a + b).
double betaKernel(double x, double y, double a, double b, double delta) {
  const double n = a + b;
  const double deviance = halfDeviance(a, n * x, delta, logOfRatio(a / n, x)) +
                          halfDeviance(b, n * y, -delta, logOfRatio(b / n, y));
  const double correction = stirlingError(n) - stirlingError(a) - stirlingError(b);
  const double scale = 0.5 * std::log(a / n * b) - kHalfLogTwoPi;
  return std::exp(scale + correction - deviance);
}

// I_x(a, b) B(a, b) / (x^a y^b) by Lentz's method, for delta = a y - b x > 2x - 1, that is
// x < (a + 1) / (a + b + 2). The fraction is the even part of DLMF 8.17.22 (Didonato and Morris,
// ACM TOMS 18 (1992) 360-373, BFRAC): the same values in half the steps, with positive terms up to
// step b and delta in its place, so that rounding does not pile up where x is near the mean. It
// converges within some multiples of sqrt(max(a, b)) steps.
double continuedFraction(double x, double a, double b, double delta) {
  constexpr double kMostSteps = 2e7;
  const auto denominator = [=](double m) {
    return m + m * (b - m) * x / (a + 2 * m - 1) +
           (a + m) * (delta + 1 + m * (2 - x)) / (a + 2 * m + 1);
  };
  double c = a * (delta + 1) / (a + 1), d = 0;
  double value = c;
  for (double m = 1; m < kMostSteps; m += 1) {
    const double root = x / (a + 2 * m - 1);
    const double top = (a + m - 1) * (a + b + m - 1) * root * (m * (b - m) * root);
    const double bottom = denominator(m);
    d = 1 / (bottom + top * d);
    c = bottom + top / c;
    const double change = c * d;
    value *= change;
    if (std::fabs(change - 1) <= std::numeric_limits<double>::epsilon()) break;
  }
  return 1 / value;
}

// a y - b x without losing digits where the two products nearly cancel; `rest` is what y is short
// of the true complement of x.
double distanceFromMean(double x, double y, double rest, double a, double b) {
  const double bx = b * x;
  const double rounding = std::fma(-b, x, bx);
  return std::fma(a, y, -bx) + rounding + a * rest;
}

Tails tailsInside(double x, double y, double rest, double a, double b) {
  const double delta = distanceFromMean(x, y, rest, a, b);
  const double kernel = betaKernel(x, y, a, b, delta);
  if (delta + 1 > 2 * x) {
    const double lower = kernel * continuedFraction(x, a, b, delta);
    return {lower, 1 - lower};
  }
  const double upper = kernel * continuedFraction(y, b, a, -delta);
  return {1 - upper, upper};
}

std::optional<Tails> tails(double x, double y, double rest, double a, double b) {
  if (!(a >= 0.5 && b >= 0.5 && a <= kLargest && b <= kLargest)) return std::nullopt;
  if (x == 0) return Tails{0, 1};
  if (y == 0) return Tails{1, 0};
  return tailsInside(x, y, rest, a, b);
}

}  // namespace

std::optional<Tails> betaTails(double x, double a, double b) {
  if (std::isnan(x)) return std::nullopt;
  const double inside = x < 0 ? 0 : (x > 1 ? 1 : x);
  const double y = 1 - inside;
  return tails(inside, y, (1 - y) - inside, a, b);
}

std::optional<Tails> betaTails(double x, double y, double a, double b) {
  if (!(x >= 0 && x <= 1 && y >= 0 && y <= 1)) return std::nullopt;
  return tails(x, y, 0, a, b);
}

}  // namespace upgrade_rate
