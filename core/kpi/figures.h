// Everything that is said about one period: its counts, the rate, how sure it is, whether it is
// good, and how it changed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/kpi/band.h"
#include "core/kpi/counts.h"
#include "core/kpi/money.h"
#include "core/kpi/rate.h"
#include "core/stats/interval.h"
#include "core/stats/newcombe.h"

namespace upgrade_rate {

struct RateOptions {
  Base base = Base::opening;
  Numerator numerator = Numerator::upgraded;
  double level = 0.95;  ///< of every interval
  Bands bands = publishedBands();
  int32_t bandWindowMonths = 0;  ///< 0: as shown
};

constexpr int32_t kYearMonths = 12;

/// The length of a period, for thresholds that are stated for another window.
struct PeriodLength {
  int32_t months = 0;  ///< whole months, or 0
  int64_t days = 0;    ///< used where months is 0
};

/// How a period stands out from the others on their chart (core/stats/p_chart.h).
struct Unusual {
  bool beyondLimits = false;
  bool inRun = false;
};

struct PeriodFigures {
  std::optional<int64_t> start, end;  ///< microseconds UTC; two typed numbers have none
  std::string label;
  bool partial = false;
  bool fromTotals = false;  ///< only opening and upgraded of `counts` are known
  bool baseKnown = true;    ///< else customers who never changed are missing from `counts`
  PeriodLength length;
  PeriodCounts counts;
  std::optional<Fraction> numeratorOnly;  ///< where the base is not known: only the numerator
  std::optional<Fraction> fraction;       ///< nothing where totals cannot give the chosen one
  std::optional<double> rate;
  std::optional<double> netRate;
  std::optional<Interval> interval;
  std::optional<size_t> band;  ///< index into RateOptions::bands
  std::optional<size_t>
      bandAnnual;                  ///< the band if the scale were for a year, as far as it differs
  std::vector<double> chances;     ///< per band; empty where undefined
  std::vector<double> bandLimits;  ///< thresholds between the bands as they apply here, ratios
  std::optional<int64_t> toNextBand, toLowerBand;
  std::optional<ShareChange> change, changeYear;
  /// Average rate per period over the last 3 or 12 of the list (trend_figures.h).
  std::optional<double> pooled3, pooled12;
  Unusual unusual;
  std::optional<std::vector<CurrencyMoney>> value;  ///< nothing without a value column
  std::vector<std::string_view> why;  ///< note codes: why something above is undefined
};

/// Fills everything that follows from counts, length and partial; not the changes, nor what the
/// periods say together.
void judge(PeriodFigures& period, const RateOptions& options);

/// The change of the rate from `before` to `after`. Nothing unless both are complete, have a base
/// above 0, and the ratio is a share.
std::optional<ShareChange> changeBetween(const PeriodFigures& before, const PeriodFigures& after,
                                         const Overlap& overlap, const RateOptions& options);

}  // namespace upgrade_rate
