// How long do new customers take to upgrade for the first time?
//
// Method: days from `new` to the first upgrade, as cumulative incidence with churn as competing
// event (core/stats/aalen_johansen.h). Days are differences of local calendar days. Whoever neither
// upgraded nor churned is censored on the last day that the data speaks for; an upgrade on the day
// of the first churn counts as an upgrade. Leaves out customers who begin on the top tier, since
// they cannot upgrade, and those without a known beginning.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/kpi/first_steps.h"
#include "core/stats/aalen_johansen.h"
#include "core/timeline/steps.h"
#include "core/timeline/time_zone.h"

namespace upgrade_rate {

constexpr std::array<int64_t, 4> kUpgradeAges = {30, 90, 180, 365};  ///< days

/// The curve has at most this many points. Where there are more, those in force at evenly spaced
/// days are kept, the first and the last among them.
constexpr size_t kCurvePoints = 200;

/// The curve at one age.
struct IncidenceAtAge {
  int64_t days;
  int64_t watched = 0;               ///< customers still without an ending just before that day
  std::optional<double> share;       ///< nothing where nobody was watched for that long
  std::optional<Interval> interval;  ///< nothing also where the share is 0 or 1
};

struct TimeToUpgrade {
  int64_t customers = 0;  ///< followed: the sum of the next three
  int64_t upgraded = 0, churned = 0, censored = 0;
  int64_t newOnTopTier = 0, unknownStart = 0;  ///< left out
  std::optional<int64_t> lastDay;              ///< the longest that anybody was watched
  std::vector<IncidencePoint> curve;           ///< time in days
  std::array<IncidenceAtAge, kUpgradeAges.size()> atAges{};
  MedianTime median;                  ///< days
  std::vector<std::string_view> why;  ///< note codes: why something above is undefined
};

/// Says in `why` what is undefined.
void explainTimeToUpgrade(TimeToUpgrade& result);

/// From how many customers' wait ended in which way after so many days: one entry per day, from day
/// 0 on without gaps.
TimeToUpgrade timeToUpgrade(const std::vector<EndingsAtTime>& byDay, int64_t newOnTopTier,
                            int64_t unknownStart, double level);

class TimeToUpgradeCounter {
 public:
  /// `firstUsed`, `lastUsed`: no state lies outside of these.
  TimeToUpgradeCounter(const TimeZone& zone, int64_t firstUsed, int64_t lastUsed, int64_t dataUntil,
                       int32_t topTier);

  void add(const CustomerHistory& history, const FirstSteps& steps);
  TimeToUpgrade finish(double level) const;

 private:
  EndingsAtTime& at(int64_t days);

  LocalDays days_;
  int64_t lastDay_;  // that the data speaks for
  int32_t topTier_;
  std::vector<EndingsAtTime> endings_;  // by days, without gaps
  int64_t newOnTopTier_ = 0, unknownStart_ = 0;
};

}  // namespace upgrade_rate
