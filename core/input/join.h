// Lookups joined to the rows of the other files by their keys, and what became of their own rows.
//
// A customer table's columns become segments, the same for all rows of a customer. A plan table
// gives plans their name and tier, and a price where the rows have no value of their own.
// The rows' own columns stand: a segment that rows bring is not overruled, nor is a value.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/input/ledger.h"
#include "core/input/lookups.h"

namespace upgrade_rate {

/// What joining one table came to. used + duplicate + superseded + unmatched = its accepted rows.
struct Joined {
  std::string file;
  uint32_t index = 0;  ///< of the file
  bool ofPlans = false;
  uint64_t used = 0, duplicate = 0, superseded = 0;
  uint64_t unmatched = 0;  ///< rows whose key nothing else names
  uint64_t keysFound = 0,
           keysMissing = 0;  ///< customers or plans of the data, with a row or without
  SetAside setAside;         ///< the rows that are not used
  Problems problems;         ///< of them
};

/// Joins one table. `plans`, per spelling of Events::spellings, gets what a plan table says.
Joined join(const Lookup& lookup, Events& events, std::vector<const PlanEntry*>& plans);

}  // namespace upgrade_rate
