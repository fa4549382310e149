// Events put in order: by customer, then instant, then position.
//
// Position is that of the rows, files in settings order. A file whose instants never increase and
// at least once decrease is read backwards: exports are often newest first, and at one instant
// the last row wins.
//
// Method: counting sort by customer (stable), then a stable sort by instant within each customer
// that is not in order already, so that files sorted by time, by customer or not at all cost
// about the same.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/input/events.h"
#include "core/timeline/time_zone.h"

namespace upgrade_rate {

struct OrderedEvents {
  std::vector<int64_t> instant;   ///< per event, microseconds UTC
  std::vector<uint32_t> order;    ///< event indices, sorted as above
  std::vector<uint32_t> firstOf;  ///< per customer its first place in `order`; one more at the end
  std::vector<uint32_t> backwardFiles;  ///< indices into Events::files

  std::span<const uint32_t> of(uint32_t customer) const {
    return std::span(order).subspan(firstOf[customer], firstOf[customer + 1] - firstOf[customer]);
  }
};

OrderedEvents orderEvents(const Events& events, const TimeZone& zone);

/// The default of `dataUntil`: the end of the local day of the last instant that is not after the
/// local day `today`, moved to the end of that month when no more than 7 days away and that month's
/// last day is before `today`. When every instant is after `today`: the end of `today`.
int64_t defaultDataUntil(std::span<const int64_t> instants, const TimeZone& zone, int64_t today);

}  // namespace upgrade_rate
