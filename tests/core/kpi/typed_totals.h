// Totals as they would have been typed, and their analysis.
#pragma once

#include <vector>

#include "core/kpi/totals_analysis.h"
#include "tests/core/timeline/history.h"

namespace upgrade_rate {

struct Line {
  const char* day;  ///< nullptr: no period column
  int64_t total, upgraded;
  uint32_t segment = 0;
};

inline Totals totalsOf(const std::vector<Line>& lines, DateSpan span) {
  Totals totals;
  totals.span = span;
  for (const Line& line : lines) {
    std::optional<int64_t> day;
    if (line.day != nullptr) day = dayOf(line.day);
    const uint32_t record = static_cast<uint32_t>(totals.records.size());
    totals.records.push_back({0, {record + 2, record + 1}});
    totals.rows.push_back({day, line.total, line.upgraded, record, record});
    const std::string text = line.segment == 0 ? "" : "S" + std::to_string(line.segment);
    const std::string_view cell = text;
    totals.segments[totals.segments.place("segment", 0)].append({&cell, 1});
  }
  return totals;
}

inline TotalsAnalysis analysed(const std::vector<Line>& lines, DateSpan span,
                               TotalsRules rules = {}) {
  if (!lines.empty()) rules.columns = {0};
  return analyseTotals(totalsOf(lines, span), span, TimeZone(), rules, {"typed"});
}

inline TotalsRules rulesOf(PeriodUnit unit, int32_t fiscalStartMonth = 1) {
  TotalsRules rules;
  rules.unit = unit;
  rules.fiscalStartMonth = fiscalStartMonth;
  return rules;
}

}  // namespace upgrade_rate
