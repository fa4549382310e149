// What a load leaves behind for all reports that are made from it.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/input/file_reader.h"
#include "core/input/join.h"
#include "core/input/rows.h"
#include "core/timeline/time_zone.h"

namespace upgrade_rate {

struct Loaded {
  Collected collected;
  std::vector<std::unique_ptr<FileReader>> files;  ///< as the host gave them
  std::vector<uint32_t> order;                     ///< into `files`: usable ones, settings order
  Shape shape = Shape::planHistory;

  /// Rows say what customers pay and not for what: tiers are unknown.
  bool hasNoPlans() const { return !order.empty() && files[order[0]]->reading().hasNoPlans(); }
  const SegmentColumns& segments() const {
    return shape == Shape::totals  ? collected.totals.segments
           : shape == Shape::flags ? collected.flags.segments
                                   : collected.events.segments;
  }
  /// Files of which some values stand without the currency that stands beside all others.
  struct AssumedCurrency {
    std::string file, currency;
  };
  std::vector<AssumedCurrency> assumedCurrencies;
  std::optional<std::string> timeZone;      ///< of days that were counted elsewhere; else any
  std::vector<Joined> joined;               ///< per table, in settings order
  std::vector<const PlanEntry*> planTable;  ///< per plan's spelling; null or too short: nothing
};

/// What the host knows and the core does not: the day, and the time zone's transitions.
struct Host {
  std::string today;  ///< "2026-01-31"
  TimeZone zone;
};

}  // namespace upgrade_rate
