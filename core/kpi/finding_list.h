// Findings as they are collected, and the comparisons that several rules share.
#pragma once

#include <vector>

#include "core/kpi/findings.h"

namespace upgrade_rate {

class FindingList {
 public:
  /// Valid until the next one is added; its parameters are added to it.
  Finding& add(const FindingRule& rule);
  /// Weightiest first. Call once.
  std::vector<Finding> sorted();

 private:
  std::vector<Finding> findings_;
};

/// count / of against the rule's percentage, exactly: -1 below, 0 at, 1 above. `of` above 0.
int againstPercent(int64_t count, int64_t of, const FindingRule& rule);

/// Whether a part upgrades more often than the rest, by more than noise.
bool clearlyAhead(Share part, Share rest, double level);

/// What the period's own counts and rate raise.
void findInHeadline(const PeriodFigures& headline, const RateOptions& rate, FindingList& list);
/// What segments, trend, launches, time after the upgrade and money raise.
void findBeside(const FindingsInput& input, FindingList& list);

}  // namespace upgrade_rate
