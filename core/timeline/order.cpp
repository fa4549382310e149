#include "core/timeline/order.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace upgrade_rate {

namespace {

bool runsBackwards(const Events& events, const EventFile& file, const TimeZone& zone) {
  bool decreased = false;
  int64_t before = INT64_MAX;
  for (uint32_t event = file.begin; event < file.end; ++event) {
    const int64_t instant = zone.instant(events.time[event]);
    if (instant > before && event > file.begin) return false;
    decreased |= instant < before && event > file.begin;
    before = instant;
  }
  return decreased;
}

// Calls `place(event)` for every event, by position.
template <class Place>
void byPosition(const Events& events, const std::vector<uint32_t>& backward, Place&& place) {
  for (uint32_t index = 0; index < events.files.size(); ++index) {
    const EventFile& file = events.files[index];
    if (std::find(backward.begin(), backward.end(), index) == backward.end()) {
      for (uint32_t event = file.begin; event < file.end; ++event) place(event);
    } else {
      for (uint32_t event = file.end; event-- > file.begin;) place(event);
    }
  }
}

// Whether positions, customers and events all ascend together.
bool isByCustomer(const Events& events, const std::vector<uint32_t>& backward) {
  uint32_t next = 0;
  for (const EventFile& file : events.files) {
    if (file.begin == file.end) continue;
    if (file.begin != next) return false;
    next = file.end;
  }
  if (!backward.empty() || next != events.size()) return false;
  for (uint32_t event = 1; event < next; ++event) {
    if (events.customer[event] < events.customer[event - 1]) return false;
  }
  return true;
}

// Counting sort, stable in the order of positions.
void placeByCustomer(const Events& events, OrderedEvents& ordered) {
  std::vector<uint32_t>& firstOf = ordered.firstOf;
  firstOf.assign(events.customers.size() + 1, 0);
  byPosition(events, ordered.backwardFiles,
             [&](uint32_t event) { ++firstOf[events.customer[event] + 1]; });
  std::partial_sum(firstOf.begin(), firstOf.end(), firstOf.begin());
  if (isByCustomer(events, ordered.backwardFiles)) return;
  std::vector<uint32_t> next(firstOf.begin(), firstOf.end() - 1);
  ordered.event.resize(firstOf.back());
  byPosition(events, ordered.backwardFiles,
             [&](uint32_t event) { ordered.event[next[events.customer[event]]++] = event; });
}

// The column in the new order; the old one is given back.
template <class T, class Column>
std::vector<T> moved(Column& column, const std::vector<uint32_t>& event) {
  const size_t size = event.empty() ? column.size() : event.size();
  std::vector<T> out;
  if (column.size() == 0) return out;
  out.resize(size);
  for (size_t place = 0; place < size; ++place) {
    out[place] = column[event.empty() ? place : event[place]];
  }
  column = Column();
  return out;
}

// The reverse, into a column of which some events may have no place (files that were set aside).
template <class T, class Column>
void movedBack(std::vector<T>& from, const std::vector<uint32_t>& event, uint32_t size,
               Column& column) {
  if (from.empty()) return;
  column.resize(size);
  for (size_t place = 0; place < from.size(); ++place) {
    column[event.empty() ? place : event[place]] = from[place];
  }
  std::vector<T>().swap(from);
}

// Sorts the rows of customers whose instants do not ascend yet; equal instants keep their order.
class ByInstant {
 public:
  ByInstant(OrderedEvents& ordered, const TimeZone& zone) : ordered_(ordered), zone_(zone) {}

  void sort(uint32_t begin, uint32_t end) {
    if (isSorted(begin, end)) return;
    if (ordered_.event.empty()) {
      ordered_.event.resize(ordered_.size());
      std::iota(ordered_.event.begin(), ordered_.event.end(), 0);
    }
    rows_.clear();
    for (uint32_t place = begin; place < end; ++place) {
      rows_.push_back({zone_.instant(ordered_.time[place]), place - begin, ordered_.time[place],
                       ordered_.event[place]});
    }
    std::sort(rows_.begin(), rows_.end(), [](const Row& a, const Row& b) {
      return a.instant != b.instant ? a.instant < b.instant : a.position < b.position;
    });
    for (const Row& row : rows_) {
      ordered_.time[begin] = row.time;
      ordered_.event[begin++] = row.event;
    }
  }

 private:
  struct Row {
    int64_t instant;
    uint32_t position;
    CellTime time;
    uint32_t event;
  };

  bool isSorted(uint32_t begin, uint32_t end) const {
    if (end - begin < 2) return true;
    int64_t before = zone_.instant(ordered_.time[begin]);
    for (uint32_t place = begin + 1; place < end; ++place) {
      const int64_t instant = zone_.instant(ordered_.time[place]);
      if (instant < before) return false;
      before = instant;
    }
    return true;
  }

  OrderedEvents& ordered_;
  const TimeZone& zone_;
  std::vector<Row> rows_;
};

}  // namespace

uint32_t OrderedEvents::customerAt(uint32_t place) const {
  const auto after = std::upper_bound(firstOf.begin(), firstOf.end(), place);
  return static_cast<uint32_t>(after - firstOf.begin()) - 1;
}

