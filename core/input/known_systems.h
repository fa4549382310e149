// Exports of billing systems and CRMs that are known by their headers, in one table.
//
// A file is of a system when it has all of the columns that the entry asks for. Then these columns
// play the parts that the system's documentation gives them, whatever their values look like; all
// else is found as in any file. A new system is a new entry here, with a case folder of its own.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "core/input/profile.h"
#include "core/input/reading.h"

namespace upgrade_rate {

struct KnownSystem {
  std::string_view name;  ///< as people know it: "Stripe subscriptions"
  Shape shape;
  /// Headers (as headerKey gives them) that the file must have, separated and surrounded by spaces.
  std::string_view needs;
  /// "part:header" pairs, likewise; of several for one part the first that the file has.
  std::string_view plays;
  bool minorUnits;  ///< amounts are in cents
  /// Where the rows cannot be read as any shape: what they are, and which export would do.
  std::string_view instead = {};
};

/// The system whose export this is; of several the one that asks for most columns.
const KnownSystem* knownSystem(std::span<const ColumnProfile> columns);

/// `request` with what is known of the system; what was asked for stands.
ReadingRequest withSystem(const KnownSystem& system, const ReadingRequest& request,
                          std::span<const ColumnProfile> columns);

}  // namespace upgrade_rate
