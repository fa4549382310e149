#include "core/timeline/order.h"

#include <algorithm>

namespace upgrade_rate {

namespace {

bool runsBackwards(std::span<const int64_t> instants) {
  bool decreased = false;
  for (size_t i = 1; i < instants.size(); ++i) {
    if (instants[i] > instants[i - 1]) return false;
    decreased |= instants[i] < instants[i - 1];
  }
  return decreased;
}

// Counting sort, stable in the order in which `place` is called.
void placeByCustomer(const Events& events, OrderedEvents& ordered) {
  std::vector<uint32_t>& firstOf = ordered.firstOf;
  firstOf.assign(events.customers.size() + 1, 0);
  for (const uint32_t customer : events.customer) ++firstOf[customer + 1];
  for (size_t i = 1; i < firstOf.size(); ++i) firstOf[i] += firstOf[i - 1];

  std::vector<uint32_t> next(firstOf.begin(), firstOf.end() - 1);
  ordered.order.resize(events.size());
  const auto place = [&](uint32_t event) { ordered.order[next[events.customer[event]]++] = event; };
  for (uint32_t index = 0; index < events.files.size(); ++index) {
    const EventFile& file = events.files[index];
    const std::vector<uint32_t>& backward = ordered.backwardFiles;
    if (std::find(backward.begin(), backward.end(), index) == backward.end()) {
      for (uint32_t event = file.begin; event < file.end; ++event) place(event);
    } else {
      for (uint32_t event = file.end; event-- > file.begin;) place(event);
    }
  }
}

}  // namespace

OrderedEvents orderEvents(const Events& events, const TimeZone& zone) {
  OrderedEvents ordered;
  ordered.instant.reserve(events.size());
  for (const CellTime time : events.time) ordered.instant.push_back(zone.instant(time));

  const std::span<const int64_t> instants = ordered.instant;
  for (uint32_t index = 0; index < events.files.size(); ++index) {
    const EventFile& file = events.files[index];
    if (runsBackwards(instants.subspan(file.begin, file.end - file.begin))) {
      ordered.backwardFiles.push_back(index);
    }
  }
  placeByCustomer(events, ordered);

  const auto earlier = [&](uint32_t a, uint32_t b) { return instants[a] < instants[b]; };
  for (uint32_t customer = 0; customer < events.customers.size(); ++customer) {
    const auto begin = ordered.order.begin() + ordered.firstOf[customer];
    const auto end = ordered.order.begin() + ordered.firstOf[customer + 1];
    if (!std::is_sorted(begin, end, earlier)) std::stable_sort(begin, end, earlier);
  }
  return ordered;
}

int64_t defaultDataUntil(std::span<const int64_t> instants, const TimeZone& zone, int64_t today) {
  const int64_t tomorrowStart = zone.dayStart(today + 1);
  bool found = false;
  int64_t last = 0;
  for (const int64_t instant : instants) {
    if (instant >= tomorrowStart || (found && instant <= last)) continue;
    last = instant;
    found = true;
  }
  if (!found) return tomorrowStart;

  const int64_t endDay = zone.day(last) + 1;
  const CivilDate lastDate = civilDate(endDay - 1);
  const CivilDate nextMonth = lastDate.month == 12
                                  ? CivilDate{lastDate.year + 1, 1, 1}
                                  : CivilDate{lastDate.year, uint8_t(lastDate.month + 1), 1};
  const int64_t monthEndDay = dayNumber(nextMonth);
  const bool near = monthEndDay - endDay <= 7 && monthEndDay - 1 < today;
  return zone.dayStart(near ? monthEndDay : endDay);
}

}  // namespace upgrade_rate
