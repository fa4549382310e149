// Two limits that belong together: a confidence, prediction or control interval.
#pragma once

namespace upgrade_rate {

/// low <= high, both in the unit of the figure they belong to.
struct Interval {
  double low = 0;
  double high = 0;
};

}  // namespace upgrade_rate
