// What a report says of rows that are changes: changes and movements.
#pragma once

#include "core/input/plans.h"
#include "core/kpi/walk.h"
#include "core/report/notes.h"
#include "core/timeline/order.h"

namespace upgrade_rate {

/// The plans of movements, and in `moves` what their values are, unless somebody `said` it.
/// `table`: as guessPlans'.
Plans guessMoves(const Events& events, const TimeZone& zone,
                 std::span<const PlanEntry* const> table, std::optional<MoveValues> said,
                 MoveReading& moves);

/// `movementValues` as it is in force: nothing where there are none, or nobody can tell.
std::optional<MoveValues> movementValues(const OrderedEvents& ordered);

/// How movements were read; nothing for other shapes.
void noteMoves(const OrderedEvents& ordered, Notes& notes);

/// Who is missing from the base, and what contradicts; nothing for other shapes.
void noteChanges(const RowFigures& rows, Notes& notes);

}  // namespace upgrade_rate
