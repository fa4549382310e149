// The states of a customer, and the rules by which rows become states.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/input/events.h"
#include "core/input/plans.h"
#include "core/input/price.h"
#include "core/input/rows.h"
#include "core/input/status_words.h"

namespace upgrade_rate {

enum class Standing : uint8_t { none, prospect, tier };

/// An add-on held beside the plan.
struct AddOn {
  uint32_t plan;
  int64_t quantity;  ///< millionths, or kUnknown
  Price price;
};

constexpr uint32_t kNoRow = 0xFFFF'FFFF;

/// In force from `instant` until the next state's.
struct State {
  int64_t instant;
  uint32_t plan;  ///< kNoPlan unless on a tier or a prospect
  Standing standing;
  int32_t tier;      ///< for Standing::tier
  int64_t value;     ///< a month, plan and add-ons together; kUnknown when a part is unknown
  int64_t quantity;  ///< of the plan
  uint32_t addOnBegin, addOnEnd;          ///< into StateBuilder::addOns(), sorted by plan
  uint16_t currency = kNoCurrency;        ///< of the value; kNoCurrency where values are converted
  uint16_t billedCurrency = kNoCurrency;  ///< of the plan's price as its rows say
  /// The place in OrderedEvents of the last row that said so: of its plan, or that there is none.
  /// An add-on's row is only where no other came before it.
  uint32_t row = kNoRow;

  bool onTier() const { return standing == Standing::tier; }
};

/// Before a customer's first row.
constexpr State kNoState{0, kNoPlan, Standing::none, 0, kUnknown, kUnknown, 0, 0};

/// The instant of what was held from before the data; no row lies there.
constexpr int64_t kBeforeData = (kFirstDayMeant - 1) * kMicrosPerDay;

struct StateRules {
  int64_t dataUntil;
  int32_t bridgeDays = 1;
  bool prospectsAreCustomers = false;       ///< prospects stand on tier 0
  std::optional<CurrencyRates> rates = {};  ///< for all values in one reporting currency
  std::vector<StatusRole> statuses{};  ///< of subscriptions: what each status means, by its index
  bool operator==(const StateRules&) const = default;
};

enum class RowFate : uint8_t {
  used,
  duplicate,
  superseded,
  ignored,        ///< at or after dataUntil
  ignoredPlan,    ///< a subscription to no plan
  ignoredStatus,  ///< its status says that it came to nothing
  ignoredNoEnd,   ///< its status says that it ended, and nothing says when
  ignoredEmpty,   ///< it ends as it starts
  rejectedEnd,    ///< it ends before it starts
};
constexpr size_t kRowFates = 9;

/// Of a row that is several things, the fate that weighs most tells what became of it.
constexpr uint32_t weightOf(RowFate fate) {
  return fate == RowFate::used         ? 3
         : fate == RowFate::superseded ? 2
         : fate == RowFate::duplicate  ? 1
                                       : 0;
}

/// What a customer's changes leave open.
struct ChangeNotes {
  uint32_t contradicted = 0;        ///< rows whose plan before is not the one that was held
  uint32_t contradiction = kNoRow;  ///< the first of them, its place
  bool startUnknown = false;  ///< a customer from before the data, and nothing says on which plan
};

/// From one instant to another, both included.
struct InstantSpan {
  int64_t first, last;
};

}  // namespace upgrade_rate
