// Wall-clock time to instants and back, by a list of transitions that the host hands in.
//
// The core carries no zone tables: browsers have them (Intl). A zone is the offset from UTC that is
// in force from each transition on.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/cells/time.h"

namespace upgrade_rate {

struct ZoneTransition {
  int64_t instantSeconds;  ///< since 1970-01-01T00:00Z, ascending
  int32_t offsetSeconds;   ///< local minus UTC from then on
};

class TimeZone {
 public:
  /// UTC.
  TimeZone() = default;
  /// The first transition's offset also holds before it. An empty list is UTC.
  TimeZone(std::string name, std::vector<ZoneTransition> transitions);

  const std::string& name() const { return name_; }
  /// Ascending, at least one; the first also stands for all time before it.
  const std::vector<ZoneTransition>& transitions() const { return transitions_; }

  /// Instant (microseconds, UTC) of a wall-clock time: of a repeated local time the earlier, of a
  /// skipped one the first instant after the gap.
  int64_t instant(int64_t localMicros) const {
    if (transitions_.size() > 1) return placed(localMicros);
    return localMicros - transitions_[0].offsetSeconds * kMicrosPerSecond;
  }
  /// Wall-clock time of an instant.
  int64_t local(int64_t instantMicros) const;
  /// Instant of a cell's time.
  int64_t instant(CellTime time) const {
    return time.civil() ? instant(time.micros()) : time.micros();
  }

  int64_t dayStart(int64_t day) const { return instant(day * kMicrosPerDay); }
  /// The local calendar day of an instant.
  int64_t day(int64_t instantMicros) const;

 private:
  int64_t placed(int64_t localMicros) const;

  std::string name_ = "UTC";
  std::vector<ZoneTransition> transitions_ = {{0, 0}};
};

}  // namespace upgrade_rate
