// Which line runs through the shares of the periods, and what will a later period show?
//
// Method: binomial regression with a linear trend on the logit, fitted by iteratively reweighted
// least squares (McCullagh and Nelder, Generalized Linear Models, 2.5 and 4.4), with the dispersion
// max(1, X^2 / (m - 2)) on its covariance matrix (4.5). A line on the logit cannot leave [0, 1].
// The prediction interval joins the t limits of the fitted share, taken on the logit, with the
// binomial spread of the observed one (MOVER, Zou and Donner 2008, Statistics in Medicine
// 27:1693-1702). Of the usual choices it alone covered at least 95 % in simulation with shares of 2
// to 90 % and bases from 50: a delta-method interval on the logit covered as little as 64 %, since
// a count of 0 is likely there and a logit interval never contains it. Leaves out seasons,
// curvature and other explanations.
#pragma once

#include <optional>
#include <span>

#include "core/stats/interval.h"
#include "core/stats/share.h"

namespace upgrade_rate {

/// The line logit(share) = level + slope (period - centre).
struct LogitTrend {
  double centre = 0;  ///< a period number, not whole: the mean period weighted by base
  double level = 0;
  double slope = 0;                                   ///< logits per period
  double varLevel = 0, covariance = 0, varSlope = 0;  ///< dispersion included
  double dispersion = 1;                              ///< max(1, X^2 / freedom)
  double freedom = 0;                                 ///< degrees of freedom, m - 2
};

/// Fits the line. Nothing with fewer than 3 periods, with a base of 0, a count above its base, or
/// where no finite line fits best: all or none succeeded, all in one period, or successes and
/// failures are separated by a period (such as none before the last one), or nearly so that a
/// double cannot hold the fit. `from`: a line near the best one, to begin at; it saves steps and
/// leaves the result the same to rounding.
std::optional<LogitTrend> fitLogitTrend(std::span<const PeriodShare> periods,
                                        const LogitTrend* from = nullptr);

/// A share to expect, in [0, 1], with the prediction interval for the share that will be observed.
struct ExpectedShare {
  double rate = 0;
  Interval interval;
};

/// The share to expect in `period` (any, also outside those fitted) at a given base. Nothing when
/// the base is 0 or level is not inside (0, 1).
std::optional<ExpectedShare> expectedShare(const LogitTrend& trend, int64_t period, uint64_t base,
                                           double level);

}  // namespace upgrade_rate
