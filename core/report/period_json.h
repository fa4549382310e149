// Period objects, the ledger and the rest of the report that every shape has.
#pragma once

#include <vector>

#include "core/kpi/analysis.h"
#include "core/kpi/figures.h"
#include "core/report/json.h"
#include "core/report/loaded.h"
#include "core/report/notes.h"
#include "core/report/settings.h"

namespace upgrade_rate {

Json writePeriod(const PeriodFigures& period, const Bands& bands);
Json writePeriods(const std::vector<PeriodFigures>& periods, const Bands& bands);
Json writeHeadline(const std::optional<Headline>& headline, const Bands& bands);

/// The five sums, and the problems of reading and of the timeline together.
Json writeLedger(const Loaded& loaded, const std::array<uint64_t, kRowFates>& rows,
                 const Problems& problems);

/// How every column of every file was read, with its first cells.
Json writeColumns(const Loaded& loaded, const Settings& settings);

/// `files[]` of the settings in force, in settings order.
Json writeFiles(const Loaded& loaded, const Settings& settings);

/// Why something in the periods or the headline is null, each reason once.
void notePeriods(const std::vector<PeriodFigures>& periods, const std::optional<Headline>& headline,
                 const RateOptions& rate, Notes& notes);

/// Assumptions of reading: encodings, dates, what was set aside.
void noteReading(const Loaded& loaded, Notes& notes);

}  // namespace upgrade_rate
