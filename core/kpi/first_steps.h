// The steps of one customer that cohorts and the time to upgrade start from: new, then the first
// upgrade, or churn before it.
//
// A customer who was held from before the data, or stands in its first snapshot, has no `new`
// movement, so nobody knows how long they had been there: they have no start here.
#pragma once

#include <cstddef>
#include <cstdint>

#include "core/timeline/history.h"

namespace upgrade_rate {

constexpr size_t kNoStep = SIZE_MAX;

/// Indices into the states of a history, or kNoStep.
struct FirstSteps {
  size_t start = kNoStep;    ///< the state that `new` leads to
  size_t upgrade = kNoStep;  ///< the first upgrade; known only where there is a start
  size_t churn = kNoStep;    ///< the first churn, as far as it comes before that upgrade
  bool everCustomer = false;

  /// A customer whose beginning lies before the data.
  bool unknownStart() const { return everCustomer && start == kNoStep; }
};

inline FirstSteps firstSteps(const CustomerHistory& history) {
  FirstSteps steps;
  for (size_t i = 0; i < history.states.size(); ++i) {
    steps.everCustomer |= history.states[i].onTier();
    if (steps.start == kNoStep) {
      if (history.movements[i] == Movement::newCustomer) steps.start = i;
      if (steps.unknownStart()) return steps;
    } else if (history.movements[i] == Movement::upgrade) {
      steps.upgrade = i;
      return steps;
    } else if (history.movements[i] == Movement::churn && steps.churn == kNoStep) {
      steps.churn = i;
    }
  }
  return steps;
}

}  // namespace upgrade_rate
