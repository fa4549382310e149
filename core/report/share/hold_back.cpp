#include "core/report/share/hold_back.h"

#include <algorithm>
#include <numeric>

namespace upgrade_rate {

std::vector<bool> heldBack(std::span<const CellSize> cells, int64_t fewest) {
  std::vector<bool> held(cells.size(), false);
  if (fewest <= 1) return held;
  const auto tooFew = [&](int64_t count) { return count > 0 && count < fewest; };
  size_t count = 0;
  CellSize together;
  const auto holdBack = [&](size_t i) {
    held[i] = true;
    ++count;
    together.now += cells[i].now;
    together.before += cells[i].before;
  };
  // A cell that is shown has k customers at one time at least, and never between 1 and k - 1.
  for (size_t i = 0; i < cells.size(); ++i) {
    const auto& [now, before] = cells[i];
    if (tooFew(now) || tooFew(before) || std::max(now, before) < fewest) holdBack(i);
  }
  if (count == 0) return held;
  std::vector<size_t> bySize(cells.size());
  std::iota(bySize.begin(), bySize.end(), size_t{0});
  std::stable_sort(bySize.begin(), bySize.end(), [&](size_t a, size_t b) {
    return cells[a].now != cells[b].now ? cells[a].now < cells[b].now
                                        : cells[a].before < cells[b].before;
  });
  for (const size_t i : bySize) {
    const bool enough = count > 1 && !tooFew(together.now) && !tooFew(together.before);
    if (enough) break;
    if (!held[i]) holdBack(i);
  }
  return held;
}

}  // namespace upgrade_rate
