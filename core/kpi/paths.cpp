#include "core/kpi/paths.h"

namespace upgrade_rate {

namespace {

bool isPath(Movement movement) {
  return movement == Movement::upgrade || movement == Movement::downgrade ||
         movement == Movement::switchPlan;
}

uint8_t place(Movement kind) {
  return kind == Movement::upgrade ? 0 : kind == Movement::downgrade ? 1 : 2;
}

}  // namespace

void PathCounter::add(const CustomerHistory& history) {
  // The first state has no plan before it.
  for (size_t i = 1; i < history.states.size(); ++i) {
    const State& after = history.states[i];
    if (!isPath(history.movements[i]) || after.instant < start_ || after.instant >= end_) continue;
    const State& before = history.states[i - 1];
    const Movement kind = history.movements[i];
    const Key key{place(kind), before.tier, before.plan, after.tier, after.plan};
    const Counted made{{kind, before.plan, after.plan}, 0};
    Counted& counted = paths_.try_emplace(key, made).first->second;
    Path& path = counted.path;
    ++path.events;
    if (counted.lastCustomer != uint64_t{history.customer} + 1) ++path.customers;
    counted.lastCustomer = uint64_t{history.customer} + 1;
    if (before.value == kUnknown || after.value == kUnknown) continue;
    if (before.currency != after.currency) continue;
    ++path.valuedEvents;
    path.value += after.value;
    path.value -= before.value;
  }
}

std::vector<Path> PathCounter::finish() const {
  std::vector<Path> paths;
  for (const auto& [key, counted] : paths_) paths.push_back(counted.path);
  return paths;
}

}  // namespace upgrade_rate
