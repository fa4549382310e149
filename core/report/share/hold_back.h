// Which cells of a table are too small to be shown to others.
//
// Method: a cell with fewer than k customers is held back. The sum of all cells is known elsewhere
// in the report, so a single cell held back would follow by subtraction: the next smallest goes
// with it, and further ones until all that are held back have k customers together.
// Leaves out tables of different columns that are parts of each other (a country and its region):
// between those, more may follow.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace upgrade_rate {

/// A cell's customers, in the window and in the one it is compared with. 0 is nobody, and tells of
/// nobody.
struct CellSize {
  int64_t now = 0;
  int64_t before = 0;
};

/// Per cell whether it is held back. `fewest`: k; with 1 or less nothing is.
std::vector<bool> heldBack(std::span<const CellSize> cells, int64_t fewest);

}  // namespace upgrade_rate
