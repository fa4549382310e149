// What goes over all histories: rows to steps, then journeys and money in one walk.

#include <utility>

#include "core/kpi/analyser.h"
#include "core/kpi/followed_rules.h"
#include "core/kpi/walk.h"

namespace upgrade_rate {

namespace {

// The headline's window; that of no time where there is none.
std::array<int64_t, 2> windowOf(const JourneyRules& rules) {
  const auto window = rules.window.value_or(std::pair<int64_t, int64_t>());
  return {window.first, window.second};
}

}  // namespace

bool Analyser::walkHolds() const {
  return cache_.walk && cache_.walk->rules == rules_.states &&
         std::equal(plans_.plans.begin(), plans_.plans.end(), cache_.walk->plans.begin(),
                    cache_.walk->plans.end(),
                    [](const Plan& plan, const PlanRule& rule) { return plan.rule == rule; });
}

void Analyser::walk() {
  if (walkHolds()) return;
  AnalysisCache kept;
  if (cache_.walk && followRules(ordered_, plans_, zone_, rules_.states, *cache_.walk,
                                 cache_.rows ? &*cache_.rows : nullptr)) {
    kept.walk = std::move(cache_.walk);
    kept.rows = std::move(cache_.rows);
  }
  cache_ = std::move(kept);  // first, so that the old steps are gone before the new ones come
  if (cache_.walk) return;
  std::vector<uint32_t>* const rows = asksForRows() ? &cache_.rows.emplace() : nullptr;
  cache_.walk = walkRows(events_, ordered_, plans_, zone_, rules_.states, rows);
}

// Where segments or filters are asked for only after the walk.
void Analyser::readRows() {
  if (cache_.rows || !asksForRows()) return;
  std::vector<uint32_t>& rows = cache_.rows.emplace();
  rows.reserve(cache_.walk->steps.all().size());
  eachHistory(
      ordered_, plans_, zone_, rules_.states, [](uint32_t, RowFate) {},
      [&](const CustomerHistory& history) { addRows(history, rows); });
}

void Analyser::followFilter() {
  if (cache_.filters != rules_.filters) {
    cache_.filters = rules_.filters;
    cache_.defaultWindowKnown = false;
    cache_.periods.reset();
    cache_.window.reset();
    cache_.journeys.reset();
    cache_.segments.clear();
  }
  if (cache_.defaultWindowKnown) return;
  cache_.defaultWindow = defaultWindow();
  cache_.defaultWindowKnown = true;
}

JourneyRules Analyser::journeyRules() const {
  const RowFigures& rows = cache_.walk->figures;
  std::optional<std::pair<int64_t, int64_t>> window;
  if (cache_.window) {
    const HeadlineWindow& days = cache_.window->days;
    window = {zone_.dayStart(days.startDay), zone_.dayStart(days.endDay)};
  }
  return {rules_.states.dataUntil,
          plans_.topTier(),
          rules_.unit,
          rules_.fiscalStartMonth,
          *rows.firstUsed,
          *rows.lastUsed,
          cache_.periods->list.boundaries,
          window};
}

// The second walk, for journeys and money.
void Analyser::follow() {
  const JourneyRules rules = journeyRules();
  auto& journeys = cache_.journeys;
  if (journeys != nullptr && journeys->rules() == rules) return;
  journeys = std::make_unique<JourneyCounter>(rules, zone_);
  auto& money = cache_.money;
  auto& windowMoney = cache_.windowMoney;
  money.reset();
  windowMoney.reset();
  if (!ordered_.value.empty()) {
    const size_t currencies = events_.currencies.size();
    money.emplace(rules.periods, currencies, !filter_.empty());
    if (rules.window) windowMoney.emplace(windowOf(rules), currencies, !filter_.empty());
  }
  filter_.empty() ? followAll() : followChosen();
}

void Analyser::followAll() {
  eachHistory(
      ordered_, plans_, zone_, rules_.states, [](uint32_t, RowFate) {},
      [&](const CustomerHistory& history) {
        cache_.journeys->add(history);
        if (cache_.money) cache_.money->add(history);
        if (cache_.windowMoney) cache_.windowMoney->add(history);
      });
}

void Analyser::followChosen() {
  const JourneyRules& rules = cache_.journeys->rules();
  const std::vector<int32_t> periodDays = daysOf(rules.periods);
  const std::vector<int32_t> windowDays = daysOf(windowOf(rules));
  const std::span<const Step> steps = cache_.walk->steps.all();
  const std::span<const uint32_t> rows(*cache_.rows);
  std::vector<uint8_t> inPeriods, inWindow;
  size_t begin = 0;
  eachHistory(
      ordered_, plans_, zone_, rules_.states, [](uint32_t, RowFate) {},
      [&](const CustomerHistory& history) {
        const size_t size = history.states.size();  // as many as steps
        const CustomerSteps customer{steps.subspan(begin, size), rows.subspan(begin, size),
                                     cache_.walk->steps.plans(begin, size)};
        begin += size;
        filter_.choose(customer, periodDays, inPeriods);
        filter_.choose(customer, windowDays, inWindow);
        cache_.journeys->add(history, customer, filter_, inPeriods, inWindow);
        if (cache_.money) cache_.money->add(history, inPeriods);
        if (cache_.windowMoney) cache_.windowMoney->add(history, inWindow);
      });
}

std::string Analyser::currencyName(size_t slot) const {
  if (rules_.states.rates) return rules_.reportingCurrency;
  if (slot == events_.currencies.size()) return {};
  return std::string(events_.currencies.key(static_cast<uint32_t>(slot)));
}

void Analyser::addMoney(Analysis& analysis) const {
  if (!cache_.money) return;
  analysis.valueUnknown = cache_.money->unknownCustomers();
  for (PeriodFigures& period : analysis.periods) period.value.emplace();
  if (analysis.headline) analysis.headline->figures.value.emplace();
  for (size_t slot = 0; slot < cache_.money->slots(); ++slot) {
    // A filter may choose customers for the window whom it chooses for none of the periods.
    const bool inWindow = cache_.windowMoney && cache_.windowMoney->seen(slot);
    if (!cache_.money->seen(slot) && !inWindow) continue;
    const std::string name = currencyName(slot);
    analysis.currencies.push_back(name);
    const std::vector<Money> all = cache_.money->finish(slot);
    for (size_t p = 0; p < all.size(); ++p) analysis.periods[p].value->push_back({name, all[p]});
    if (!cache_.windowMoney) continue;
    analysis.headline->figures.value->push_back({name, cache_.windowMoney->finish(slot)[0]});
  }
}

}  // namespace upgrade_rate
