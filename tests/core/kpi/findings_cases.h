// Periods and inputs for the tests of findings, and which codes are found in them.
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "core/kpi/findings.h"

namespace upgrade_rate {

/// A year in which nothing stands out but the band between: 200 of 1,000 upgraded.
inline PeriodCounts quietCounts() {
  PeriodCounts counts;
  counts.opening = counts.closing = counts.active = 1000;
  counts.eligible = 900;
  counts.upgraded = 200;
  counts.kept = 190;
  counts.downgraded = 20;
  counts.churned = 50;
  counts.byTier = {{1, 500, 110}, {2, 400, 90}, {3, 100, 0}};
  return counts;
}

/// Of few customers, without anything but the rate.
inline PeriodCounts fewCounts(int64_t upgraded, int64_t opening) {
  PeriodCounts counts;
  counts.opening = counts.closing = counts.active = counts.eligible = opening;
  counts.upgraded = counts.kept = upgraded;
  return counts;
}

inline PeriodFigures yearOf(PeriodCounts counts) {
  PeriodFigures period;
  period.counts = std::move(counts);
  period.length = {12, 365};
  judge(period, {});
  return period;
}

template <class Change>
PeriodFigures quietYear(Change change) {
  PeriodCounts counts = quietCounts();
  change(counts);
  return yearOf(std::move(counts));
}

inline std::vector<std::string> codesIn(const FindingsInput& input) {
  std::vector<std::string> codes;
  for (const Finding& finding : findAll(input)) codes.emplace_back(finding.rule->code);
  return codes;
}

inline std::vector<std::string> codesIn(const PeriodFigures& headline) {
  FindingsInput input;
  input.headline = &headline;
  return codesIn(input);
}

template <class Where>
bool finds(const Where& where, const std::string& code) {
  const std::vector<std::string> codes = codesIn(where);
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

}  // namespace upgrade_rate
