// Logit-linear trend by IRLS; binomial_regression.h says what it means.
#include "core/stats/binomial_regression.h"

#include <algorithm>
#include <cmath>
#include <vector>

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

// The logit of the fitted share.
double etaAt(const PeriodShare& at, const LogitTrend& line) {
  return line.level + line.slope * (static_cast<double>(at.period) - line.centre);
}

// One period under a line.
struct Fitted {
  double x = 0;       // from the centre
  double weight = 0;  // binomial variance of the count
  double miss = 0;    // count less its expectation
};

Fitted fittedAt(const PeriodShare& at, const LogitTrend& line) {
  const double n = static_cast<double>(at.share.base);
  Fitted fitted;
  fitted.x = static_cast<double>(at.period) - line.centre;
  const double eta = etaAt(at, line);
  const double odds = std::exp(-std::fabs(eta));  // of the less likely
  const double likely = 1 / (1 + odds), unlikely = odds / (1 + odds);
  const double share = eta < 0 ? unlikely : likely;
  fitted.weight = n * likely * unlikely;
  fitted.miss = static_cast<double>(at.share.count) - n * share;
  return fitted;
}

// k ln p + (n - k) ln(1 - p), without overflow on either side.
double logLikelihood(std::span<const PeriodShare> periods, const LogitTrend& line) {
  double sum = 0;
  for (const PeriodShare& at : periods) {
    const double eta = etaAt(at, line);
    const uint64_t unlikely = eta > 0 ? at.share.base - at.share.count : at.share.count;
    sum -= std::log1p(std::exp(-std::fabs(eta))) * static_cast<double>(at.share.base);
    sum -= std::fabs(eta) * static_cast<double>(unlikely);
  }
  return sum;
}

// Sums over the periods at one line. Taken about the weighted mean of x, the information matrix is
// diagonal, and no digits are lost where one period carries nearly all the weight.
struct Sums {
  double scoreLevel = 0;
  double scoreSlope = 0;  // about the mean
  double weight = 0;
  double mean = 0;    // of x, by weight
  double spread = 0;  // sum of weight (x - mean)^2
  double pearson = 0;
};

Sums sumsAt(std::span<const PeriodShare> periods, const LogitTrend& line) {
  Sums sums;
  std::vector<Fitted> all;
  all.reserve(periods.size());
  for (const PeriodShare& at : periods) {
    const Fitted& fitted = all.emplace_back(fittedAt(at, line));
    sums.weight += fitted.weight;
    sums.mean += fitted.weight * fitted.x;
  }
  sums.mean /= sums.weight;
  for (const Fitted& fitted : all) {
    const double x = fitted.x - sums.mean;
    sums.scoreLevel += fitted.miss;
    sums.scoreSlope += fitted.miss * x;
    sums.spread += fitted.weight * x * x;
    // A weight of 0 is an underflow far out on the line, where the miss is 0 as well.
    if (fitted.weight > 0) sums.pearson += fitted.miss * fitted.miss / fitted.weight;
  }
  return sums;
}

// Newton's step, cut to four logits (a longer one can land where all weights underflow) and halved
// while it makes the fit worse beyond rounding. `likelihood` is the line's, before and after.
// Returns how far the line moved, in logits.
double improve(std::span<const PeriodShare> periods, LogitTrend& line, double span,
               double& likelihood) {
  const Sums sums = sumsAt(periods, line);
  const double slope = sums.scoreSlope / sums.spread;
  const double level = sums.scoreLevel / sums.weight - slope * sums.mean;
  const double move = std::fabs(level) + std::fabs(slope) * span;
  const double before = likelihood;
  double part = move > 4 ? 4 / move : 1;
  LogitTrend next = line;
  for (int halving = 0; halving < 60; ++halving, part /= 2) {
    next.level = line.level + part * level;
    next.slope = line.slope + part * slope;
    likelihood = logLikelihood(periods, next);
    if (likelihood >= before - 1e-12 * std::fabs(before)) break;
  }
  line = next;
  return part * move;
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

std::optional<LogitTrend> fitLogitTrend(std::span<const PeriodShare> periods,
                                        const LogitTrend* from) {
  if (periods.size() < 3 || !hasFiniteFit(periods)) return std::nullopt;
  LogitTrend line = flatLine(periods);
  if (from != nullptr) {
    line.level = from->level + from->slope * (line.centre - from->centre);
    line.slope = from->slope;
  }
  const double span = timeSpanned(periods);
  // Steps shrink quadratically: after one below 1e-9 the line is right to rounding.
  double likelihood = logLikelihood(periods, line);
  for (int step = 0; step < 1000 && improve(periods, line, span, likelihood) > 1e-9; ++step) {
  }
  const Sums sums = sumsAt(periods, line);
  if (!(sums.spread > 0)) return std::nullopt;
  line.freedom = static_cast<double>(periods.size() - 2);
  line.dispersion = std::max(1.0, sums.pearson / line.freedom);
  line.varSlope = line.dispersion / sums.spread;
  line.covariance = -sums.mean * line.varSlope;
  line.varLevel = line.dispersion / sums.weight + sums.mean * sums.mean * line.varSlope;
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
