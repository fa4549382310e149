// The names that columns go by, in one table.
#pragma once

#include <optional>
#include <string_view>

#include "core/input/reading.h"

namespace upgrade_rate {

/// How well a header (as compared by headerKey) names a part: 1 for its usual name, less for one
/// that is only sometimes used for it or that ends with a usual one, 0 for any other.
double headerScore(std::string_view key, Part part);

/// Which count of totals a label names ("Customers at start"), and how well, as headerScore does.
struct Measure {
  Part part;  ///< total or upgraded
  double score;
};
std::optional<Measure> measureByWords(std::string_view label);

/// Whether the key is in the table for any part.
bool isHeaderWord(std::string_view key);

/// Whether a value is called a difference ("MRR change"), not what is paid.
bool isDeltaWord(std::string_view key);

/// Whether an end column says when somebody cancelled, not when the row ended.
bool namesCancellations(std::string_view key);

}  // namespace upgrade_rate
