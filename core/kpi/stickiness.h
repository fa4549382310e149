// Does an upgrade last, and do customers leave more or less often after one?
//
// Method, for each period: of the customers who were there at its start and upgraded in it, those
// who are on the tier reached or a higher one 30, 90 and 180 local days after their last upgrade in
// it. And churn per customer-day, before and after: each customer of the opening spends the time on
// a tier up to the first upgrade of the period as one of the others, and from it on as an upgraded
// one, and every churn counts where it happens. Splitting time, not people, is the usual guard
// against immortal time: whoever leaves in January cannot upgrade in March, so the people who did
// upgrade would look loyal by construction.
// Leaves out customers who joined within the period.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/kpi/period_finder.h"
#include "core/stats/interval.h"
#include "core/timeline/history.h"
#include "core/timeline/time_zone.h"

namespace upgrade_rate {

constexpr std::array<int64_t, 3> kStayDays = {30, 90, 180};

/// Some days after the last upgrade.
struct Stay {
  int64_t days;
  int64_t observed = 0;           ///< upgraded customers for whom that day lies within the data
  std::optional<int64_t> stayed;  ///< nothing unless all upgraded are observed, and there is one
  std::optional<double> share;
  std::optional<Interval> interval;
};

/// Churn against the time in which it could happen.
struct ChurnRate {
  int64_t churns = 0;               ///< movements
  int64_t seconds = 0;              ///< time on a tier, of all customers together
  std::optional<double> per30Days;  ///< churns per customer and 30 days; nothing without time
  double days() const { return static_cast<double>(seconds) / 86'400; }
};

struct Stickiness {
  int64_t upgraded = 0;  ///< in opening, with an upgrade in the period
  std::array<Stay, kStayDays.size()> stays{};
  ChurnRate afterUpgrade, others;
  std::vector<std::string_view> why;  ///< note codes: why something above is undefined
};

/// Shares, intervals, rates and reasons from what was counted: upgraded, churns with their time,
/// and per stay how many are observed and stayed.
Stickiness judgedStickiness(Stickiness counted, double level);

/// Adds customers up over consecutive periods.
class StickinessCounter {
 public:
  /// `boundaries`: ascending instants, one more than there are periods; the time of a period that
  /// is not over ends at `dataUntil`. `zone` must outlive this.
  StickinessCounter(std::span<const int64_t> boundaries, const TimeZone& zone, int64_t dataUntil);

  /// `chosen`: per period whether the customer is looked at in it; empty: in all.
  void add(const CustomerHistory& history, std::span<const uint8_t> chosen = {});
  std::vector<Stickiness> finish(double level) const;

 private:
  struct Counted {
    int64_t upgraded = 0;
    std::array<int64_t, kStayDays.size()> observed{}, stayed{};
    ChurnRate afterUpgrade, others;
  };
  int64_t timeEnd(size_t period) const;
  void addQuiet(bool onTier, int32_t first, int32_t last, std::span<const uint8_t> chosen);
  size_t addVisit(const CustomerHistory& history, size_t first, size_t period, bool chosen);
  void addStays(const CustomerHistory& history, size_t upgrade, Counted& counted) const;

  PeriodFinder finder_;
  const TimeZone& zone_;
  int64_t dataUntil_;
  std::vector<Counted> periods_;
  std::vector<int64_t> quiet_;  // customers on a tier throughout a period, as differences
};

}  // namespace upgrade_rate
