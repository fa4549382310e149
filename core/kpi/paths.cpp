#include "core/kpi/paths.h"

#include <algorithm>
#include <tuple>

namespace upgrade_rate {

namespace {

bool isPath(Movement movement) {
  return movement == Movement::upgrade || movement == Movement::downgrade ||
         movement == Movement::switchPlan;
}

int place(Movement kind) {
  return kind == Movement::upgrade ? 0 : kind == Movement::downgrade ? 1 : 2;
}

}  // namespace

void PathCounter::add(const CustomerHistory& history) {
  // The first state has no plan before it.
  for (size_t i = 1; i < history.states.size(); ++i) {
    const State& after = history.states[i];
    if (!isPath(history.movements[i]) || after.instant < start_ || after.instant >= end_) continue;
    const State& before = history.states[i - 1];
    const uint64_t key = uint64_t{before.plan} << 32 | after.plan;
    Counted made{{history.movements[i], before.plan, after.plan}, before.tier, after.tier, 0};
    Counted& counted = paths_.try_emplace(key, made).first->second;
    Path& path = counted.path;
    ++path.events;
    if (counted.lastCustomer != uint64_t{history.customer} + 1) ++path.customers;
    counted.lastCustomer = uint64_t{history.customer} + 1;
    if (before.value == kUnknown || after.value == kUnknown) continue;
    ++path.valuedEvents;
    path.value += after.value;
    path.value -= before.value;
  }
}

std::vector<Path> PathCounter::finish() const {
  std::vector<Counted> all;
  for (const auto& [key, counted] : paths_) all.push_back(counted);
  const auto order = [](const Counted& c) {
    return std::tuple(place(c.path.kind), c.fromTier, c.path.from, c.toTier, c.path.to);
  };
  std::sort(all.begin(), all.end(),
            [&](const Counted& a, const Counted& b) { return order(a) < order(b); });
  std::vector<Path> paths;
  for (const Counted& counted : all) paths.push_back(counted.path);
  return paths;
}

}  // namespace upgrade_rate
