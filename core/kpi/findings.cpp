#include "core/kpi/findings.h"

#include <algorithm>
#include <utility>

#include "core/kpi/finding_list.h"

namespace upgrade_rate {

Finding& Finding::with(std::string_view name, FindingValue value) {
  params.push_back({name, std::move(value)});
  return *this;
}

Finding& FindingList::add(const FindingRule& rule) {
  return findings_.emplace_back(Finding{&rule, {}});
}

std::vector<Finding> FindingList::sorted() {
  std::stable_sort(findings_.begin(), findings_.end(),
                   [](const Finding& a, const Finding& b) { return a.rule < b.rule; });
  return std::move(findings_);
}

int againstPercent(int64_t count, int64_t of, const FindingRule& rule) {
  // Whole percentages and counts: both products are exact.
  const double share = static_cast<double>(count) * 100;
  const double line = static_cast<double>(of) * rule.threshold;
  return share < line ? -1 : (share > line ? 1 : 0);
}

bool clearlyAhead(Share part, Share rest, double level) {
  const std::optional<ShareChange> lead = shareChange(rest, part, {}, level);
  return lead && lead->clear && lead->difference > 0;
}

std::vector<Finding> findAll(const FindingsInput& input) {
  FindingList list;
  // A headline that still runs gets no verdict, so nothing is found in it either.
  if (input.headline && !input.headline->partial) {
    findInHeadline(*input.headline, input.rate, list);
  }
  if (!input.periods.empty() && input.periods.back().partial) {
    list.add(findingRule("period.unfinished")).with("period", input.periods.back().label);
  }
  findBeside(input, list);
  return list.sorted();
}

}  // namespace upgrade_rate
