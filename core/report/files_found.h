// What a load says of each file before any figure: its rows, and what one of them seems to be.
#pragma once

#include "core/report/json.h"
#include "core/report/loaded.h"

namespace upgrade_rate {

/// Per file `name`, `rows`, `shape` (null where the file cannot be read), and of a shape that was
/// guessed `guess` and `runnerUp`: {shape, fit from 0 to 1}, null where there is none.
Json writeFilesFound(const Loaded& loaded);

}  // namespace upgrade_rate
