// All rows once, customer by customer: rows to states, states to steps, and what is said of the
// rows themselves. Counts of periods and windows read the steps; what asks for more goes over the
// histories again.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/input/events.h"
#include "core/input/ledger.h"
#include "core/input/plans.h"
#include "core/timeline/order.h"
#include "core/timeline/states.h"
#include "core/timeline/steps.h"
#include "core/timeline/time_zone.h"

namespace upgrade_rate {

/// What rows that are changes say of all customers together.
struct ChangeFigures {
  uint64_t joined = 0, left = 0;   ///< movements: who became a customer, new or again, and who left
  uint64_t heldBefore = 0;         ///< customers from before the data
  uint64_t startUnknown = 0;       ///< of them, those of whom nothing says on which plan
  uint64_t contradicted = 0;       ///< rows, see ChangeNotes
  bool deals = false;              ///< won deals, among which nobody leaves
  std::optional<Problem> example;  ///< the first of them: file, line, and the plan that it names
};

/// What the rows came to.
struct RowFigures {
  std::array<uint64_t, kRowFates> rows{};      ///< by RowFate
  Problems problems;                           ///< of the rows that are not used
  std::optional<int64_t> firstUsed, lastUsed;  ///< instants
  uint64_t customers = 0;                      ///< with at least one used row
  std::vector<uint64_t> customersOnPlan;       ///< per plan, customers ever on it
  uint64_t blankPlanRows = 0;                  ///< used rows without a plan
  std::optional<ChangeFigures> changes;        ///< of changes and movements

  /// Whether all customers are known: in a file of changes that nobody joins, those who never
  /// changed are missing; and among deals those who bought before or elsewhere.
  bool baseKnown() const { return !changes || (changes->joined > 0 && !changes->deals); }
};

/// A row that is not used, by its first event.
struct UnusedRow {
  uint32_t event;
  RowFate fate;
};

/// A stretch on no plan between two tiers, bridged or not.
struct Gap {
  uint32_t customer;
  int32_t days;  ///< whole ones
  size_t step;   ///< where the steps of the customer begin
};

/// What a problem with a row of that fate is called.
std::string_view problemCode(RowFate fate);

/// What a walk found, beside the rules that it followed.
struct Walk {
  std::vector<PlanRule> plans;  ///< as Plans::plans
  StateRules rules;
  RowFigures figures;
  std::vector<UnusedRow> unused;  ///< in no order
  std::vector<Gap> gaps;          ///< by customer
  Steps steps;
};

/// `ordered`: the rows of `events`. `stepRows`, if given: State::row of every step, appended.
Walk walkRows(const Events& events, const OrderedEvents& ordered, const Plans& plans,
              const TimeZone& zone, const StateRules& rules,
              std::vector<uint32_t>* stepRows = nullptr);

/// Per plan, the index of its tier among all tiers.
std::vector<uint32_t> tierIndices(const Plans& plans, bool prospectsAreCustomers);

/// The gaps of a customer whose steps come next.
inline void addGaps(const CustomerHistory& history, Walk& walk) {
  for (const int32_t days : history.gapDays) {
    walk.gaps.push_back({history.customer, days, walk.steps.all().size()});
  }
}

/// State::row of every state, as the steps.
inline void addRows(const CustomerHistory& history, std::vector<uint32_t>& rows) {
  for (const State& state : history.states) rows.push_back(state.row);
}

/// The history of the customer whom `builder` has just built. Holds until the next one.
inline CustomerHistory historyOf(uint32_t customer, const StateBuilder& builder,
                                 std::vector<Movement>& movements) {
  movementsOf(builder.states(), builder.addOns(), builder.heldBefore(), movements);
  return {customer,       builder.states(),     builder.addOns(),      movements,
          builder.span(), builder.heldBefore(), builder.changeNotes(), builder.gapDays()};
}

/// Builds every customer's states: `fate(place, RowFate)` for each of the rows, then
/// `take(history)`.
template <class Fate, class Take>
void eachHistory(const OrderedEvents& ordered, const Plans& plans, const TimeZone& zone,
                 const StateRules& rules, Fate&& fate, Take&& take) {
  StateBuilder builder(ordered, plans, zone, rules);
  std::vector<Movement> movements;
  for (uint32_t customer = 0; customer < ordered.customers(); ++customer) {
    builder.build(customer, fate);
    take(historyOf(customer, builder, movements));
  }
}

}  // namespace upgrade_rate
