// Notes of a report that cannot be found again from its counts, and may be shared: those whose
// parameters are numbers and words of the core's own, never a file, a column or a cell.
#pragma once

#include "core/report/notes.h"
#include "core/report/share/number_columns.h"

namespace upgrade_rate {

/// [[code, 1 for a warning, {params}], …]
Json carriedNotes(const Json& notes);

/// Adds them to the notes. Codes that are not known are left out.
void readCarriedNotes(const Json& list, Notes& notes, std::optional<Error>& error);

/// How much was held back, by what; k comes with it.
struct HeldBack {
  int64_t fewest = 5;
  int64_t segments = 0, cohorts = 0, paths = 0, plans = 0;

  Json list() const;
  /// The note that says so; none where nothing was.
  void note(Notes& notes) const;
};
HeldBack readHeldBack(const Json& list, std::optional<Error>& error);

}  // namespace upgrade_rate
