// What a customer's states come down to when only calendar days and tiers are asked for: the day,
// where the customer stands from then on, and the movement that led there.
//
// Every period and window of a report starts at the start of a local day, so a day is as good as
// the instant; and whatever values and add-ons say is in the movement already. A step is 8 bytes
// against the 48 of a state, so all of them are kept: a changed period, base or range reads them
// and builds no states.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/timeline/history.h"
#include "core/timeline/time_zone.h"

namespace upgrade_rate {

/// Instants to days: the last day whose start is not after the instant. That is its local day,
/// except in the hours that a clock set back at midnight repeats.
class LocalDays {
 public:
  LocalDays() : LocalDays(0, 0, TimeZone()) {}
  /// Fast from `first` to `last` (instants), right everywhere.
  LocalDays(int64_t first, int64_t last, const TimeZone& zone);

  int32_t of(int64_t instant) const {
    if (instant < starts_.front() || instant >= starts_.back()) return outside(instant);
    // Days are 24 hours but for clock changes, so that the guess is off by one at most.
    size_t day = static_cast<size_t>(static_cast<double>(instant - starts_.front()) * kPerMicro);
    while (instant < starts_[day]) --day;
    while (instant >= starts_[day + 1]) ++day;
    return firstDay_ + static_cast<int32_t>(day);
  }

 private:
  static constexpr double kPerMicro = 1.0 / static_cast<double>(kMicrosPerDay);
  int32_t outside(int64_t instant) const;

  TimeZone zone_;
  int32_t firstDay_;
  std::vector<int64_t> starts_;  // of firstDay_ and the days after it
};

/// Where a customer stands: 0 nowhere, 1 a prospect, 2 + t on the t-th of the tiers.
using Rung = uint32_t;
constexpr Rung kNoRung = 0, kProspectRung = 1, kFirstTierRung = 2;
constexpr bool onTier(Rung rung) { return rung >= kFirstTierRung; }

struct Step {
  int32_t day;
  uint32_t packed;  ///< the rung, the movement, and whether it is the first of its customer

  Step() = default;
  Step(int32_t onDay, Rung to, Movement movement, bool isFirst)
      : day(onDay), packed(to << 5 | static_cast<uint32_t>(movement) << 1 | (isFirst ? 1 : 0)) {}
  Rung rung() const { return packed >> 5; }
  Movement movement() const { return static_cast<Movement>(packed >> 1 & 15); }
  bool first() const { return packed & 1; }
};
static_assert(sizeof(Step) == 8);

/// The steps of all customers, one customer after the other.
class Steps {
 public:
  Steps() = default;
  /// `tierOf`: per plan the index of its tier (anything for plans that are none).
  /// `keepsPlans`: where the plan of a state is not that of its row, as in rows of changes.
  Steps(LocalDays days, std::vector<uint32_t> tierOf, bool keepsPlans = false)
      : days_(std::move(days)), tierOf_(std::move(tierOf)), keepsPlans_(keepsPlans) {}

  /// None yet, on the same days and tiers.
  Steps emptied() const { return Steps(days_, tierOf_, keepsPlans_); }
  void reserve(size_t steps) { steps_.reserve(steps); }
  void add(const CustomerHistory& history);
  /// Those of `other` in [begin, end), without their plans.
  void add(const Steps& other, size_t begin, size_t end) {
    steps_.insert(steps_.end(), other.steps_.begin() + begin, other.steps_.begin() + end);
  }
  /// Where the steps of the customer end that begin there.
  size_t endOf(size_t begin) const {
    size_t end = begin + 1;
    while (end < steps_.size() && !steps_[end].first()) ++end;
    return end;
  }
  /// Every rung becomes `to[rung]`; two of them never the same one. `tierOf`: as above, from now
  /// on.
  void reorder(std::span<const Rung> to, std::vector<uint32_t> tierOf);
  std::span<const uint32_t> tierOf() const { return tierOf_; }
  const LocalDays& days() const { return days_; }
  std::span<const Step> all() const { return steps_; }
  /// State::plan of the steps from `begin` on; nothing where they are not kept.
  std::span<const uint32_t> plans(size_t begin, size_t count) const {
    return keepsPlans_ ? std::span(plans_).subspan(begin, count) : std::span<const uint32_t>();
  }

  /// Calls `take(steps)` for every customer with at least one state.
  template <class Take>
  void eachCustomer(Take&& take) const {
    const std::span<const Step> steps = steps_;
    for (size_t begin = 0; begin < steps.size();) {
      const size_t end = endOf(begin);
      take(steps.subspan(begin, end - begin));
      begin = end;
    }
  }

 private:
  Rung rungOf(const State& state) const {
    // Prospects as customers stand on the lowest tier, whatever plan a trial is for.
    if (state.onTier()) return kFirstTierRung + (state.tier == 0 ? 0 : tierOf_[state.plan]);
    return state.standing == Standing::prospect ? kProspectRung : kNoRung;
  }

  LocalDays days_;
  std::vector<uint32_t> tierOf_;
  std::vector<Step> steps_;
  bool keepsPlans_ = false;
  std::vector<uint32_t> plans_;
};

}  // namespace upgrade_rate
