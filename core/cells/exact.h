// A decimal exactly as programs print one, of any size that a sum over a warehouse can have.
#pragma once

#include <optional>
#include <string_view>

namespace upgrade_rate {

/// Millionths of "12", "-12.500000", "1e3" or "1.2E+4": a sign, digits, a point and digits, an
/// exponent; nothing else. Nothing where it is no such number, is no whole number of millionths, or
/// is 10^24 or more.
__extension__ std::optional<__int128> readExact(std::string_view text);

}  // namespace upgrade_rate
