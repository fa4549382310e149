// Dates that only the columns together tell: which of two ends counts, and whether a date that
// stands beside a flag is that of the flag.
#pragma once

#include <span>

#include "core/input/profile.h"
#include "core/input/reading.h"

namespace upgrade_rate {

/// Changes what was guessed of a mapping; what was asked for stays.
void settleDates(std::span<const ColumnProfile> columns, Shape shape, const ReadingRequest& request,
                 Mapping& mapping);

}  // namespace upgrade_rate
