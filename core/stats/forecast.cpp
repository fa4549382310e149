// Continues the trend and tests it against the naive forecast; forecast.h says how.
#include "core/stats/forecast.h"

#include <algorithm>
#include <cmath>

namespace upgrade_rate {
namespace {

constexpr std::size_t kFirstFit = 8;  // periods in the first fit of the backtest

bool usable(std::span<const PeriodShare> periods, double level) {
  if (periods.size() < kFewestForecastPeriods || !(level > 0 && level < 1)) return false;
  for (std::size_t i = 0; i < periods.size(); ++i) {
    if (periods[i].share.base == 0 || periods[i].share.count > periods[i].share.base) return false;
    if (i > 0 && periods[i].period <= periods[i - 1].period) return false;
  }
  return true;
}

// One step ahead: the share the model expects for `at`, knowing only what came before. `line`: of
// the step before; the new one is near it.
double modelGuess(std::span<const PeriodShare> before, const PeriodShare& at,
                  std::optional<LogitTrend>& line) {
  line = fitLogitTrend(before, line ? &*line : nullptr);
  if (!line) return before.back().share.rate();
  const double eta = line->level + line->slope * (static_cast<double>(at.period) - line->centre);
  return 1 / (1 + std::exp(-eta));
}

void backtest(std::span<const PeriodShare> periods, Forecast& forecast) {
  double model = 0, naive = 0;
  std::optional<LogitTrend> line;
  const std::size_t tested = std::min(periods.size() - kFirstFit, kMostTestedForecasts);
  for (std::size_t i = periods.size() - tested; i < periods.size(); ++i) {
    const double seen = periods[i].share.rate();
    model += std::fabs(seen - modelGuess(periods.first(i), periods[i], line));
    naive += std::fabs(seen - periods[i - 1].share.rate());
  }
  const double steps = static_cast<double>(tested);
  forecast.modelError = model / steps;
  forecast.naiveError = naive / steps;
}

}  // namespace

std::optional<Forecast> forecastShares(std::span<const PeriodShare> periods, int horizon,
                                       double level) {
  if (!usable(periods, level)) return std::nullopt;
  Forecast forecast;
  forecast.naive = periods.back().share.rate();
  backtest(periods, forecast);
  const std::optional<LogitTrend> line = fitLogitTrend(periods);
  forecast.beatsNaive = forecast.modelError < forecast.naiveError;
  for (int ahead = 1; line && ahead <= horizon; ++ahead) {
    const auto expected =
        expectedShare(*line, periods.back().period + ahead, periods.back().share.base, level);
    if (expected) forecast.next.push_back(*expected);
  }
  return forecast;
}

}  // namespace upgrade_rate
