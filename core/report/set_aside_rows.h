// The rows of one file that are not among the used ones of a report.
#pragma once

#include "core/report/loaded.h"
#include "core/report/report.h"

namespace upgrade_rate {

/// What reading set aside, and what the last report did; `cache` is its. In the order of the file.
SetAside setAsideOf(const Loaded& loaded, const ReportCache& cache, uint32_t file);

}  // namespace upgrade_rate
