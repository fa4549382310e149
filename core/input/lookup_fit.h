// Whether a file is a table of customers or of plans, to be joined to others by a key.
//
// Method: its key is a column whose values do not repeat; of plans where that column, and one for
// a tier or a price, go by such names, else of customers. Only asked where no other shape fits and
// the file comes together with others, or where somebody says so: alone a table says nothing.
#pragma once

#include <optional>

#include "core/input/shape_fit.h"

namespace upgrade_rate {

struct LookupFit {
  Shape shape;
  Mapping mapping;
};

/// `asked`: the columns that `request` names. Nothing where no column could be a key.
std::optional<LookupFit> fitLookup(const Table& table, const Mapping& asked,
                                   const ReadingRequest& request);

}  // namespace upgrade_rate
