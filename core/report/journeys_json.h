// The part of the report that follows customers over time: cohorts, timeToUpgrade, paths and
// stickiness.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/kpi/analysis.h"
#include "core/report/json.h"
#include "core/report/notes.h"

namespace upgrade_rate {

/// Null where there is nothing to follow.
Json writeCohorts(const std::optional<Journeys>& journeys);
Json writeTimeToUpgrade(const std::optional<Journeys>& journeys);
/// `plans`: their names. `oneCurrency`: all values stand in one, so that they can be summed.
Json writePaths(const std::optional<Journeys>& journeys, const std::vector<std::string>& plans,
                bool oneCurrency);
Json writeStickiness(const std::optional<Journeys>& journeys);

/// Why something in them is null, each reason once.
void noteJourneys(const std::optional<Journeys>& journeys, const std::optional<Headline>& headline,
                  const std::vector<PeriodFigures>& periods, Notes& notes);

}  // namespace upgrade_rate
