// The small figures that several blocks of the report hold, as they stand in it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/report/json.h"
#include "core/stats/interval.h"
#include "core/stats/newcombe.h"

namespace upgrade_rate {

/// [low, high], or null.
Json writeInterval(const std::optional<Interval>& interval);

/// {points, interval, clear}, or null.
Json writeChange(const std::optional<ShareChange>& change);

/// A list of note codes.
Json writeCodes(const std::vector<std::string_view>& codes);

/// Millionths as the number they stand for: whole where they are, else the nearest double, which is
/// written with as few digits as tell it apart.
__extension__ Json writeAmount(__int128 millionths);

/// A count kept times `scale`: whole, or half of one where the base is an average of two.
Json writeScaled(int64_t count, int64_t scale);

}  // namespace upgrade_rate
