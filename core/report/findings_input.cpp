#include "core/report/findings_input.h"

#include <utility>

namespace upgrade_rate {

namespace {

constexpr size_t kNinetyDays = 1;  // its place among the days of a stay
static_assert(kStayDays[kNinetyDays] == 90);

// Upgrades of the headline's time that are ninety days old. The latest of a year never are, so the
// listed periods within it are added up as far as all their upgrades are observed.
std::optional<Share> heldAfter90Days(const Journeys& journeys, const FindingsInput& input) {
  Share held;
  for (size_t i = 0; i < journeys.periods.size() && i < input.periods.size(); ++i) {
    const Stay& stay = journeys.periods[i].stays[kNinetyDays];
    if (!stay.stayed || input.periods[i].start < input.headline->start) continue;
    held.count += static_cast<uint64_t>(*stay.stayed);
    held.base += static_cast<uint64_t>(stay.observed);
  }
  return held.base > 0 ? std::optional(held) : std::nullopt;
}

ChurnOverTime overTime(const ChurnRate& churn) { return {churn.churns, churn.days()}; }

}  // namespace

FindingsInput findingsInput(const std::optional<Headline>& headline,
                            const std::vector<PeriodFigures>& periods, const RateOptions& rate) {
  FindingsInput input;
  input.rate = rate;
  if (headline) input.headline = &headline->figures;
  input.periods = periods;
  return input;
}

void lookAtTrend(const TrendFigures& trend, FindingsInput& input) {
  if (trend.direction) {
    input.direction =
        DirectionFound{*trend.direction, static_cast<int64_t>(trend.directionPeriods)};
  }
  if (!trend.chart) return;
  for (const PeriodFigures& period : input.periods) {
    if (!period.unusual.beyondLimits || !period.rate) continue;
    input.unusual.push_back({period.label, *period.rate, trend.chart->centre});
  }
}

void lookAtLaunches(const std::vector<Launch>& launches, const std::vector<LaunchEffect>& effects,
                    FindingsInput& input) {
  for (size_t i = 0; i < launches.size() && i < effects.size(); ++i) {
    const LaunchEffect& effect = effects[i];
    if (!effect.change) continue;
    input.launches.push_back({launches[i].name, shareOf(*effect.before.fraction),
                              shareOf(*effect.after.fraction), *effect.change, effect.days});
  }
}

void lookAtSegments(const std::vector<SegmentTable>& tables, FindingsInput& input) {
  if (!isShare(input.rate.numerator, input.rate.base)) return;
  for (const SegmentTable& table : tables) {
    SegmentSplit split{table.column, {}};
    for (const SegmentRow& row : table.rows) {
      if (row.fraction.numerator > row.fraction.base) return;  // sums of totals
      split.segments.push_back({row.text, shareOf(row.fraction)});
    }
    input.segments.push_back(std::move(split));
    if (!table.mix || !input.headline || !input.headline->change) continue;
    input.mixes.push_back(
        {table.column, table.mix->change, table.mix->total.mix, input.headline->change->clear});
  }
}

void lookAtMoney(FindingsInput& input) {
  if (!input.headline || !input.headline->value) return;
  constexpr double kUnit = 1e6;
  for (const auto& [currency, money] : *input.headline->value) {
    input.money.push_back({currency, money.openingCustomers,
                           static_cast<double>(money.part(MoneyPart::priceRise)) / kUnit,
                           static_cast<double>(money.upgradeValue) / kUnit, money.netRetention()});
  }
}

void lookAtJourneys(const Journeys& journeys, FindingsInput& input) {
  const TimeToUpgrade& time = journeys.timeToUpgrade;
  if (time.median.time) input.median = MedianToUpgrade{time.customers, *time.median.time};
  if (!input.headline) return;
  input.heldAfter90Days = heldAfter90Days(journeys, input);
  if (!journeys.headline) return;
  input.churn =
      ChurnAfterUpgrade{journeys.headline->upgraded, overTime(journeys.headline->afterUpgrade),
                        overTime(journeys.headline->others)};
}

}  // namespace upgrade_rate
