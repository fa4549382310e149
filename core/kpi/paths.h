// Who moved from which plan to which: upgrades, downgrades and switches of all customers in one
// window, by plan before and plan after.
//
// Leaves out new, returning and leaving customers, and steps to another plan of the same tier that
// are an expansion or contraction (a change of quantity or add-ons counts first).
#pragma once

#include <cstdint>
#include <map>
#include <tuple>
#include <vector>

#include "core/timeline/history.h"

namespace upgrade_rate {

/// Two plans and what happened between them; their tiers tell which of the three it is.
struct Path {
  Movement kind;      ///< upgrade, downgrade or switchPlan
  uint32_t from, to;  ///< plans
  int64_t customers = 0;
  int64_t events = 0;
  int64_t valuedEvents = 0;  ///< those with a known value on both sides, in one currency
  /// Sum of their differences of monthly value, signed, in millionths. Add-ons are in it.
  __extension__ __int128 value = 0;
};

class PathCounter {
 public:
  /// Counts movements in [start, end).
  PathCounter(int64_t start, int64_t end) : start_(start), end_(end) {}

  void add(const CustomerHistory& history);
  /// Upgrades, then downgrades, then switches; each by tier and index of the plan before, then
  /// after.
  std::vector<Path> finish() const;

 private:
  using Key = std::tuple<uint8_t, uint32_t, uint32_t>;  // kind, plan before, plan after
  struct Counted {
    Path path;
    uint64_t lastCustomer;  // index + 1, so that everybody counts once
    // The highest seen: a plan that somebody only tries stands on none.
    int32_t tierBefore, tierAfter;
  };

  int64_t start_, end_;
  std::map<Key, Counted> paths_;
};

}  // namespace upgrade_rate
