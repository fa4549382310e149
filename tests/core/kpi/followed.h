// A plan history written in a test, followed over time.
#pragma once

#include <vector>

#include "core/kpi/analysis.h"
#include "tests/core/timeline/history.h"

namespace upgrade_rate {

struct Given {
  const char* until;
  PeriodUnit unit = PeriodUnit::month;
  int32_t bridgeDays = 1;
  TimeZone zone = TimeZone();
  int32_t fiscalStartMonth = 1;
};

inline Analysis analysed(const std::vector<Row>& rows, const Given& given) {
  const History history(rows);
  AnalysisRules rules;
  rules.states.dataUntil = given.zone.instant(utc(given.until));
  rules.states.bridgeDays = given.bridgeDays;
  rules.unit = given.unit;
  rules.fiscalStartMonth = given.fiscalStartMonth;
  return analyse(history.events, orderEvents(history.events, given.zone), history.plans, given.zone,
                 rules);
}

inline Journeys journeysOf(const std::vector<Row>& rows, const Given& given) {
  return *analysed(rows, given).journeys;
}

}  // namespace upgrade_rate
