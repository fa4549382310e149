#include "core/kpi/paths.h"

#include <algorithm>

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
    const Counted made{{kind, before.plan, after.plan}, 0, before.tier, after.tier};
    const Key key{place(kind), before.plan, after.plan};
    Counted& counted = paths_.try_emplace(key, made).first->second;
    counted.tierBefore = std::max(counted.tierBefore, before.tier);
    counted.tierAfter = std::max(counted.tierAfter, after.tier);
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
  std::vector<Counted> ordered;
  ordered.reserve(paths_.size());
  for (const auto& [key, counted] : paths_) ordered.push_back(counted);
  const auto key = [](const Counted& of) {
    const Path& path = of.path;
    return std::tuple(place(path.kind), of.tierBefore, path.from, of.tierAfter, path.to);
  };
  std::sort(ordered.begin(), ordered.end(),
            [&](const Counted& a, const Counted& b) { return key(a) < key(b); });
  std::vector<Path> paths;
  paths.reserve(ordered.size());
  for (const Counted& counted : ordered) paths.push_back(counted.path);
  return paths;
}

}  // namespace upgrade_rate