std::vector<uint32_t> backwardFiles(const Events& events, const TimeZone& zone) {
  std::vector<uint32_t> backward;
  for (uint32_t index = 0; index < events.files.size(); ++index) {
    if (runsBackwards(events, events.files[index], zone)) backward.push_back(index);
  }
  return backward;
}

OrderedEvents orderEvents(Events&& events, const TimeZone& zone) {
  OrderedEvents ordered;
  ordered.backwardFiles = backwardFiles(events, zone);
  placeByCustomer(events, ordered);
  events.customer = {};
  ordered.time = moved<CellTime>(events.time, ordered.event);
  ByInstant byInstant(ordered, zone);
  ordered.first = INT64_MAX;
  ordered.last = INT64_MIN;
  for (uint32_t customer = 0; customer < ordered.customers(); ++customer) {
    const uint32_t begin = ordered.firstOf[customer], end = ordered.firstOf[customer + 1];
    if (begin == end) continue;
    byInstant.sort(begin, end);
    ordered.first = std::min(ordered.first, zone.instant(ordered.time[begin]));
    ordered.last = std::max(ordered.last, zone.instant(ordered.time[end - 1]));
  }
  ordered.spelling = moved<uint32_t>(events.spelling, ordered.event);
  ordered.value = moved<int64_t>(events.value, ordered.event);
  ordered.quantity = moved<int64_t>(events.quantity, ordered.event);
  ordered.interval = moved<BillingInterval>(events.interval, ordered.event);
  ordered.currency = moved<uint16_t>(events.currency, ordered.event);
  ordered.end = moved<CellTime>(events.end, ordered.event);
  ordered.status = moved<uint32_t>(events.status, ordered.event);
  ordered.subscription = moved<uint32_t>(events.subscription, ordered.event);
  ordered.endsAreCancellations = events.endsAreCancellations;
  ordered.plansNamed = events.plansNamed;
  ordered.deals = events.deals;
  ordered.from = moved<uint32_t>(events.from, ordered.event);
  ordered.kind = moved<MoveKind>(events.kind, ordered.event);
  ordered.valueBefore = moved<int64_t>(events.valueBefore, ordered.event);
  for (size_t i = 0; i < events.segments.size(); ++i) {
    ordered.segments.push_back(moved<uint32_t>(events.segments[i].values, ordered.event));
  }
  return ordered;
}

void restoreEvents(OrderedEvents&& ordered, Events& events) {
  uint32_t size = 0;
  for (const EventFile& file : events.files) size = std::max(size, file.end);
  for (size_t i = 0; i < ordered.segments.size(); ++i) {
    movedBack(ordered.segments[i], ordered.event, size, events.segments[i].values);
  }
  movedBack(ordered.valueBefore, ordered.event, size, events.valueBefore);
  movedBack(ordered.kind, ordered.event, size, events.kind);
  movedBack(ordered.from, ordered.event, size, events.from);
  movedBack(ordered.subscription, ordered.event, size, events.subscription);
  movedBack(ordered.status, ordered.event, size, events.status);
  movedBack(ordered.end, ordered.event, size, events.end);
  movedBack(ordered.currency, ordered.event, size, events.currency);
  movedBack(ordered.interval, ordered.event, size, events.interval);
  movedBack(ordered.quantity, ordered.event, size, events.quantity);
  movedBack(ordered.value, ordered.event, size, events.value);
  movedBack(ordered.spelling, ordered.event, size, events.spelling);
  movedBack(ordered.time, ordered.event, size, events.time);
  events.customer.resize(size);
  for (uint32_t customer = 0; customer < ordered.customers(); ++customer) {
    for (uint32_t place = ordered.firstOf[customer]; place < ordered.firstOf[customer + 1];
         ++place) {
      events.customer[ordered.eventAt(place)] = customer;
    }
  }
}

std::optional<InstantSpan> instantsBefore(const OrderedEvents& ordered, const TimeZone& zone,
                                          int64_t limit) {
  if (ordered.size() == 0) return std::nullopt;
  if (ordered.last < limit) return InstantSpan{ordered.first, ordered.last};
  if (ordered.first >= limit) return std::nullopt;
  InstantSpan span{ordered.first, ordered.first};
  for (const CellTime time : ordered.time) {
    const int64_t instant = zone.instant(time);
    if (instant < limit) span.last = std::max(span.last, instant);
  }
  return span;
}

int64_t defaultDataUntil(const OrderedEvents& ordered, const TimeZone& zone, int64_t today) {
  const auto span = instantsBefore(ordered, zone, zone.dayStart(today + 1));
  return defaultDataUntil(span ? std::optional(span->last) : std::nullopt, zone, today);
}

int64_t defaultDataUntil(std::optional<int64_t> last, const TimeZone& zone, int64_t today) {
  if (!last) return zone.dayStart(today + 1);
  const int64_t endDay = zone.day(*last) + 1;
  const int64_t monthEndDay = monthStartDay(monthNumber(endDay - 1) + 1);
  const bool near = monthEndDay - endDay <= 7 && monthEndDay - 1 < today;
  return zone.dayStart(near ? monthEndDay : endDay);
}

}  // namespace upgrade_rate
