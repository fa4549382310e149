#include "core/kpi/time_to_upgrade.h"

#include <algorithm>

namespace upgrade_rate {

namespace {

// The points in force at kCurvePoints evenly spaced days from the first to the last point.
std::vector<IncidencePoint> thinned(const std::vector<IncidencePoint>& curve) {
  if (curve.size() <= kCurvePoints) return curve;
  const double first = curve.front().time;
  const double span = curve.back().time - first;
  std::vector<IncidencePoint> kept;
  size_t next = 0;  // the first point after the day looked at
  for (size_t i = 0; i < kCurvePoints; ++i) {
    const double part = static_cast<double>(i) / static_cast<double>(kCurvePoints - 1);
    const bool isLast = i + 1 == kCurvePoints;
    const size_t before = next;
    while (next < curve.size() && (isLast || curve[next].time <= first + span * part)) ++next;
    if (next > before) kept.push_back(curve[next - 1]);
  }
  return kept;
}

IncidenceAtAge atAge(int64_t days, const std::vector<IncidencePoint>& curve,
                     const std::vector<EndingsAtTime>& endings) {
  IncidenceAtAge result{days, 0, std::nullopt, std::nullopt};
  for (size_t day = static_cast<size_t>(days); day < endings.size(); ++day) {
    const EndingsAtTime& each = endings[day];
    result.watched += static_cast<int64_t>(each.events + each.competing + each.censored);
  }
  // Past the last ending nothing is known, unless all who were left then upgraded or left.
  if (endings.empty() || (result.watched == 0 && endings.back().censored > 0)) return result;
  const IncidencePoint* point = nullptr;
  for (const IncidencePoint& each : curve) {
    if (each.time <= static_cast<double>(days)) point = &each;
  }
  result.share = point ? point->incidence : 0.0;
  if (point) result.interval = point->interval;
  return result;
}

}  // namespace

void explainTimeToUpgrade(TimeToUpgrade& result) {
  if (result.customers == 0) {
    result.why.push_back("timeToUpgrade.nobody");
    return;
  }
  bool tooShort = false, noInterval = false;
  for (const IncidenceAtAge& each : result.atAges) {
    tooShort |= !each.share;
    noInterval |= each.share && !each.interval;
  }
  if (tooShort) result.why.push_back("timeToUpgrade.tooShort");
  if (noInterval) result.why.push_back("timeToUpgrade.noInterval");
  if (!result.median.time) {
    result.why.push_back("timeToUpgrade.medianNotReached");
  } else if (!result.median.low || !result.median.high) {
    result.why.push_back("timeToUpgrade.medianOpen");
  }
}

TimeToUpgradeCounter::TimeToUpgradeCounter(const TimeZone& zone, int64_t firstUsed,
                                           int64_t lastUsed, int64_t dataUntil, int32_t topTier)
    : days_(firstUsed, lastUsed, zone), lastDay_(zone.day(dataUntil - 1)), topTier_(topTier) {}

// Where clocks go back over midnight, the data can end on a day that has begun twice: that is 0.
EndingsAtTime& TimeToUpgradeCounter::at(int64_t days) {
  const size_t index = static_cast<size_t>(std::max<int64_t>(days, 0));
  while (endings_.size() <= index) {
    endings_.push_back({static_cast<double>(endings_.size()), 0, 0, 0});
  }
  return endings_[index];
}

void TimeToUpgradeCounter::add(const CustomerHistory& history, const FirstSteps& steps) {
  unknownStart_ += steps.unknownStart() ? 1 : 0;
  if (steps.start == kNoStep) return;
  const State& start = history.states[steps.start];
  if (start.tier >= topTier_) {
    ++newOnTopTier_;
    return;
  }
  const auto dayOf = [&](size_t step) { return days_.of(history.states[step].instant); };
  const int64_t first = dayOf(steps.start);
  const bool churns = steps.churn != kNoStep;
  const bool upgrades =
      steps.upgrade != kNoStep && (!churns || dayOf(steps.upgrade) == dayOf(steps.churn));
  if (upgrades) {
    ++at(dayOf(steps.upgrade) - first).events;
  } else if (churns) {
    ++at(dayOf(steps.churn) - first).competing;
  } else {
    ++at(lastDay_ - first).censored;
  }
}

TimeToUpgrade TimeToUpgradeCounter::finish(double level) const {
  return timeToUpgrade(endings_, newOnTopTier_, unknownStart_, level);
}

TimeToUpgrade timeToUpgrade(const std::vector<EndingsAtTime>& byDay, int64_t newOnTopTier,
                            int64_t unknownStart, double level) {
  TimeToUpgrade result;
  result.newOnTopTier = newOnTopTier;
  result.unknownStart = unknownStart;
  std::vector<EndingsAtTime> endings;  // those days on which something ended
  for (const EndingsAtTime& each : byDay) {
    if (each.events + each.competing + each.censored == 0) continue;
    endings.push_back(each);
    result.upgraded += static_cast<int64_t>(each.events);
    result.churned += static_cast<int64_t>(each.competing);
    result.censored += static_cast<int64_t>(each.censored);
  }
  result.customers = result.upgraded + result.churned + result.censored;
  if (!endings.empty()) result.lastDay = static_cast<int64_t>(endings.back().time);
  const auto curve = cumulativeIncidence(endings, level).value_or(std::vector<IncidencePoint>{});
  for (size_t i = 0; i < kUpgradeAges.size(); ++i) {
    result.atAges[i] = atAge(kUpgradeAges[i], curve, byDay);
  }
  result.median = medianTime(curve);
  result.curve = thinned(curve);
  explainTimeToUpgrade(result);
  return result;
}

}  // namespace upgrade_rate
