// An order for a slice of a file (core/input/slice.h) as a document.
#pragma once

#include <string>
#include <string_view>

#include "core/input/slice.h"
#include "core/result.h"

namespace upgrade_rate {

/// {"from": 0, "to": 1000000, "start": 17, "recordsBefore": 3, "encoding": "windows-1252",
/// "dateFormat": "D/M/Y", "decimal": ","}: bytes of the file, and all but the first two only where
/// they are known.
std::string writeSliceOrder(const SliceOrder& order);
Result<SliceOrder> readSliceOrder(std::string_view text);

}  // namespace upgrade_rate
