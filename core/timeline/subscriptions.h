// From a customer's subscriptions, which may run beside one another, to one sequence of states.
//
// Order of work, for each customer: rows that start at or after `dataUntil`, that are on a plan
// that is none, or whose status or dates say that they were never in force, are ignored; of several
// rows of one subscription that start together the last is used; a later start ends the earlier row
// of its subscription; blank values and quantities carry within a subscription as long as it runs
// on and keeps its plan; then a sweep over starts and ends merges what is in force into one state
// per instant.
//
// Method of the sweep: the rows in force stay sorted by which of them would be the customer's plan,
// and sums are kept as rows come and go, so that an instant costs what changes there.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/input/plans.h"
#include "core/input/status_words.h"
#include "core/timeline/running_value.h"
#include "core/timeline/state.h"

namespace upgrade_rate {

constexpr int64_t kOpenEnd = INT64_MAX;

/// One row, in force on [start, end).
struct Subscription {
  int64_t start;
  int64_t end;        ///< kOpenEnd while it runs
  int64_t statedEnd;  ///< the same, also where it does not count
  uint32_t id;        ///< rows of one subscription share it; else each row has its own
  uint32_t spelling;  ///< of the plan, as read
  uint32_t status;    ///< as read
  StatusRole role;    ///< what the status means; a prospect is one whatever its plan
  Price price;
  int64_t quantity;  ///< millionths, or kUnknown
  int64_t times;     ///< how often the price counts where it has an interval: as quantity, or 1
  uint32_t row = kNoRow;  ///< as State::row
};

/// Why a row is ignored whatever the day: its plan is none, its status says that it came to
/// nothing, that it ended while nobody says when, or it ends as it starts.
std::optional<RowFate> whyIgnored(const Subscription& row, const Plans& plans);

/// Builds the states of one customer after the other. `plans` must outlive it.
class SubscriptionStates {
 public:
  SubscriptionStates(const Plans& plans, const StateRules& rules);

  /// `rows`: of one customer, by position. Replaces everything below; short gaps are not bridged.
  void build(std::span<const Subscription> rows);

  const std::vector<State>& states() const { return states_; }
  const std::vector<AddOn>& addOns() const { return addOns_; }
  /// Per row.
  const std::vector<RowFate>& fates() const { return fates_; }
  /// From the first start to the last start, or stated end that no later start cut short, before
  /// `dataUntil`; of used rows.
  std::optional<InstantSpan> span() const { return span_; }

 private:
  struct Running;
  struct Stock;
  struct Change;

  void chooseRows(std::span<const Subscription> rows);
  void useRow(const Subscription& row, const Subscription* earlier, int64_t nextStart);
  void sweep();
  void apply(const Change& change);
  void push(const Change& last);
  bool stillRuns(uint32_t plan, const State& state) const;
  void choosePlan(const Stock& stock, const State* before, State& state) const;
  bool comesFirst(uint32_t a, uint32_t b) const;
  void noteInstant(int64_t instant);

  // What is in force of one standing: tiers, or prospects.
  struct Stock {
    explicit Stock(const CurrencyRates* rates) : value(rates) {}
    std::vector<uint32_t> byRank;  // into running_, the customer's plan first
    RunningValue value;
    int64_t quantity = 0;
    uint32_t unknownQuantities = 0;
  };
  struct HeldAddOn {
    HeldAddOn(uint32_t ofPlan, const CurrencyRates* rates) : plan(ofPlan), value(rates) {}
    uint32_t plan;
    uint32_t rows = 0;
    RunningValue value;
    int64_t quantity = 0;
    uint32_t unknownQuantities = 0;
  };
  struct Running {
    int64_t start, end;
    Price price;
    int64_t monthly;  // the price per month, or kUnknown
    int64_t quantity, times;
    uint32_t plan;
    Role role;
    bool trialing;
    int32_t tier;
    uint32_t row;
  };
  struct Change {
    int64_t instant;
    uint32_t running;
    bool starts;
  };
  void change(Stock& stock, uint32_t running, bool starts);
  void change(const Running& addOn, bool starts);

  const CurrencyRates* rates() const { return rules_.rates ? &*rules_.rates : nullptr; }
  int64_t monthlyValue(const Price& price, int64_t times) const;
  void addAddOns();

  const Plans& plans_;
  StateRules rules_;

  std::vector<State> states_;
  std::vector<AddOn> addOns_;
  std::vector<RowFate> fates_;
  std::optional<InstantSpan> span_;

  std::vector<uint32_t> order_;   // rows by subscription, start and position
  std::vector<Running> running_;  // used rows
  std::vector<Change> changes_;
  Stock tiers_, prospects_;
  std::vector<HeldAddOn> held_;          // by plan
  RunningValue addOnValue_;              // of all of them
  std::vector<uint32_t> runningOnPlan_;  // [plan * 2 + trialing]
};

}  // namespace upgrade_rate
