#include "core/timeline/steps.h"

#include <utility>

namespace upgrade_rate {

LocalDays::LocalDays(int64_t first, int64_t last, const TimeZone& zone)
    : zone_(zone), firstDay_(static_cast<int32_t>(zone.day(first)) - 1) {
  const int64_t end = zone.day(last) + 3;
  for (int64_t day = firstDay_; day <= end; ++day) starts_.push_back(zone.dayStart(day));
}

int32_t LocalDays::outside(int64_t instant) const {
  int64_t day = zone_.day(instant);
  while (zone_.dayStart(day + 1) <= instant) ++day;
  return static_cast<int32_t>(day);
}

// What changes is which of two tiers is the higher one.
void Steps::reorder(std::span<const Rung> to, std::vector<uint32_t> tierOf) {
  tierOf_ = std::move(tierOf);
  Rung before = kNoRung;
  for (Step& step : steps_) {
    const Rung rung = to[step.rung()];
    const Movement was = step.movement();
    const bool moves = was == Movement::upgrade || was == Movement::downgrade;
    const Movement now = rung > before ? Movement::upgrade : Movement::downgrade;
    step = Step(step.day, rung, moves ? now : was, step.first());
    before = rung;
  }
}

void Steps::add(const CustomerHistory& history) {
  for (size_t i = 0; i < history.states.size(); ++i) {
    const State& state = history.states[i];
    steps_.push_back({days_.of(state.instant), rungOf(state), history.movements[i], i == 0});
  }
  if (!keepsPlans_) return;
  for (const State& state : history.states) plans_.push_back(state.plan);
}

}  // namespace upgrade_rate
