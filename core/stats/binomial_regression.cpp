// Logit-linear trend by IRLS; binomial_regression.h says what it means.
#include "core/stats/binomial_regression.h"

#include <algorithm>
#include <cmath>

#include "core/stats/student_t.h"

namespace upgrade_rate {
namespace {

double logistic(double eta) {
  return eta < 0 ? std::exp(eta) / (1 + std::exp(eta)) : 1 / (1 + std::exp(-eta));
}

// Is there a finite best line? Successes and failures must overlap in time (Albert and Anderson
// 1984): neither kind may end before, or in the very period in which, the other begins.
bool hasFiniteFit(std::span<const PeriodShare> periods) {
  std::optional<Interval> success, failure;
  const auto extend = [](std::optional<Interval>& range, double at) {
    range =
        range ? Interval{std::min(range->low, at), std::max(range->high, at)} : Interval{at, at};
  };
  for (const PeriodShare& at : periods) {
    if (at.share.base == 0 || at.share.count > at.share.base) return false;
    if (at.share.count > 0) extend(success, static_cast<double>(at.period));
    if (at.share.count < at.share.base) extend(failure, static_cast<double>(at.period));
  }
  return success && failure && success->low < failure->high && failure->low < success->high;
}

// Sums over the periods at one line: the score (gradient of the log-likelihood), the information
// matrix, Pearson's X^2 and the log-likelihood.
struct Sums {
  double scoreLevel = 0, scoreSlope = 0;
  double weight = 0, moment = 0, square = 0;
  double pearson = 0, likelihood = 0;
};

Sums sumsAt(std::span<const PeriodShare> periods, const LogitTrend& line) {
  Sums sums;
  for (const PeriodShare& at : periods) {
    const double n = static_cast<double>(at.share.base), k = static_cast<double>(at.share.count);
    const double x = static_cast<double>(at.period) - line.centre;
    const double eta = line.level + line.slope * x;
    const double expected = n * logistic(eta);
    const double weight = expected * logistic(-eta);
    const double miss = k - expected;
    sums.scoreLevel += miss;
    sums.scoreSlope += miss * x;
    sums.weight += weight;
    sums.moment += weight * x;
    sums.square += weight * x * x;
    sums.pearson += miss * miss / weight;
    // k ln p + (n - k) ln(1 - p), without overflow on either side
    sums.likelihood -=
        std::log1p(std::exp(-std::fabs(eta))) * n + std::fabs(eta) * (eta > 0 ? n - k : k);
  }
  return sums;
}

double determinant(const Sums& s) { return s.weight * s.square - s.moment * s.moment; }

// Newton's step, halved while it makes the fit worse beyond rounding. Returns how far the line
// moved over the time spanned, in logits.
double improve(std::span<const PeriodShare> periods, LogitTrend& line, double span) {
  const Sums s = sumsAt(periods, line);
  const double det = determinant(s);
  double level = (s.square * s.scoreLevel - s.moment * s.scoreSlope) / det;
  double slope = (s.weight * s.scoreSlope - s.moment * s.scoreLevel) / det;
  LogitTrend next = line;
  for (int halving = 0; halving < 60; ++halving) {
    next.level = line.level + level;
    next.slope = line.slope + slope;
    if (sumsAt(periods, next).likelihood >= s.likelihood - 1e-12 * std::fabs(s.likelihood)) break;
    level /= 2;
    slope /= 2;
  }
  line = next;
  return std::fabs(level) + std::fabs(slope) * span;
}

// The start: no slope, at the pooled share.
LogitTrend flatLine(std::span<const PeriodShare> periods) {
  double base = 0, count = 0, weighted = 0;
  for (const PeriodShare& at : periods) {
    const double n = static_cast<double>(at.share.base);
    base += n;
    count += static_cast<double>(at.share.count);
    weighted += n * static_cast<double>(at.period - periods.front().period);
  }
  LogitTrend line;
  line.centre = static_cast<double>(periods.front().period) + weighted / base;
  line.level = std::log(count / (base - count));
  return line;
}

double timeSpanned(std::span<const PeriodShare> periods) {
  int64_t first = periods.front().period, last = first;
  for (const PeriodShare& at : periods) {
    first = std::min(first, at.period);
    last = std::max(last, at.period);
  }
  return static_cast<double>(last - first);
}

}  // namespace

std::optional<LogitTrend> fitLogitTrend(std::span<const PeriodShare> periods) {
  if (periods.size() < 3 || !hasFiniteFit(periods)) return std::nullopt;
  LogitTrend line = flatLine(periods);
  const double span = timeSpanned(periods);
  // Steps shrink quadratically: after one below 1e-9 the line is right to rounding.
  for (int step = 0; step < 100 && improve(periods, line, span) > 1e-9; ++step) {
  }
  const Sums s = sumsAt(periods, line);
  line.freedom = static_cast<double>(periods.size() - 2);
  line.dispersion = std::max(1.0, s.pearson / line.freedom);
  const double scale = line.dispersion / determinant(s);
  line.varLevel = scale * s.square;
  line.covariance = -scale * s.moment;
  line.varSlope = scale * s.weight;
  return line;
}

std::optional<ExpectedShare> expectedShare(const LogitTrend& trend, int64_t period, uint64_t base,
                                           double level) {
  const std::optional<double> t = studentTTwoSidedQuantile(level, trend.freedom);
  if (base == 0 || !t) return std::nullopt;
  const double x = static_cast<double>(period) - trend.centre;
  const double eta = trend.level + trend.slope * x;
  const double variance = trend.varLevel + 2 * x * trend.covariance + x * x * trend.varSlope;
  const double reach = *t * std::sqrt(std::max(0.0, variance));
  const double rate = logistic(eta);
  const double down = rate - logistic(eta - reach);
  const double up = logistic(eta + reach) - rate;
  const double spread =
      *t * std::sqrt(trend.dispersion * rate * logistic(-eta) / static_cast<double>(base));
  return ExpectedShare{rate,
                       {std::max(0.0, rate - std::hypot(down, spread)),
                        std::min(1.0, rate + std::hypot(up, spread))}};
}

}  // namespace upgrade_rate
