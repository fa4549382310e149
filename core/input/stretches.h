// What the rows of subscriptions have beside those of a plan history: an end, a status and the
// subscription they belong to.
//
// A blank end, one in the year 2099 or later, and the all-zero date of databases mean that the row
// runs on. Only the timeline knows whether an end lies before its start, since that depends on the
// time zone; and where the column holds cancellations, which of them count, since that depends on
// the row's status and on what the settings say of it.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "core/cells/date.h"
#include "core/input/events.h"
#include "core/input/reading.h"

namespace upgrade_rate {

class Stretches {
 public:
  /// `reading` and `events` must outlive it.
  Stretches(const Reading& reading, Events& events);

  /// Reads the ends of a group of rows into ends(); `fits`: whether each could be read.
  void readEnds(std::span<const std::string_view> cells, bool* fits);
  std::vector<CellTime>& ends() { return ends_; }
  /// Appends the first `count` of ends(), and what the cells say, to the events.
  void append(size_t count, std::span<const std::string_view> statuses,
              std::span<const std::string_view> subscriptions);

  /// What all values of the end column said, with those of the start column where both are read by
  /// one format.
  DateEvidence::Decision verdict(const DateEvidence& starts) const;

 private:
  const Reading& reading_;
  Events& events_;
  DateColumn dates_;
  std::vector<CellTime> ends_;
  std::vector<uint32_t> indices_;
};

}  // namespace upgrade_rate
