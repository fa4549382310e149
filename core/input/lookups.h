// Tables that say more of what other files name: of customers (their segments) or of plans (name,
// tier, price), joined by a key.
//
// A table has one row per key. Of several the last one counts, as everywhere. What it says is
// handed to the rows of the other files once all files are read (core/input/join.h).
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/input/events.h"

namespace upgrade_rate {

/// What a plan table says of one plan; what it leaves blank is not known.
struct PlanEntry {
  std::string name;
  std::optional<int32_t> tier;
  int64_t price = kUnknown;  ///< millionths, per interval or month
  BillingInterval interval = kMonthlyAmount;
  std::string currency;  ///< as Events::currencies has it
  bool operator==(const PlanEntry&) const = default;
};

/// One file that is a table, its accepted rows in columns.
struct Lookup {
  bool ofPlans = false;
  std::string fileName;
  Dictionary keys;               ///< trimmed text, case-sensitive
  std::vector<uint32_t> key;     ///< per row, index into `keys`
  std::vector<uint32_t> lastOf;  ///< per key its last row
  RowPlaces places;              ///< per row
  SegmentColumns columns;        ///< of customers: the columns that are asked for, per row
  std::vector<PlanEntry> plans;  ///< of plans, per row
};

/// By the file's index.
using Lookups = std::map<uint32_t, Lookup>;

}  // namespace upgrade_rate
