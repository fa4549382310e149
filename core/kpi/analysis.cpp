#include "core/kpi/analysis.h"

#include <algorithm>
#include <utility>

namespace upgrade_rate {

namespace {

std::string_view problemCode(RowFate fate) {
  switch (fate) {
    case RowFate::duplicate:
      return "row.duplicate";
    case RowFate::superseded:
      return "row.superseded";
    case RowFate::ignored:
      return "row.afterDataUntil";
    case RowFate::used:
      break;
  }
  return {};
}

class Analyser {
 public:
  Analyser(const Events& events, const OrderedEvents& ordered, const Plans& plans,
           const TimeZone& zone, const AnalysisRules& rules)
      : events_(events),
        plans_(plans),
        zone_(zone),
        rules_(rules),
        builder_(events, ordered, plans, zone, rules.states),
        tiers_(plans.tiers(rules.states.prospectsAreCustomers)) {
    options_ = {plans.topTier(), rules.rate.numerator, rules.rate.base};
    for (const int64_t instant : ordered.instant) noteInstant(instant);
  }

  Analysis run();

 private:
  void noteInstant(int64_t instant);
  void noteRow(uint32_t event, RowFate fate);
  void notePlans(uint32_t customer);
  PeriodList completeMonths() const;
  void countPeriods(const PeriodList& list, const PeriodList& months,
                    std::vector<PeriodCounts>& openings);
  std::vector<PeriodFigures> figuresOf(const PeriodList& list, PeriodCounter& counter) const;
  PeriodLength lengthOf(const PeriodList& list, size_t period) const;
  void countHeadline(const HeadlineWindow& window);
  void countLaunches();
  PeriodCounter counterOf(const std::vector<int64_t>& boundaries) const;
  Journeys follow(const PeriodList& list);

