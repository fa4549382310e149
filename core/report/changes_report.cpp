#include "core/report/changes_report.h"

#include <algorithm>

#include "core/report/settings.h"

namespace upgrade_rate {

// What values are, and what they say of plans, is known only row after row.
Plans guessMoves(const Events& events, const TimeZone& zone,
                 std::span<const PlanEntry* const> table, std::optional<MoveValues> said,
                 MoveReading& moves) {
  const std::vector<uint32_t> backward = backwardFiles(events, zone);
  const std::vector<uint32_t> order = movesInOrder(events, backward, zone);
  moves = readMoves(events, order, zone, said);
  if (!events.plansNamed) return levelPlans(moves.levels());
  if (events.value.empty()) return guessPlans(events, !backward.empty(), table);
  const std::vector<int64_t> levels = levelsOf(events, order, moves.values);
  return guessPlans(events, !backward.empty(), table, &levels);
}

void noteMoves(const OrderedEvents& ordered, Notes& notes) {
  if (ordered.kind.empty()) return;
  if (!ordered.plansNamed) notes.info("movements.levels");
  const auto again = std::count(ordered.kind.begin(), ordered.kind.end(), MoveKind::again);
  if (again > 0) notes.warn("movements.kindUnsaid", members({{"rows", again}}));
  if (ordered.value.empty()) return;
  const std::optional<MoveValues> values = movementValues(ordered);
  if (!values) return notes.warn("movements.valueUnclear");
  notes.info("movements.value", members({{"meaning", movementValuesName(*values)}}));
}

std::optional<MoveValues> movementValues(const OrderedEvents& ordered) {
  if (ordered.kind.empty() || ordered.value.empty()) return std::nullopt;
  if (ordered.moves.values == MoveValues::unclear) return std::nullopt;
  return ordered.moves.values;
}

void noteChanges(const RowFigures& rows, Notes& notes) {
  if (!rows.changes) return;
  const ChangeFigures& changes = *rows.changes;
  if (!rows.baseKnown()) {
    notes.warn("base.incomplete",
               members({{"customers", rows.customers}, {"deals", changes.deals}}));
  } else {
    if (changes.heldBefore > 0) {
      notes.warn("base.heldBefore", members({{"customers", changes.heldBefore}}));
    }
    if (changes.left == 0) notes.warn("changes.noCancellations");
  }
  if (changes.startUnknown > 0) {
    notes.warn("movements.startUnknown", members({{"customers", changes.startUnknown}}));
  }
  if (!changes.example) return;
  const Problem& example = *changes.example;
  notes.warn("changes.contradict", members({{"rows", changes.contradicted},
                                            {"file", example.file},
                                            {"line", example.line},
                                            {"plan", example.text}}));
}

}  // namespace upgrade_rate
