// How well one column fits one part of a shape, by its header and its values.
//
// A header that is known decides; values then only break ties. Where the file has a header, a
// column whose name says nothing is not taken for a customer, a count or money: a wrong figure
// shown with confidence is worse than a question. Its values may still say "date", or hold plans
// by well-known names. Without a header, values are all there is.
#pragma once

#include "core/input/profile.h"
#include "core/input/reading.h"

namespace upgrade_rate {

/// 0 (cannot be) to 1 (surely). `named`: the file has a header.
double columnScore(const ColumnProfile& column, Part part, bool named);

/// Whether at least half of the column's different values have words that plans go by ("Basic",
/// "Pro annual", "trial", "cancelled").
bool looksLikePlans(const ColumnProfile& column);

/// Whether at least half of the column's different values are known as the status of a subscription
/// ("active", "past_due", "cancelled").
bool looksLikeStatuses(const ColumnProfile& column);

/// The same for kinds of movements ("new", "upgrade", "churn").
bool looksLikeMovements(const ColumnProfile& column);

/// Whether some value is the stage of a deal that was won.
bool saysWon(const ColumnProfile& column);

/// Whether the column's values name the counts of totals, both of them, and hardly anything else.
bool looksLikeMeasures(const ColumnProfile& column);

}  // namespace upgrade_rate
