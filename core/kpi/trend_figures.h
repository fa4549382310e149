// What the periods say together: smoothed rates, the direction of the trend, periods that stand
// out, and what to expect next.
//
// Method: the figures of core/stats (trend.h, p_chart.h, forecast.h) over the complete periods
// whose ratio is a share with a base above 0; those without one in between are passed over, but
// keep their place in time. The direction looks at the last 24 of them, chart and forecast at all.
// Leaves out seasons, which two or three years of months cannot tell from chance.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/kpi/figures.h"
#include "core/stats/binomial_regression.h"
#include "core/stats/interval.h"
#include "core/stats/trend.h"
#include "core/timeline/time_zone.h"

namespace upgrade_rate {

constexpr size_t kTrendPeriods = 24;  ///< the direction looks at so many at most
constexpr int kForecastHorizon = 3;   ///< periods

/// A period to come.
struct ForecastPeriod {
  int64_t start, end;  ///< microseconds UTC
  std::string label;
  double rate;                         ///< of the forecast that is shown, a ratio
  std::optional<Interval> interval;    ///< prediction interval; "same as last" has none
  std::optional<ExpectedShare> model;  ///< nothing where no line can be fitted
};

struct RateForecast {
  bool modelShown = false;  ///< it beat "same as last" in the backtest
  double sameAsLast = 0;    ///< the last rate
  double modelError = 0;    ///< mean absolute error one period ahead, as a ratio
  double sameAsLastError = 0;
  std::vector<ForecastPeriod> periods;
};

struct RateChart {
  double centre = 0;                            ///< ratio
  double sigmaZ = 0;                            ///< above 1: more variation than chance alone gives
  std::vector<std::optional<Interval>> limits;  ///< per listed period; nothing where left out
};

struct TrendFigures {
  size_t complete = 0;  ///< complete periods with a base above 0
  std::optional<Trend> direction;
  size_t directionPeriods = 0;        ///< of them, those the direction is told by
  std::string firstLabel, lastLabel;  ///< of these
  std::optional<RateChart> chart;
  std::optional<RateForecast> forecast;
  std::vector<std::string_view> why;  ///< note codes: why something here is undefined, or not shown
};

/// Fills `pooled3`, `pooled12` and `unusual` of the periods, which are in rising order, and returns
/// what they say together. `fiscalStartMonth`: of the periods listed, for the names of those to
/// come.
TrendFigures trendFigures(std::vector<PeriodFigures>& periods, int32_t fiscalStartMonth,
                          const TimeZone& zone, const RateOptions& options);

}  // namespace upgrade_rate
