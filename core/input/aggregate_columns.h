// Whether a file is a table of aggregates, told by the exact names of its columns.
#pragma once

#include <optional>
#include <span>

#include "core/input/profile.h"
#include "core/input/reading.h"
#include "core/result.h"

namespace upgrade_rate {

/// It was asked for; or nothing else was, and the columns have the names and the first parts that
/// only such a table has. JSON may leave out columns whose first cells are all null.
bool namesAggregates(std::span<const ColumnProfile> columns, const ReadingRequest& request);

/// The columns into `reading`. Error: needed ones are missing.
std::optional<Error> detectAggregates(std::span<const ColumnProfile> columns,
                                      const ReadingRequest& request, Reading& reading);

}  // namespace upgrade_rate
