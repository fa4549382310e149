// How well a sample reads under one dialect: the measure behind sniffDialect.
#pragma once

#include <cstddef>
#include <string_view>

#include "core/bytes/dialect.h"

namespace upgrade_rate {

struct DialectScore {
  double total = 0;  ///< what dialects are compared by; 0 if no record has two fields
  double share = 0;  ///< records of the commonest width, of all from the first such record on
  double split = 0;  ///< records of two or more fields, of all
  double clean = 0;  ///< cells that look whole, of all
  size_t records = 0;
};

/// `sample` is read by the record reader. A last record cut by the sample's end never counts
/// against the dialect, unless it is an open quote that swallows the rest of the sample.
DialectScore scoreDialect(std::string_view sample, const Dialect& dialect);

/// Whether most colons stand as in 10:45 or in https://.
bool colonsAreText(std::string_view sample);

/// Whether every delimiter that stands inside a cell is in quotes that close at the cell's end, and
/// there is one: a writer that quotes what has to be quoted.
bool quotesHold(std::string_view sample, const Dialect& dialect);

/// Whether, below the first record, more than half of the columns hold only plain numbers.
bool mostlyNumbers(std::string_view sample, const Dialect& dialect);

}  // namespace upgrade_rate
