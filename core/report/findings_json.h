// The findings as the report carries them: a code with parameters, the weightiest first.
#pragma once

#include <optional>
#include <vector>

#include "core/kpi/analysis.h"
#include "core/kpi/findings.h"
#include "core/report/json.h"

namespace upgrade_rate {

/// What every report has to look at. Blocks that a report has besides are added to it.
inline FindingsInput findingsInput(const std::optional<Headline>& headline,
                                   const std::vector<PeriodFigures>& periods,
                                   const RateOptions& rate) {
  FindingsInput input;
  input.rate = rate;
  if (headline) input.headline = &headline->figures;
  input.periods = periods;
  return input;
}

Json writeFindings(const std::vector<Finding>& findings);

}  // namespace upgrade_rate
