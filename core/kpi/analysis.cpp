// Every count is a pass over the steps that core/kpi/walk.cpp makes of the rows.

#include "core/kpi/analysis.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/kpi/analyser.h"
#include "core/kpi/walk.h"

namespace upgrade_rate {

namespace {

// Whether anybody is on a tier at the start of `day`.
bool anyOpening(const Steps& steps, int32_t day) {
  const std::span<const Step> all = steps.all();
  for (size_t i = 0; i < all.size(); ++i) {
    if (all[i].day >= day || !onTier(all[i].rung())) continue;
    if (i + 1 == all.size() || all[i + 1].first() || all[i + 1].day >= day) return true;
  }
  return false;
}

// How often customers leave who never upgraded: most of them are not in the file.
void forgetOthers(Journeys& journeys) {
  for (Stickiness& each : journeys.periods) each.others.per30Days.reset();
  if (journeys.headline) journeys.headline->others.per30Days.reset();
}

}  // namespace

Counted Analyser::count(std::span<const int64_t> boundaries,
                        std::span<const int32_t> yearBefore) const {
  return count(boundaries, yearBefore, rules_.rate.numerator, rules_.rate.base);
}

Counted Analyser::count(std::span<const int64_t> boundaries, std::span<const int32_t> yearBefore,
                        Numerator numerator, Base base) const {
  const Steps& steps = cache_.walk->steps;
  std::vector<int32_t> days = daysOf(boundaries);
  const CountOptions options{plans_.topTier(), numerator, base};
  if (!filter_.empty()) return countChosen(source(), std::move(days), options, yearBefore);
  PeriodCounter counter(std::move(days), tiers_, options, yearBefore);
  counter.addAll(steps.all());
  return counter.finish();
}

std::vector<int32_t> Analyser::daysOf(std::span<const int64_t> boundaries) const {
  std::vector<int32_t> days;
  for (const int64_t instant : boundaries) days.push_back(cache_.walk->steps.days().of(instant));
  return days;
}

// Whether there is a customer is all that is asked of a month's start, and nearly always the first
// of the last twelve months decides; only if not are all months counted.
std::optional<HeadlineWindow> Analyser::defaultWindow() const {
  const PeriodList months =
      completeMonths(*cache_.walk->figures.firstUsed, rules_.states.dataUntil, zone_);
  const Steps& steps = cache_.walk->steps;
  if (months.size() >= 12 && filter_.empty()) {
    std::vector<PeriodCounts> openings(months.size());
    const size_t first = months.size() - 12;
    openings[first].opening = anyOpening(steps, steps.days().of(months.boundaries[first]));
    if (openings[first].opening > 0) return chooseHeadline(months, openings, zone_);
  }
  const Counted counted =
      count(months.boundaries, {}, Numerator::upgradeEvents, Base::opening);  // no overlaps
  return chooseHeadline(months, counted.counts, zone_);
}

PeriodLength Analyser::lengthOf(const PeriodList& list, size_t period) const {
  const int64_t days = zone_.day(list.boundaries[period + 1]) - zone_.day(list.boundaries[period]);
  return {monthsOf(rules_.unit), days};
}

void Analyser::countPeriods() {
  const auto& kept = cache_.periods;
  if (kept && kept->unit == rules_.unit && kept->fiscalStartMonth == rules_.fiscalStartMonth &&
      overlapsServe(kept->numerator, kept->base)) {
    return;
  }
  const RowFigures& figures = cache_.walk->figures;
  PeriodList list = periodsCovering(*figures.firstUsed, *figures.lastUsed, rules_.unit,
                                    rules_.fiscalStartMonth, zone_);
  Counted counted = count(list.boundaries, list.yearBefore);
  cache_.periods =
      AnalysisCache::Periods{rules_.unit,      rules_.fiscalStartMonth, rules_.rate.numerator,
                             rules_.rate.base, std::move(list),         std::move(counted)};
}

std::vector<PeriodFigures> Analyser::judgedPeriods() const {
  const PeriodList& list = cache_.periods->list;
  const Counted& counted = cache_.periods->counted;
  std::vector<PeriodFigures> periods(list.size());
  for (size_t p = 0; p < periods.size(); ++p) {
    PeriodFigures& period = periods[p];
    period.start = list.boundaries[p];
    period.end = list.boundaries[p + 1];
    period.label = list.labels[p];
    period.partial = *period.end > rules_.states.dataUntil;
    period.length = lengthOf(list, p);
    period.baseKnown = cache_.walk->figures.baseKnown();
    period.counts = counted.counts[p];
    judge(period, rules_.rate);
    if (p > 0) {
      period.change = changeBetween(periods[p - 1], period, counted.withPrevious[p], rules_.rate);
    }
    if (const int32_t before = list.yearBefore[p]; before >= 0) {
      period.changeYear =
          changeBetween(periods[before], period, counted.withYearBefore[p], rules_.rate);
    }
  }
  return periods;
}

// The window with the one a year before it, where they do not overlap. Of a year of days that one
// is not always the window before, since one of the two may have a leap day.
void Analyser::countYearBefore(AnalysisCache::Window& into) const {
  const HeadlineWindow& days = into.days;
  if (days.yearBeforeEndDay > days.startDay) return;
  std::vector<int64_t> boundaries = {zone_.dayStart(days.yearBeforeStartDay),
                                     zone_.dayStart(days.startDay), zone_.dayStart(days.endDay)};
  std::vector<int32_t> yearBefore = {-1, 0};
  if (days.yearBeforeEndDay < days.startDay) {
    boundaries.insert(boundaries.begin() + 1, zone_.dayStart(days.yearBeforeEndDay));
    yearBefore = {-1, -1, 0};
  }
  Counted counted = count(boundaries, yearBefore);
  into.yearBefore = std::move(counted.counts[0]);
  into.withYearBefore = counted.withYearBefore.back();
}

// Of the window before it and the window.
std::array<int64_t, 3> Analyser::boundariesOf(const HeadlineWindow& days) const {
  return {zone_.dayStart(days.previousStartDay), zone_.dayStart(days.startDay),
          zone_.dayStart(days.endDay)};
}

// The window, the one before it, and the one a year before it.
void Analyser::countWindow() {
  const auto& kept = cache_.window;
  if (kept && kept->range == rules_.range && overlapsServe(kept->numerator, kept->base)) return;
  cache_.window.reset();
  const std::optional<HeadlineWindow> days =
      rules_.range ? rangeHeadline(rules_.range->begin, rules_.range->end) : cache_.defaultWindow;
  if (!days) return;
  const Counted counted = count(boundariesOf(*days), {});
  AnalysisCache::Window window{
      rules_.range,           rules_.rate.numerator, rules_.rate.base,  *days,
      counted.counts[1],      counted.counts[0],     counted.counts[0], counted.withPrevious[1],
      counted.withPrevious[1]};
  const bool same = days->yearBeforeStartDay == days->previousStartDay &&
                    days->yearBeforeEndDay == days->startDay;
  if (!same) countYearBefore(window);
  cache_.window = std::move(window);
}

Headline Analyser::judgedHeadline() const {
  const AnalysisCache::Window& counted = *cache_.window;
  const HeadlineWindow& window = counted.days;
  const auto figures = [&](const PeriodCounts& counts, int64_t startDay, int64_t endDay) {
    PeriodFigures period;
    period.start = zone_.dayStart(startDay);
    period.end = zone_.dayStart(endDay);
    period.partial = *period.end > rules_.states.dataUntil;
    period.length = window.length;
    period.baseKnown = cache_.walk->figures.baseKnown();
    period.counts = counts;
    judge(period, rules_.rate);
    return period;
  };
  Headline headline{figures(counted.counts, window.startDay, window.endDay), window.reason};
  headline.figures.label = headlineLabel(window);
  const PeriodFigures before = figures(counted.before, window.previousStartDay, window.startDay);
  headline.figures.change =
      changeBetween(before, headline.figures, counted.withBefore, rules_.rate);
  if (window.yearBeforeEndDay <= window.startDay) {
    const PeriodFigures yearAgo =
        figures(counted.yearBefore, window.yearBeforeStartDay, window.yearBeforeEndDay);
    headline.figures.changeYear =
        changeBetween(yearAgo, headline.figures, counted.withYearBefore, rules_.rate);
  }
  return headline;
}

LaunchEffect Analyser::judgedLaunch(int64_t day) {
  if (!cache_.walk->figures.baseKnown()) return launchWithout("base.incomplete");
  const auto windows =
      launchWindows(day, *cache_.walk->figures.firstUsed, rules_.states.dataUntil, zone_);
  if (!windows) return launchWithout("launch.tooShort");
  const Counted counted = count(windows->boundaries, {});
  LaunchEffect effect =
      launchEffect(*windows, counted.counts, counted.withPrevious[1], rules_.rate);
  for (const uint32_t column : rules_.segmentBy) {
    effect.segments.push_back(
        launchSegments(segmentCounts(column, windows->boundaries), rules_.rate));
  }
  return effect;
}

Analysis Analyser::run() {
  walk();
  Analysis analysis;
  static_cast<RowFigures&>(analysis) = cache_.walk->figures;
  if (!analysis.firstUsed) {
    analysis.launches.assign(rules_.launchDays.size(), launchWithout("launch.tooShort"));
    return analysis;
  }
  readRows();
  followFilter();
  countPeriods();
  countWindow();
  for (AnalysisCache::Segments& each : cache_.segments) each.used = false;
  analysis.periods = judgedPeriods();
  if (cache_.window) analysis.headline = judgedHeadline();
  for (const int64_t day : rules_.launchDays) analysis.launches.push_back(judgedLaunch(day));
  if (rules_.countsOnly) return analysis;
  follow();
  analysis.journeys = cache_.journeys->finish(rules_.rate.level);
  if (!analysis.baseKnown()) forgetOthers(*analysis.journeys);
  addMoney(analysis);
  if (analysis.headline && analysis.baseKnown())
    analysis.segments = segmentTables(*analysis.headline);
  cache_.segments.remove_if([](const AnalysisCache::Segments& each) { return !each.used; });
  return analysis;
}

Analysis analyse(const Events& events, const OrderedEvents& ordered, const Plans& plans,
                 const TimeZone& zone, const AnalysisRules& rules, AnalysisCache& cache) {
  return Analyser(events, ordered, plans, zone, rules, cache).run();
}

}  // namespace upgrade_rate
