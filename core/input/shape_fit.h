// Which columns would play the parts of one shape, and how well they fit.
//
// Method: parts take their best free column in order of need. What was asked for is taken as asked.
// Where a shape needs a plan, a column of money stands in for it: then tiers are unknown.
#pragma once

#include <span>
#include <vector>

#include "core/input/profile.h"
#include "core/input/reading.h"

namespace upgrade_rate {

/// The columns, and whether they have names (the file has a header).
struct Table {
  std::span<const ColumnProfile> columns;
  bool named;
  std::span<const PeriodColumn> periods{};  ///< the columns whose headers are periods
};

struct Candidate {
  Mapping mapping;
  double score = 0;       ///< mean over the needed parts; 0 when one is missing
  bool complete = false;  ///< every needed part has its column
  std::vector<UnclearPart> unclear;
};

/// `asked`: the columns that `request` names.
Candidate fitShape(const Table& table, Shape shape, const Mapping& asked,
                   const ReadingRequest& request);

/// What is unclear in the guess and was decided as the guess would, whoever decided it: so a
/// report's own settings, fed back, give the same notes.
std::vector<UnclearPart> unclearParts(const Table& table, Shape shape, const Mapping& decided);

}  // namespace upgrade_rate
