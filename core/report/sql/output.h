// Rows of the result, for those steps that stand in files of their own.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace upgrade_rate {

/// A select of the eight columns; '' where a cell is empty.
std::string rowOf(std::string_view part, std::string_view start, std::string_view end,
                  std::string_view name, std::string_view other, std::string_view currency,
                  std::string_view measure, std::string_view value);

/// One more select of the result, and what it is from.
using AddRow = std::function<void(const std::string& row, std::string_view from)>;

}  // namespace upgrade_rate
