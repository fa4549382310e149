// How the cells of the columns that were chosen are written: dates, numbers, money.
#pragma once

#include <span>

#include "core/input/profile.h"
#include "core/input/reading.h"
#include "core/input/snapshot_signs.h"

namespace upgrade_rate {

/// What the value is, per month or per interval, where that was not asked for: parts of `mapping`
/// that would make a wrong value of it are dropped.
void decideMoney(std::span<const ColumnProfile> columns, const ReadingRequest& request, Shape shape,
                 Mapping& mapping);

/// Which columns of periods are read, and how their cells are written, over all of them.
void decidePeriods(std::span<const ColumnProfile> columns, const PeriodHeaders& periods,
                   Reading& reading);

/// The formats of dates and numbers in the columns of `reading.mapping`.
void decideFormats(std::span<const ColumnProfile> columns, const ReadingRequest& request,
                   Reading& reading);

}  // namespace upgrade_rate
