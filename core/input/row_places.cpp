#include "core/input/row_places.h"

#include <algorithm>

namespace upgrade_rate {

uint64_t NumberRuns::at(uint32_t index) const {
  const auto after =
      std::upper_bound(runs_.begin(), runs_.end(), index,
                       [](uint32_t wanted, const Run& run) { return wanted < run.firstIndex; });
  return (after - 1)->at(index);
}

void NumberRuns::cut(uint32_t index) {
  while (!runs_.empty() && runs_.back().firstIndex >= index) runs_.pop_back();
}

void NumberRuns::write(FlatWriter& out) const {
  out.number(static_cast<uint64_t>(runs_.size()));
  for (const Run& run : runs_) {
    out.number(run.firstIndex);
    out.number(run.step);
    out.number(run.first);
  }
}

void NumberRuns::addWritten(FlatReader& in, uint32_t firstIndex, uint64_t before) {
  for (uint64_t left = in.number<uint64_t>(); left > 0; --left) {
    const uint32_t index = in.number<uint32_t>() + firstIndex;
    const uint32_t step = in.number<uint32_t>();
    runs_.push_back({index, step, in.number<uint64_t>() + before});
  }
}

}  // namespace upgrade_rate
