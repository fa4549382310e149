// What a table of aggregates says of itself: under which settings it was counted, where, and from
// what rows.
#pragma once

#include <string>

#include "core/report/aggregates/table_index.h"
#include "core/report/notes.h"
#include "core/report/settings.h"
#include "core/result.h"
#include "core/timeline/time_zone.h"

namespace upgrade_rate {

/// The newest version of the table that is read.
constexpr int64_t kAggregateTableVersion = 1;

/// The settings that the table was counted under, with dataUntil and segmentBy.
/// Errors: it names none, they cannot be read, or it was written by a newer version.
Result<Settings> tableSettings(TableIndex& table);

/// What is judged from counts follows `asked` where it names it; all else, that of the table. What
/// was asked for and cannot be had from its counts is noted.
Settings settingsInForce(const Settings& counted, const Settings& asked, const TimeZone& zone,
                         Notes& notes);

/// The warehouse's rows: the five sums, with the problems that reading the table found.
/// Error, in `table`: they do not add up.
Json tableLedger(TableIndex& table, Json readingLedger);

/// `data` of the report, but for its columns and its currency.
Json tableData(TableIndex& table, const Settings& settings, const TimeZone& zone);

}  // namespace upgrade_rate
