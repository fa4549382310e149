// What a report has for the findings to look at, put together from its blocks.
#pragma once

#include <optional>
#include <vector>

#include "core/kpi/analysis.h"
#include "core/kpi/findings.h"
#include "core/kpi/trend_figures.h"
#include "core/report/settings.h"

namespace upgrade_rate {

/// Headline and periods, which every report has. Both must outlive the input.
FindingsInput findingsInput(const std::optional<Headline>& headline,
                            const std::vector<PeriodFigures>& periods, const RateOptions& rate);

/// `input` has its periods already.
void lookAtTrend(const TrendFigures& trend, FindingsInput& input);

/// `effects`: one per launch.
void lookAtLaunches(const std::vector<Launch>& launches, const std::vector<LaunchEffect>& effects,
                    FindingsInput& input);

/// `input` has its headline already.
void lookAtSegments(const std::vector<SegmentTable>& tables, FindingsInput& input);

/// `input` has its headline and periods already.
void lookAtJourneys(const Journeys& journeys, FindingsInput& input);

}  // namespace upgrade_rate
