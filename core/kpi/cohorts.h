// Of the customers who began in one month or quarter, how many had upgraded so many months or
// quarters later?
//
// Method: customers are grouped by the calendar period of their `new` movement. Age 0 is that
// period, age j the j-th after it. A customer counts from the age of the first upgrade on, whatever
// came between (a churn and a return, say), and always stays in the cohort's size. Leaves out
// customers without a known beginning.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/kpi/first_steps.h"
#include "core/kpi/period_finder.h"
#include "core/kpi/periods.h"

namespace upgrade_rate {

/// Ages 0 to 36: three years of months, nine years of quarters.
constexpr size_t kCohortAges = 37;

struct Cohort {
  int64_t start = 0, end = 0;  ///< instants
  std::string label;
  int64_t customers = 0;  ///< 1 or more
  /// By age: how many had upgraded by the end of that period. Ends with the last period that had
  /// begun when the data ends, or with the last age.
  std::vector<int64_t> upgraded;
  size_t complete = 0;  ///< how many of these ages, from the first, were over when the data ends
};

struct Cohorts {
  std::vector<Cohort> rows;  ///< oldest first; those without customers left out
  int64_t unknownStart = 0;  ///< customers in no cohort
};

/// Months, or quarters where periods are quarters or years: years are too long to follow anybody.
PeriodUnit cohortUnit(PeriodUnit period);

class CohortCounter {
 public:
  /// `periods` cover everything up to `dataUntil`. They must outlive this.
  CohortCounter(const PeriodList& periods, int64_t dataUntil);

  void add(const CustomerHistory& history, const FirstSteps& steps);
  Cohorts finish() const;

 private:
  const PeriodList& periods_;
  PeriodFinder finder_;
  int64_t dataUntil_;
  std::vector<uint32_t> customers_;      // by period
  std::vector<uint32_t> firstUpgrades_;  // [period * kCohortAges + age]
  int64_t unknownStart_ = 0;
};

}  // namespace upgrade_rate
