// A random history with random rules, and its timelines by the slow way: what the invariants and
// the comparisons are run on.
#pragma once

#include <string>
#include <vector>

#include "core/kpi/analysis.h"
#include "tests/core/kpi/random_history.h"
#include "tests/core/kpi/slow_timeline.h"

namespace upgrade_rate {

struct RandomAnalysis {
  std::string name;  ///< for failure texts: seed and rules
  RandomHistory source;
  TimeZone zone;
  AnalysisRules rules;
  std::vector<RandomRow> rows;

  explicit RandomAnalysis(uint64_t seed) : source(seed) {
    RandomBytes& random = source.random();
    const auto below = [&](size_t limit) { return static_cast<int32_t>(random.below(limit)); };
    if (below(2) == 0) zone = berlin();
    rules.unit = static_cast<PeriodUnit>(below(4));
    rules.fiscalStartMonth = below(2) == 0 ? 1 : 1 + below(12);
    rules.states.bridgeDays = below(4);
    rules.states.prospectsAreCustomers = below(3) == 0;
    rules.rate.base = static_cast<Base>(below(5));
    rules.rate.numerator = static_cast<Numerator>(below(5));
    const int32_t years = rules.unit == PeriodUnit::week ? 1 + below(2) : 1 + below(4);
    const int64_t day = dayNumber({2019, 11, 1}) + below(years * 365 + 200);
    const CivilDate date = civilDate(day);
    rules.states.dataUntil =
        zone.dayStart(below(2) == 0 ? dayNumber({date.year, date.month, 1}) : day);
    rows = source.rows(1 + random.below(25), 12, years);
    keepForwards();
    name = "seed " + std::to_string(seed) + ", unit " + std::to_string(int(rules.unit)) +
           ", base " + std::to_string(int(rules.rate.base)) + ", numerator " +
           std::to_string(int(rules.rate.numerator));
  }

  Analysis analysisOf(const History& history) const {
    return analyse(history.events, orderEvents(history.events, zone), history.plans, zone, rules);
  }

  std::vector<slow::Timeline> timelinesOf(const History& history) const {
    std::vector<slow::Timeline> timelines;
    for (uint32_t customer = 0; customer < history.events.customers.size(); ++customer) {
      timelines.push_back(slow::timelineOf(history, customer, zone, rules.states));
    }
    return timelines;
  }

 private:
  // A customer of two ascending rows, so that the file is never one that is read backwards.
  void keepForwards() {
    const uint32_t customer = rows.empty() ? 0 : rows.back().customer + 1;
    for (const int32_t day : {1, 2}) {
      const int64_t micros = dayNumber({2019, 11, static_cast<uint8_t>(day)}) * kMicrosPerDay;
      rows.push_back({customer, CellTime(micros, true), "free", kUnknown, kUnknown});
    }
  }
};

}  // namespace upgrade_rate
