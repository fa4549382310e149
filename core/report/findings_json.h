// The findings as the report carries them: a code with parameters, the weightiest first.
#pragma once

#include <vector>

#include "core/kpi/findings.h"
#include "core/report/json.h"

namespace upgrade_rate {

Json writeFindings(const std::vector<Finding>& findings);

}  // namespace upgrade_rate
