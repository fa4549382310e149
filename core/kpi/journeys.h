// What customers do over time: cohorts, time to the first upgrade, paths between plans, and how
// long upgrades last. One pass over the customers feeds all of them.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "core/kpi/cohorts.h"
#include "core/kpi/customer_filter.h"
#include "core/kpi/paths.h"
#include "core/kpi/stickiness.h"
#include "core/kpi/time_to_upgrade.h"

namespace upgrade_rate {

struct JourneyRules {
  int64_t dataUntil;
  int32_t topTier;  ///< the highest tier of the settings, held or not
  PeriodUnit unit = PeriodUnit::month;
  int32_t fiscalStartMonth = 1;
  int64_t firstUsed, lastUsed;                        ///< no state lies outside of these
  std::vector<int64_t> periods;                       ///< boundaries of the listed periods
  std::optional<std::pair<int64_t, int64_t>> window;  ///< of the headline, where there is one
  bool operator==(const JourneyRules&) const = default;
};

struct Journeys {
  PeriodUnit cohortUnit;
  Cohorts cohorts;
  TimeToUpgrade timeToUpgrade;
  std::optional<std::vector<Path>> paths;  ///< nothing without a headline window
  std::optional<Stickiness> headline;      ///< likewise
  std::vector<Stickiness> periods;
};

class JourneyCounter {
 public:
  JourneyCounter(const JourneyRules& rules, const TimeZone& zone);
  JourneyCounter(const JourneyCounter&) = delete;  // the counters look at zone_ and cohortPeriods_
  JourneyCounter& operator=(const JourneyCounter&) = delete;

  void add(const CustomerHistory& history);
  /// The same where `filter` chooses the customer, for each period of a figure anew. `steps`: as
  /// history.states. `inPeriods`, `inWindow`: whether it does for each of the rules' periods, and
  /// for the window (which is not looked at where there is none).
  void add(const CustomerHistory& history, const CustomerSteps& steps, const CustomerFilter& filter,
           std::span<const uint8_t> inPeriods, std::span<const uint8_t> inWindow);
  /// `level`: of every interval. May be asked again, with another one.
  Journeys finish(double level) const;
  const JourneyRules& rules() const { return rules_; }

 private:
  bool choosesStart(const CustomerHistory& history, const FirstSteps& first,
                    const CustomerSteps& steps, const CustomerFilter& filter) const;

  JourneyRules rules_;
  TimeZone zone_;
  PeriodList cohortPeriods_;
  CohortCounter cohorts_;
  TimeToUpgradeCounter timeToUpgrade_;
  std::optional<PathCounter> paths_;
  std::optional<StickinessCounter> headline_;
  StickinessCounter periods_;
  PeriodFinder cohortFinder_;
  LocalDays days_;
};

}  // namespace upgrade_rate
