// Whether rows of (customer, date, plan or value) are snapshots: every customer again in every
// period, changed or not; and not a history, with a row only where something changed.
//
// Method: the name of the date column, where it is that of a period or of a look at the books; else
// the rows themselves: days that are periods, and customers who mostly say the same again.
#pragma once

#include "core/input/profile.h"
#include "core/input/reading.h"

namespace upgrade_rate {

/// Whether a column is called "month", "as of", "snapshot date" and the like.
bool isNamedForPeriods(const ColumnProfile& column);

/// Whether most customers have several rows, on days that are periods, and more than half of a
/// customer's next rows say what the one before said. `rows`: without header and title lines.
/// `mapping`: customer and the parts of the shape; `date` is the column of the dates.
bool repeatsStates(std::span<const std::vector<std::string>> rows, const Mapping& mapping,
                   int32_t date, DateFormat format);

}  // namespace upgrade_rate
