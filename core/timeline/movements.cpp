#include "core/timeline/movements.h"

namespace upgrade_rate {

namespace {

struct QuantityChange {
  bool up = false;
  bool down = false;

  void compare(int64_t before, int64_t after) {
    if (before == kUnknown || after == kUnknown) return;
    up |= after > before;
    down |= after < before;
  }
};

// Both lists are sorted by plan, so one walk finds what was gained, lost or changed in quantity.
QuantityChange quantityChange(const State& before, const State& after,
                              std::span<const AddOn> addOns) {
  QuantityChange change;
  change.compare(before.quantity, after.quantity);
  uint32_t was = before.addOnBegin;
  uint32_t is = after.addOnBegin;
  while (was < before.addOnEnd || is < after.addOnEnd) {
    const bool lost =
        is == after.addOnEnd || (was < before.addOnEnd && addOns[was].plan < addOns[is].plan);
    const bool gained =
        was == before.addOnEnd || (is < after.addOnEnd && addOns[is].plan < addOns[was].plan);
    change.down |= lost;
    change.up |= gained;
    if (!lost && !gained) change.compare(addOns[was].quantity, addOns[is].quantity);
    was += gained ? 0 : 1;
    is += lost ? 0 : 1;
  }
  return change;
}

// Amounts in two currencies are not compared, nor what rates make of them.
Movement valueMovement(const State& before, const State& after) {
  if (before.billedCurrency != after.billedCurrency) return Movement::none;
  if (before.value == kUnknown || after.value == kUnknown || before.value == after.value) {
    return Movement::none;
  }
  const bool quantityKnown = before.quantity != kUnknown && after.quantity != kUnknown;
  if (after.value > before.value) {
    return quantityKnown ? Movement::priceRise : Movement::expansion;
  }
  return quantityKnown ? Movement::priceCut : Movement::contraction;
}

}  // namespace

Movement movementOnTier(const State& before, const State& after, std::span<const AddOn> addOns) {
  const QuantityChange change = quantityChange(before, after, addOns);
  if (change.up) return Movement::expansion;
  if (change.down) return Movement::contraction;
  if (before.plan != after.plan) return Movement::switchPlan;
  return valueMovement(before, after);
}

void movementsOf(std::span<const State> states, std::span<const AddOn> addOns, bool heldBefore,
                 std::vector<Movement>& movements) {
  movements.clear();
  const State* before = &kNoState;
  bool wasCustomer = heldBefore;
  for (const State& state : states) {
    movements.push_back(movementBetween(*before, state, wasCustomer, addOns));
    wasCustomer |= state.onTier();
    before = &state;
  }
  if (heldBefore && !movements.empty()) movements.front() = Movement::none;
}

}  // namespace upgrade_rate
