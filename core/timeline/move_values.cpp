#include "core/timeline/move_values.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace upgrade_rate {

namespace {

bool isDown(MoveKind kind) {
  return isLoss(kind) || kind == MoveKind::down || kind == MoveKind::less;
}
bool isUp(MoveKind kind) { return kind == MoveKind::up || isMore(kind); }

// What speaks for and against each meaning of the values.
struct Evidence {
  bool negative = false;  // some value is below 0
  uint64_t left = 0;      // rows of those who leave
  uint64_t leftWithNothing = 0;
  uint64_t leftWithAll = 0;  // that say what all sizes before add up to
  uint64_t moved = 0;        // other rows that lead from a known level
  uint64_t against = 0;      // of them, those on the wrong side of it for a level
};

class ValueReader {
 public:
  ValueReader(const Events& events, Evidence& evidence) : events_(events), evidence_(evidence) {}

  void begin() {
    level_ = kUnknown;
    sizes_.begin(false);
  }
  void add(uint32_t event) {
    const MoveKind kind = events_.kind[event];
    const int64_t value = events_.value[event];
    if (isJoin(kind) && level_ == kUnknown) sizes_.begin(true);
    evidence_.negative |= value != kUnknown && value < 0;
    if (kind == MoveKind::leave) look(value);
    const bool known = level_ != kUnknown && value != kUnknown;
    if (known && (isUp(kind) || kind == MoveKind::down || kind == MoveKind::less)) {
      ++evidence_.moved;
      const bool follows = isUp(kind) ? value > level_ : value < level_;
      evidence_.against += follows ? 0 : 1;
    }
    sizes_.add(kind, MoveValues::sizes, value);
    level_ = kind == MoveKind::leave ? 0 : value != kUnknown ? value : level_;
  }

 private:
  void look(int64_t value) {
    ++evidence_.left;
    evidence_.leftWithNothing += value == kUnknown || value == 0 ? 1 : 0;
    evidence_.leftWithAll += value != kUnknown && value != 0 && value == sizes_.level() ? 1 : 0;
  }

  const Events& events_;
  Evidence& evidence_;
  int64_t level_ = kUnknown;  // the last value
  RunningMove sizes_;
};

// Calls `begin(place)` at the first row of each customer, and `take(place)` for every row.
template <class Begin, class Take>
void eachInOrder(const Events& events, std::span<const uint32_t> order, Begin&& begin,
                 Take&& take) {
  for (size_t place = 0; place < order.size(); ++place) {
    if (place == 0 || events.customer[order[place]] != events.customer[order[place - 1]]) {
      begin(place);
    }
    take(place);
  }
}

// What a row says, apart from its customer and instant.
using MoveCells = std::tuple<MoveKind, uint32_t, uint32_t, int64_t, uint16_t>;

MoveCells cellsOf(const Events& events, uint32_t event) {
  return {events.kind[event], events.from[event], events.spelling[event],
          events.value.empty() ? kUnknown : events.value[event],
          events.currency.empty() ? kNoCurrency : events.currency[event]};
}

// Per place, whether a later row of the instant stands for it: any where each is not a part of its
// own, else one that says the same.
std::vector<bool> findRepeated(const Events& events, std::span<const uint32_t> order, bool parts,
                               const TimeZone& zone) {
  std::vector<bool> repeated(order.size(), false);
  std::set<MoveCells> later;  // of the instant
  for (size_t place = order.size(); place-- > 0;) {
    const uint32_t event = order[place];
    const bool goesOn =
        place + 1 < order.size() && events.customer[order[place + 1]] == events.customer[event] &&
        zone.instant(events.time[order[place + 1]]) == zone.instant(events.time[event]);
    if (!goesOn) later.clear();
    repeated[place] = parts ? !later.insert(cellsOf(events, event)).second : goesOn;
  }
  return repeated;
}

MoveValues judged(const Events& events, const Evidence& evidence) {
  if (events.valuesAreDeltas || evidence.negative) return MoveValues::delta;
  const bool onlyJoins = evidence.left == 0 && evidence.moved == 0;
  const bool levels = evidence.leftWithNothing == evidence.left && evidence.against == 0;
  if (levels && (evidence.left > 0 || onlyJoins)) return MoveValues::level;
  if (evidence.left > 0 && evidence.leftWithAll == evidence.left) return MoveValues::sizes;
  return MoveValues::unclear;
}

}  // namespace

void RunningMove::add(MoveKind kind, MoveValues values, int64_t value) {
  if (kind == MoveKind::leave) {
    level_ = 0;
  } else if (values == MoveValues::level) {
    level_ = value;
  } else if (values == MoveValues::unclear) {
    level_ = kUnknown;
  } else if (value == kUnknown) {
    if (kind != MoveKind::stay) level_ = kUnknown;
  } else if (level_ != kUnknown) {
    level_ += values == MoveValues::sizes && isDown(kind) ? -value : value;
  }
}

std::vector<uint32_t> movesInOrder(const Events& events, std::span<const uint32_t> backward,
                                   const TimeZone& zone) {
  std::vector<uint32_t> order;
  order.reserve(events.size());
  for (uint32_t index = 0; index < events.files.size(); ++index) {
    const EventFile& file = events.files[index];
    const size_t first = order.size();
    for (uint32_t event = file.begin; event < file.end; ++event) order.push_back(event);
    if (std::find(backward.begin(), backward.end(), index) != backward.end()) {
      std::reverse(order.begin() + static_cast<std::ptrdiff_t>(first), order.end());
    }
  }
  std::stable_sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) {
    if (events.customer[a] != events.customer[b]) return events.customer[a] < events.customer[b];
    const int64_t one = zone.instant(events.time[a]), other = zone.instant(events.time[b]);
    if (one != other) return one < other;
    return isLoss(events.kind[a]) && !isLoss(events.kind[b]);
  });
  return order;
}

MoveReading readMoves(const Events& events, std::span<const uint32_t> order, const TimeZone& zone,
                      std::optional<MoveValues> said) {
  MoveReading reading;
  Evidence evidence;
  ValueReader values(events, evidence);
  if (!events.value.empty() && !said) {
    eachInOrder(
        events, order, [&](size_t) { values.begin(); },
        [&](size_t place) { values.add(order[place]); });
  }
  reading.values = said ? *said : judged(events, evidence);
  const bool deltas = reading.values == MoveValues::delta || reading.values == MoveValues::sizes;
  const std::vector<bool> repeated = findRepeated(events, order, deltas || events.deals, zone);
  int32_t level = 0;
  eachInOrder(
      events, order, [&](size_t) { level = 0; },
      [&](size_t place) {
        const MoveKind kind = events.kind[order[place]];
        if (repeated[place]) return;
        level += kind == MoveKind::up ? 1 : kind == MoveKind::down ? -1 : 0;
        reading.below = std::max(reading.below, -level);
        reading.above = std::max(reading.above, level);
      });
  return reading;
}

std::vector<int64_t> levelsOf(const Events& events, std::span<const uint32_t> order,
                              MoveValues values) {
  std::vector<int64_t> levels(events.size(), kUnknown);
  RunningMove money;
  eachInOrder(
      events, order, [&](size_t place) { money.begin(isJoin(events.kind[order[place]])); },
      [&](size_t place) {
        const uint32_t event = order[place];
        money.add(events.kind[event], values, events.value[event]);
        if (!isLoss(events.kind[event])) levels[event] = money.level();
      });
  return levels;
}

}  // namespace upgrade_rate
