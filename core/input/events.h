// What reading a customer-level file leaves behind: one event per accepted row, in columns: 16
// bytes a row for customer, time and plan, 8 for each number column that some file has, and 4 for
// each column that tells segments apart.
//
// Nothing here depends on a setting that can change without reading again: instants keep whether
// they are wall-clock time, plans are spellings as they came, blanks stay blank.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "core/bytes/flat_bytes.h"
#include "core/cells/interval.h"
#include "core/cells/time.h"
#include "core/input/column.h"
#include "core/input/dictionary.h"
#include "core/input/move_words.h"
#include "core/input/row_places.h"
#include "core/input/segment_columns.h"

namespace upgrade_rate {

constexpr int64_t kUnknown = std::numeric_limits<int64_t>::min();
constexpr uint32_t kBlankPlan = std::numeric_limits<uint32_t>::max();
constexpr uint16_t kNoCurrency = std::numeric_limits<uint16_t>::max();

/// The end of a subscription that runs on.
constexpr CellTime kNoEnd(std::numeric_limits<int64_t>::max() / 4, false);

/// The events of one file: [begin, end) of the columns.
struct EventFile {
  std::string name;
  uint32_t begin;
  uint32_t end;
  uint32_t perRow = 1;  ///< how many events each of its rows gives: of a matrix, one a period

  /// The first event of the row that `event` comes from; RowPlaces know the place of that one.
  uint32_t firstOfRow(uint32_t event) const { return event - (event - begin) % perRow; }
};

struct Events {
  Dictionary customers;          ///< trimmed text, case-sensitive
  Dictionary spellings;          ///< plans as spelled, trimmed
  Dictionary currencies;         ///< as written, in capitals
  std::vector<EventFile> files;  ///< in settings order
  Column<uint32_t> customer;     ///< index into `customers`
  Column<CellTime> time;
  Column<uint32_t> spelling;  ///< index into `spellings`, or kBlankPlan
  Column<int64_t> value;      ///< millionths, per interval or month, or kUnknown; empty: no column
  Column<int64_t> quantity;   ///< millionths, or kUnknown; empty: no column
  SegmentColumns segments;
  /// kMonthlyAmount where the row's file has no such column; empty: no file has one.
  Column<BillingInterval> interval;
  Column<uint16_t> currency;  ///< index into `currencies`, or kNoCurrency; empty: none at all
  RowPlaces places;

  // Of subscriptions only.
  Dictionary statuses;            ///< as written, trimmed
  Dictionary subscriptions;       ///< ids, trimmed
  Column<CellTime> end;           ///< when the row ends, or kNoEnd
  Column<uint32_t> status;        ///< index into `statuses`, or kBlankPlan; empty: no column
  Column<uint32_t> subscription;  ///< index into `subscriptions`, or kBlankPlan; empty: no column
  bool endsAreCancellations = false;  ///< ends count only where the status says that it ended

  // Of changes and movements only.
  Column<uint32_t> from;         ///< index into `spellings`, or kBlankPlan
  Column<MoveKind> kind;         ///< empty: all are changes
  Column<int64_t> valueBefore;   ///< millionths, or kUnknown; empty: no column
  bool valuesAreDeltas = false;  ///< the header of some file's values says so
  bool plansNamed = false;       ///< some file has a column of plans
  bool deals = false;            ///< the rows of some file are deals that were won

  uint32_t size() const { return static_cast<uint32_t>(customer.size()); }
  const EventFile& fileOf(uint32_t event) const;
  /// Blanks, up to the last event, in the columns that only other files have.
  void fillUp();
  /// How much there is now, so that what comes after it can be forgotten.
  struct Mark {
    uint32_t events, customers, spellings, statuses, subscriptions, currencies;
    SegmentColumns::Mark segments;
    std::array<bool, 10> unused;  ///< of the columns that may be empty, whether they are
  };
  Mark mark();
  void cut(const Mark& mark);

 private:
  // In the order of Mark::unused.
  template <class Each>
  void eachOptionalColumn(Each&& each);
};

}  // namespace upgrade_rate