  const Events& events_;
  const Plans& plans_;
  const TimeZone& zone_;
  const AnalysisRules& rules_;
  StateBuilder builder_;
  std::vector<int32_t> tiers_;
  CountOptions options_;
  Analysis analysis_;
  std::vector<uint32_t> lastOnPlan_;  // customer + 1 that was last counted on each plan
};

void Analyser::noteInstant(int64_t instant) {
  if (instant >= rules_.states.dataUntil) return;
  analysis_.firstUsed = std::min(instant, analysis_.firstUsed.value_or(instant));
  analysis_.lastUsed = std::max(instant, analysis_.lastUsed.value_or(instant));
}

void Analyser::noteRow(uint32_t event, RowFate fate) {
  ++analysis_.rows[static_cast<size_t>(fate)];
  if (fate == RowFate::used) {
    if (events_.spelling[event] == kBlankPlan) ++analysis_.blankPlanRows;
    return;
  }
  const std::string_view code = problemCode(fate);
  if (!analysis_.problems.wantsExample(code)) {
    analysis_.problems.count(code);
    return;
  }
  analysis_.problems.add({code, events_.fileOf(event).name, events_.lines.line(event), "",
                          problemText(events_.customers.key(events_.customer[event]))});
}

void Analyser::notePlans(uint32_t customer) {
  const auto note = [&](uint32_t plan) {
    if (plan == kNoPlan || lastOnPlan_[plan] == customer + 1) return;
    lastOnPlan_[plan] = customer + 1;
    ++analysis_.customersOnPlan[plan];
  };
  for (const State& state : builder_.states()) note(state.plan);
  for (const AddOn& addOn : builder_.addOns()) note(addOn.plan);
}

// The calendar months from the first used instant on that end where the data ends, or before.
PeriodList Analyser::completeMonths() const {
  PeriodList months = periodsCovering(*analysis_.firstUsed, rules_.states.dataUntil - 1,
                                      PeriodUnit::month, 1, zone_);
  while (months.size() > 0 && months.boundaries.back() > rules_.states.dataUntil) {
    months.boundaries.pop_back();
    months.labels.pop_back();
    months.yearBefore.pop_back();
  }
  return months;
}

PeriodCounter Analyser::counterOf(const std::vector<int64_t>& boundaries) const {
  return PeriodCounter(boundaries, tiers_, options_, {});
}

void Analyser::countPeriods(const PeriodList& list, const PeriodList& months,
                            std::vector<PeriodCounts>& openings) {
  PeriodCounter counter(list.boundaries, tiers_, options_, list.yearBefore);
  PeriodCounter monthly = counterOf(months.boundaries);
  analysis_.customersOnPlan.assign(plans_.plans.size(), 0);
  lastOnPlan_.assign(plans_.plans.size(), 0);
  for (uint32_t customer = 0; customer < events_.customers.size(); ++customer) {
    const uint64_t usedBefore = analysis_.rows[0];
    builder_.build(customer, [&](uint32_t event, RowFate fate) { noteRow(event, fate); });
    if (analysis_.rows[0] > usedBefore) ++analysis_.customers;
    notePlans(customer);
    counter.add(builder_.states(), builder_.addOns());
    monthly.add(builder_.states(), builder_.addOns());
  }
  analysis_.periods = figuresOf(list, counter);
  openings = monthly.finish();
}

PeriodLength Analyser::lengthOf(const PeriodList& list, size_t period) const {
  const int64_t days = zone_.day(list.boundaries[period + 1]) - zone_.day(list.boundaries[period]);
  return {monthsOf(rules_.unit), days};
}

std::vector<PeriodFigures> Analyser::figuresOf(const PeriodList& list,
                                               PeriodCounter& counter) const {
  std::vector<PeriodCounts> counts = counter.finish();
  std::vector<PeriodFigures> periods(list.size());
  for (size_t p = 0; p < periods.size(); ++p) {
    PeriodFigures& period = periods[p];
    period.start = list.boundaries[p];
    period.end = list.boundaries[p + 1];
    period.label = list.labels[p];
    period.partial = *period.end > rules_.states.dataUntil;
    period.length = lengthOf(list, p);
    period.counts = std::move(counts[p]);
    judge(period, rules_.rate);
    const int32_t index = static_cast<int32_t>(p);
    if (p > 0) {
      period.change =
          changeBetween(periods[p - 1], period, counter.withPrevious().of(index), rules_.rate);
    }
    if (const int32_t before = list.yearBefore[p]; before >= 0) {
      period.changeYear =
          changeBetween(periods[before], period, counter.withYearBefore().of(index), rules_.rate);
    }
  }
  return periods;
}

// The window, the one before it, and the one a year before it, counted together.
void Analyser::countHeadline(const HeadlineWindow& window) {
  const auto instants = [&](int64_t a, int64_t b, int64_t c) {
    return std::vector<int64_t>{zone_.dayStart(a), zone_.dayStart(b), zone_.dayStart(c)};
  };
  const std::vector<int64_t> previous =
      instants(window.previousStartDay, window.startDay, window.endDay);
  // Boundaries must not fall; a window of more than a year overlaps the one a year before. Of a
  // year of days that one is not always the window before, since one of the two may have a leap
  // day.
  const bool hasYear = window.yearBeforeEndDay <= window.startDay;
  std::vector<int64_t> year = instants(window.yearBeforeStartDay, window.startDay, window.endDay);
  std::vector<int32_t> yearBefore = {-1, 0};
  if (window.yearBeforeEndDay < window.startDay) {
    year.insert(year.begin() + 1, zone_.dayStart(window.yearBeforeEndDay));
    yearBefore = {-1, -1, 0};
  }
  PeriodCounter byPrevious = counterOf(previous);
  PeriodCounter byYear(year, tiers_, options_, yearBefore);
  for (uint32_t customer = 0; customer < events_.customers.size(); ++customer) {
    builder_.build(customer, [](uint32_t, RowFate) {});
    byPrevious.add(builder_.states(), builder_.addOns());
    byYear.add(builder_.states(), builder_.addOns());
  }
  const auto figures = [&](PeriodCounts counts, int64_t start, int64_t end) {
    PeriodFigures period;
    period.start = start;
    period.end = end;
    period.partial = end > rules_.states.dataUntil;
    period.length = window.length;
    period.counts = std::move(counts);
    judge(period, rules_.rate);
    return period;
  };
  std::vector<PeriodCounts> two = byPrevious.finish();
  std::vector<PeriodCounts> far = byYear.finish();
  const PeriodFigures before = figures(std::move(two[0]), previous[0], previous[1]);
  Headline headline{figures(std::move(two[1]), previous[1], previous[2]), window.reason};
  headline.figures.label = headlineLabel(window);
  headline.figures.change =
      changeBetween(before, headline.figures, byPrevious.withPrevious().of(1), rules_.rate);
  if (hasYear) {
    const int32_t last = static_cast<int32_t>(far.size()) - 1;
    const PeriodFigures yearAgo = figures(std::move(far[0]), year[0], year[1]);
    headline.figures.changeYear =
        changeBetween(yearAgo, headline.figures, byYear.withYearBefore().of(last), rules_.rate);
  }
  analysis_.headline = std::move(headline);
}

// The windows before and after each launch, all launches in one pass.
void Analyser::countLaunches() {
  std::vector<std::optional<LaunchWindows>> windows;
  for (const int64_t day : rules_.launchDays) {
    windows.push_back(launchWindows(day, *analysis_.firstUsed, rules_.states.dataUntil, zone_));
  }
  std::vector<std::optional<PeriodCounter>> counters;
  counters.reserve(windows.size());
  for (const auto& window : windows) {
    counters.push_back(window ? std::optional(counterOf(window->boundaries)) : std::nullopt);
  }
  for (uint32_t customer = 0; customer < events_.customers.size(); ++customer) {
    builder_.build(customer, [](uint32_t, RowFate) {});
    for (auto& counter : counters) {
      if (counter) counter->add(builder_.states(), builder_.addOns());
    }
  }
  for (size_t i = 0; i < windows.size(); ++i) {
    if (!windows[i]) {
      analysis_.launches.push_back(launchWithout("launch.tooShort"));
      continue;
    }
    const std::vector<PeriodCounts> counts = counters[i]->finish();
    analysis_.launches.push_back(
        launchEffect(*windows[i], counts, counters[i]->withPrevious().of(1), rules_.rate));
  }
}

// Everybody's states once more, for what they tell over longer than a period.
Journeys Analyser::follow(const PeriodList& list) {
  JourneyRules rules{rules_.states.dataUntil, options_.topTier,  rules_.unit,
                     rules_.fiscalStartMonth, rules_.rate.level, *analysis_.firstUsed,
                     *analysis_.lastUsed,     list.boundaries,   std::nullopt};
  if (const auto& headline = analysis_.headline) {
    rules.window = {*headline->figures.start, *headline->figures.end};
  }
  JourneyCounter counter(rules, zone_);
  std::vector<Movement> movements;
  for (uint32_t customer = 0; customer < events_.customers.size(); ++customer) {
    builder_.build(customer, [](uint32_t, RowFate) {});
    const std::span<const State> states = builder_.states();
    movements.clear();
    State before{0, kNoPlan, Standing::none, 0, kUnknown, kUnknown, 0, 0};
    bool wasCustomer = false;
    for (const State& state : states) {
      movements.push_back(movementBetween(before, state, wasCustomer, builder_.addOns()));
      wasCustomer |= state.onTier();
      before = state;
    }
    counter.add({customer, states, builder_.addOns(), movements});
  }
  return counter.finish();
}

Analysis Analyser::run() {
  if (!analysis_.firstUsed) {
    analysis_.launches.assign(rules_.launchDays.size(), launchWithout("launch.tooShort"));
    for (uint32_t event = 0; event < events_.size(); ++event) noteRow(event, RowFate::ignored);
    analysis_.customersOnPlan.assign(plans_.plans.size(), 0);
    return std::move(analysis_);
  }
  const PeriodList list = periodsCovering(*analysis_.firstUsed, *analysis_.lastUsed, rules_.unit,
                                          rules_.fiscalStartMonth, zone_);
  const PeriodList months = completeMonths();
  std::vector<PeriodCounts> openings;
  countPeriods(list, months, openings);
  const std::optional<HeadlineWindow> window =
      rules_.range ? rangeHeadline(rules_.range->begin, rules_.range->end)
                   : chooseHeadline(months, openings, zone_);
  if (window) countHeadline(*window);
  if (!rules_.launchDays.empty()) countLaunches();
  analysis_.journeys = follow(list);
  return std::move(analysis_);
}

}  // namespace

Analysis analyse(const Events& events, const OrderedEvents& ordered, const Plans& plans,
                 const TimeZone& zone, const AnalysisRules& rules) {
  return Analyser(events, ordered, plans, zone, rules).run();
}

}  // namespace upgrade_rate
