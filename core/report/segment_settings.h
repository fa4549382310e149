// Segments and filters as the settings name them, and as the analysis asks for them.
#pragma once

#include <optional>

#include "core/input/plans.h"
#include "core/kpi/analysis.h"
#include "core/report/loaded.h"
#include "core/report/settings.h"
#include "core/result.h"

namespace upgrade_rate {

/// Finds the columns and values that `settings` names; the names in `settings` become those of the
/// columns, and a missing `segmentBy` all columns that the files are asked for. A column that no
/// file has is an error. A value or plan that no row has is none: nobody has it.
std::optional<Error> findSegments(const Loaded& loaded, const Plans& plans, Settings& settings,
                                  AnalysisRules& rules);

}  // namespace upgrade_rate
