// Which shape a file has and which column plays which part, by headers and by values.
//
// Method: every shape says which parts it needs and how well a column's header and values fit each
// part. Parts take their best free column in order of need; the shape whose needed parts fit best
// wins. What the settings say is taken as said.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "core/input/profile.h"
#include "core/input/reading.h"
#include "core/result.h"

namespace upgrade_rate {

/// Completes `reading` (columns, shape, mapping, formats) from the profiles, the sampled rows below
/// the header and what was asked for.
/// Errors: a column that does not exist, no shape that fits, or one that cannot be read yet; the
/// columns are filled in all the same, so that the reader can be asked.
std::optional<Error> detectReading(Reading& reading, const ReadingRequest& request,
                                   std::span<const ColumnProfile> columns,
                                   std::span<const std::vector<std::string>> rows);

/// The columns by name and what they seem to hold, for messages: "customer (words), when (dates)".
std::string describeColumns(std::span<const ColumnProfile> columns);

}  // namespace upgrade_rate
