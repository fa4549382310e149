// The figures of the periods together; trend_figures.h says what they are.
#include "core/kpi/trend_figures.h"

#include <algorithm>

#include "core/cells/iso.h"
#include "core/kpi/periods.h"
#include "core/stats/forecast.h"
#include "core/stats/p_chart.h"

namespace upgrade_rate {

namespace {

// The periods that count, with their places in the list.
struct Usable {
  std::vector<size_t> place;
  std::vector<PeriodShare> shares;

  std::vector<Share> plain() const {
    std::vector<Share> list;
    for (const PeriodShare& each : shares) list.push_back(each.share);
    return list;
  }
};

// Numbers periods of one length along the calendar, so that a missing one leaves a gap.
int64_t calendarNumber(const PeriodFigures& period, int64_t firstDay, const TimeZone& zone) {
  const int64_t day = zone.day(*period.start);
  const PeriodLength& length = period.length;
  if (length.months > 0) return floorDivide(monthNumber(day), length.months);
  return floorDivide(day - firstDay, length.days);
}

// A period that is no share of its base has no interval; one with a base of 0 neither.
Usable usableOf(const std::vector<PeriodFigures>& periods, const TimeZone& zone) {
  Usable usable;
  for (size_t p = 0; p < periods.size(); ++p) {
    const PeriodFigures& period = periods[p];
    if (period.partial || !period.interval || !period.start) continue;
    usable.place.push_back(p);
    usable.shares.push_back({calendarNumber(period, zone.day(*periods.front().start), zone),
                             shareOf(*period.fraction)});
  }
  return usable;
}

// Sum over sum of `length` consecutive periods that end with the i-th; nothing across a gap.
std::optional<double> pooled(const std::vector<PeriodShare>& shares, size_t i, size_t length) {
  if (i + 1 < length) return std::nullopt;
  const size_t first = i + 1 - length;
  if (shares[i].period - shares[first].period != static_cast<int64_t>(length) - 1) {
    return std::nullopt;
  }
  Share sum;
  for (size_t k = first; k <= i; ++k) {
    sum.count += shares[k].share.count;
    sum.base += shares[k].share.base;
  }
  return sum.rate();
}

void smooth(const Usable& usable, std::vector<PeriodFigures>& periods) {
  for (size_t i = 0; i < usable.place.size(); ++i) {
    PeriodFigures& period = periods[usable.place[i]];
    period.pooled3 = pooled(usable.shares, i, 3);
    period.pooled12 = pooled(usable.shares, i, 12);
  }
}

void findDirection(const Usable& usable, const std::vector<PeriodFigures>& periods,
                   TrendFigures& figures) {
  const size_t count = std::min(usable.shares.size(), kTrendPeriods);
  if (count < kFewestTrendPeriods) return figures.why.push_back("trend.tooFew");
  figures.direction = shareTrend(std::span(usable.shares).last(count));
  figures.directionPeriods = count;
  figures.firstLabel = periods[usable.place[usable.place.size() - count]].label;
  figures.lastLabel = periods[usable.place.back()].label;
  if (figures.direction && !figures.direction->z) figures.why.push_back("trend.allAlike");
}

void drawChart(const Usable& usable, std::vector<PeriodFigures>& periods, TrendFigures& figures) {
  if (usable.shares.size() < kFewestChartPeriods) return figures.why.push_back("chart.tooFew");
  const std::optional<PChart> chart = pChart(usable.plain());
  if (!chart) return figures.why.push_back("chart.allAlike");
  RateChart drawn{chart->centre, chart->sigmaZ, {}};
  drawn.limits.resize(periods.size());
  for (size_t i = 0; i < usable.place.size(); ++i) {
    const ChartPoint& point = chart->points[i];
    drawn.limits[usable.place[i]] = point.limits;
    periods[usable.place[i]].unusual = {point.beyondLimits, point.inRun};
  }
  figures.chart = std::move(drawn);
}

struct Place {
  int64_t start, end;
  std::string label;
};

// The period `ahead` after one of the list: as long, on the same calendar.
Place periodAfter(const PeriodFigures& period, int ahead, int32_t fiscalStartMonth,
                  const TimeZone& zone) {
  const int32_t months = period.length.months;
  const int64_t day = zone.day(*period.start);
  if (months == 0 && (period.length.days != 7 || weekday(day) != 1)) {
    const int64_t start = day + ahead * period.length.days;
    return {zone.dayStart(start), zone.dayStart(start + period.length.days), isoDay(start)};
  }
  const int64_t start = months > 0 ? monthStartDay(monthNumber(day) + int64_t{ahead} * months)
                                   : day + int64_t{ahead} * 7;
  const PeriodUnit unit = months == 0   ? PeriodUnit::week
                          : months == 1 ? PeriodUnit::month
                          : months == 3 ? PeriodUnit::quarter
                                        : PeriodUnit::year;
  const int64_t instant = zone.dayStart(start);
  const PeriodList one = periodsCovering(instant, instant, unit, fiscalStartMonth, zone);
  return {one.boundaries[0], one.boundaries[1], one.labels[0]};
}

void lookAhead(const Usable& usable, const std::vector<PeriodFigures>& periods,
               int32_t fiscalStartMonth, const TimeZone& zone, double level,
               TrendFigures& figures) {
  if (usable.shares.size() < kFewestForecastPeriods) {
    return figures.why.push_back("forecast.tooFew");
  }
  // Complete periods without anybody in the base may follow the last share: what is to come begins
  // after them.
  const PeriodFigures& last = periods[usable.place.back()];
  size_t complete = periods.size();
  while (periods[complete - 1].partial) --complete;
  const int64_t firstDay = zone.day(*periods.front().start);
  const int passed = static_cast<int>(calendarNumber(periods[complete - 1], firstDay, zone) -
                                      usable.shares.back().period);
  const std::optional<Forecast> stats =
      forecastShares(usable.shares, passed + kForecastHorizon, level);
  if (!stats) return;
  RateForecast forecast{stats->beatsNaive && !stats->next.empty(),
                        stats->naive,
                        stats->modelError,
                        stats->naiveError,
                        {}};
  for (int ahead = passed + 1; ahead <= passed + kForecastHorizon; ++ahead) {
    Place place = periodAfter(last, ahead, fiscalStartMonth, zone);
    ForecastPeriod next{place.start,         place.end, std::move(place.label),
                        forecast.sameAsLast, {},        {}};
    if (!stats->next.empty()) next.model = stats->next[static_cast<size_t>(ahead - 1)];
    if (forecast.modelShown) {
      next.rate = next.model->rate;
      next.interval = next.model->interval;
    }
    forecast.periods.push_back(std::move(next));
  }
  if (stats->next.empty()) {
    figures.why.push_back("forecast.noLine");
  } else if (!forecast.modelShown) {
    figures.why.push_back("forecast.notBetter");
  }
  figures.forecast = std::move(forecast);
}

// A reason that makes all of it meaningless, else nothing.
std::string_view noShare(const std::vector<PeriodFigures>& periods) {
  for (const PeriodFigures& period : periods) {
    for (const std::string_view code : period.why) {
      if (code == "base.notShare" || code == "totals.noCustomers" || code == "base.incomplete") {
        return code;
      }
      // Leaving out just these, the highest periods, would bend the trend.
      if (code == "totals.sumOverBase" && !period.partial) return code;
    }
  }
  return {};
}

}  // namespace

TrendFigures trendFigures(std::vector<PeriodFigures>& periods, int32_t fiscalStartMonth,
                          const TimeZone& zone, const RateOptions& options) {
  TrendFigures figures;
  const Usable usable = usableOf(periods, zone);
  smooth(usable, periods);
  figures.complete = usable.shares.size();
  if (const std::string_view code = noShare(periods); !code.empty()) {
    figures.why.push_back(code);
    return figures;
  }
  findDirection(usable, periods, figures);
  drawChart(usable, periods, figures);
  lookAhead(usable, periods, fiscalStartMonth, zone, options.level, figures);
  return figures;
}

}  // namespace upgrade_rate
