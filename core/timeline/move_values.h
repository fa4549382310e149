// What the values of movements say: how much more or less is paid (deltas), or how much is paid
// from then on (levels). And on how many levels the customers of a file without plans stand.
//
// Method: amounts below 0 are only deltas; so is a column whose header says so. Else the rows of
// those who leave decide: where they say 0 or nothing, and every other row stands on the side of
// the level before that its kind asks for, values are levels; where each says what was paid
// before, they are sizes of deltas. All else is unclear, and then no value is used: a sum of
// levels taken for deltas would be a wrong figure shown with confidence.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/input/events.h"
#include "core/timeline/time_zone.h"

namespace upgrade_rate {

enum class MoveValues : uint8_t {
  level,
  delta,   ///< signed
  sizes,   ///< of deltas, whose sign the kind tells
  unclear  ///< not used
};

struct MoveReading {
  MoveValues values = MoveValues::level;
  /// Without a column of plans: how far below and above their own first level customers get.
  int32_t below = 0, above = 0;

  int32_t levels() const { return below + above + 1; }
};

/// What a customer pays, movement after movement: millionths, or kUnknown.
class RunningMove {
 public:
  /// `known`: nothing was paid before the first movement.
  void begin(bool known) { level_ = known ? 0 : kUnknown; }
  /// `value`: as read, or kUnknown.
  void add(MoveKind kind, MoveValues values, int64_t value);
  int64_t level() const { return level_; }

 private:
  int64_t level_ = 0;
};

/// Events of movements, each customer's in the order of the timeline. `backward`: files that are
/// newest first.
std::vector<uint32_t> movesInOrder(const Events& events, std::span<const uint32_t> backward,
                                   const TimeZone& zone);
/// `said`: what values are, where somebody said it.
MoveReading readMoves(const Events& events, std::span<const uint32_t> order, const TimeZone& zone,
                      std::optional<MoveValues> said = std::nullopt);
/// What is paid from each event on.
std::vector<int64_t> levelsOf(const Events& events, std::span<const uint32_t> order,
                              MoveValues values);

}  // namespace upgrade_rate
