// Rows put in order: by customer, then instant, then position.
//
// Position is that of the rows, files in settings order. A file whose instants never increase and
// at least once decrease is read backwards: exports are often newest first, and at one instant
// the last row wins.
//
// Method: counting sort by customer (stable), then a stable sort by instant within each customer
// that is not in order already, so that files sorted by time, by customer or not at all cost
// about the same. The columns themselves are moved, one after the other, each given back as soon as
// it is not needed: at no time more than 24 bytes a row (and 8 for each number column) are in use,
// and afterwards a customer's rows stand side by side.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/cells/number.h"
#include "core/input/events.h"
#include "core/timeline/move_values.h"
#include "core/timeline/state.h"
#include "core/timeline/time_zone.h"

namespace upgrade_rate {

/// The columns of Events in order. A place is an index into them.
struct OrderedEvents {
  std::vector<CellTime> time;             ///< as read: which instant it is depends on the zone
  std::vector<uint32_t> spelling;         ///< of the plan, or kBlankPlan
  std::vector<int64_t> value;             ///< or kUnknown; empty: no column
  std::vector<int64_t> quantity;          ///< or kUnknown; empty: no column
  std::vector<BillingInterval> interval;  ///< as Events::interval
  std::vector<uint16_t> currency;         ///< as Events::currency
  std::vector<std::vector<uint32_t>> segments;  ///< as Events::segments, their values
  std::vector<CellTime> end;            ///< of subscriptions, or kNoEnd; empty: other shapes
  std::vector<uint32_t> status;         ///< of subscriptions, as Events::status
  std::vector<uint32_t> subscription;   ///< likewise
  bool endsAreCancellations = false;    ///< as Events::endsAreCancellations
  std::vector<uint32_t> from;           ///< of changes, as Events::from; empty: other shapes
  std::vector<MoveKind> kind;           ///< of movements, as Events::kind
  std::vector<int64_t> valueBefore;     ///< of changes, as Events::valueBefore
  bool plansNamed = false;              ///< as Events::plansNamed
  bool deals = false;                   ///< as Events::deals
  MoveReading moves;                    ///< of movements
  std::vector<uint32_t> event;          ///< per place the event; empty: they were in order already
  std::vector<uint32_t> firstOf;        ///< per customer its first place; one more at the end
  std::vector<uint32_t> backwardFiles;  ///< indices into Events::files
  int64_t first = 0, last = 0;          ///< instants of the earliest and the latest row, if any
  /// The instants of snapshots, ascending: a customer without a row at one has left. Empty: other
  /// shapes. Rows at other instants say nothing.
  std::vector<int64_t> snapshots;

  uint32_t size() const { return static_cast<uint32_t>(time.size()); }
  uint32_t customers() const { return static_cast<uint32_t>(firstOf.size() - 1); }
  Price priceAt(uint32_t place) const {
    Price price;
    if (!value.empty()) price.amount = value[place];
    if (!interval.empty()) price.interval = interval[place];
    if (!currency.empty()) price.currency = currency[place];
    return price;
  }
  int64_t quantityAt(uint32_t place) const { return quantity.empty() ? kUnknown : quantity[place]; }
  /// How often the price of a row with this quantity counts.
  int64_t times(int64_t rowQuantity) const { return quantity.empty() ? kMillionths : rowQuantity; }
  uint32_t eventAt(uint32_t place) const { return event.empty() ? place : event[place]; }
  /// The customer whose row stands at `place`.
  uint32_t customerAt(uint32_t place) const;
};

/// The files that are read backwards, indices into Events::files.
std::vector<uint32_t> backwardFiles(const Events& events, const TimeZone& zone);

/// Takes the columns out of `events`; the dictionaries, files and lines stay.
OrderedEvents orderEvents(Events&& events, const TimeZone& zone);
inline OrderedEvents orderEvents(const Events& events, const TimeZone& zone) {
  return orderEvents(Events(events), zone);
}

/// Puts the columns back as they were read.
void restoreEvents(OrderedEvents&& ordered, Events& events);

/// The earliest and the latest of the instants before `limit`.
std::optional<InstantSpan> instantsBefore(const OrderedEvents& ordered, const TimeZone& zone,
                                          int64_t limit);

/// The default of `dataUntil`: the end of the local day of the last instant that is not after the
/// local day `today`, moved to the end of that month when no more than 7 days away and that month's
/// last day is before `today`. When every instant is after `today`: the end of `today`.
int64_t defaultDataUntil(const OrderedEvents& ordered, const TimeZone& zone, int64_t today);
/// The same from the last instant that is not after `today`; nothing: there is none.
int64_t defaultDataUntil(std::optional<int64_t> last, const TimeZone& zone, int64_t today);

}  // namespace upgrade_rate
