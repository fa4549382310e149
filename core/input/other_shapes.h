// Shapes that are not read yet and that would be misread as a plan history: their ends, former
// plans or cancellations would be passed over, and a wrong rate shown with confidence.
#pragma once

#include <optional>
#include <span>

#include "core/input/profile.h"
#include "core/input/reading.h"
#include "core/result.h"

namespace upgrade_rate {

/// An error that names the column which tells such a shape; nothing where none does.
std::optional<Error> otherShape(std::span<const ColumnProfile> columns);

}  // namespace upgrade_rate
