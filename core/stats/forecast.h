// What share should the next periods show, and has such a forecast been any better than "same as
// last time"?
//
// Method: the trend of binomial_regression.h continued, and judged by a rolling one-step backtest:
// from the first 8 periods on, each next period is forecast from those before it, and the mean
// absolute error is set beside that of repeating the last share. Of a long series the last 480 such
// forecasts are tested, since the time they take grows with its square. Where no line can be fitted
// (no successes yet), the model forecasts the same as last. Leaves out seasons.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "core/stats/binomial_regression.h"

namespace upgrade_rate {

struct Forecast {
  /// The periods that follow the last one given, at its base. Empty where no line can be fitted to
  /// all periods (all or none succeeded, for instance); then only the naive forecast is left.
  std::vector<ExpectedShare> next;
  double naive = 0;         ///< the last share, the forecast "same as last"
  double modelError = 0;    ///< mean absolute error one period ahead, in shares
  double naiveError = 0;    ///< the same for "same as last"
  bool beatsNaive = false;  ///< modelError < naiveError; never where there is no line
};

/// Forecast from periods in rising order for `horizon` periods. Nothing with fewer than
/// kFewestForecastPeriods, with a base of 0, a count above its base, period numbers that do not
/// rise, or level not inside (0, 1).
constexpr std::size_t kFewestForecastPeriods = 12;
constexpr std::size_t kMostTestedForecasts = 480;
std::optional<Forecast> forecastShares(std::span<const PeriodShare> periods, int horizon,
                                       double level);

}  // namespace upgrade_rate
