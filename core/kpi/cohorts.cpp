#include "core/kpi/cohorts.h"

#include <algorithm>

namespace upgrade_rate {

PeriodUnit cohortUnit(PeriodUnit period) {
  const bool isLong = period == PeriodUnit::quarter || period == PeriodUnit::year;
  return isLong ? PeriodUnit::quarter : PeriodUnit::month;
}

CohortCounter::CohortCounter(const PeriodList& periods, int64_t dataUntil)
    : periods_(periods),
      finder_(periods.boundaries),
      dataUntil_(dataUntil),
      customers_(periods.size()),
      firstUpgrades_(periods.size() * kCohortAges) {}

void CohortCounter::add(const CustomerHistory& history, const FirstSteps& steps) {
  unknownStart_ += steps.unknownStart() ? 1 : 0;
  if (steps.start == kNoStep) return;
  const auto periodOf = [&](size_t step) {
    return static_cast<size_t>(finder_.of(history.states[step].instant));
  };
  const size_t cohort = periodOf(steps.start);
  ++customers_[cohort];
  if (steps.upgrade == kNoStep) return;
  const size_t age = periodOf(steps.upgrade) - cohort;
  if (age < kCohortAges) ++firstUpgrades_[cohort * kCohortAges + age];
}

Cohorts CohortCounter::finish() const {
  Cohorts cohorts;
  cohorts.unknownStart = unknownStart_;
  for (size_t p = 0; p < periods_.size(); ++p) {
    if (customers_[p] == 0) continue;
    Cohort row{periods_.boundaries[p],
               periods_.boundaries[p + 1],
               periods_.labels[p],
               customers_[p],
               {},
               0};
    int64_t upgraded = 0;
    for (size_t age = 0; age < std::min(kCohortAges, periods_.size() - p); ++age) {
      upgraded += firstUpgrades_[p * kCohortAges + age];
      row.upgraded.push_back(upgraded);
      row.complete += periods_.boundaries[p + age + 1] <= dataUntil_ ? 1 : 0;
    }
    cohorts.rows.push_back(std::move(row));
  }
  return cohorts;
}

}  // namespace upgrade_rate
