#include "core/kpi/stickiness.h"

#include <algorithm>

#include "core/stats/wilson.h"

namespace upgrade_rate {

namespace {

// Whole seconds, so that the sum over millions of customers and years fits.
int64_t secondsBetween(int64_t from, int64_t to) {
  return to > from ? (to - from) / kMicrosPerSecond : 0;
}

void rate(ChurnRate& churn) {
  if (churn.seconds == 0) return;
  churn.per30Days = static_cast<double>(churn.churns) * 30 / churn.days();
}

}  // namespace

StickinessCounter::StickinessCounter(std::span<const int64_t> boundaries, const TimeZone& zone,
                                     int64_t dataUntil)
    : finder_(boundaries),
      zone_(zone),
      dataUntil_(dataUntil),
      periods_(boundaries.size() - 1),
      quiet_(boundaries.size()) {}

int64_t StickinessCounter::timeEnd(size_t period) const {
  return std::min(finder_.boundaries()[period + 1], dataUntil_);
}

// Nothing changes in the periods [first, last].
void StickinessCounter::addQuiet(bool onTier, int32_t first, int32_t last,
                                 std::span<const uint8_t> chosen) {
  first = std::max(first, 0);
  last = std::min(last, static_cast<int32_t>(periods_.size()) - 1);
  if (!onTier || first > last) return;
  for (int32_t p = first; p <= last && !chosen.empty(); ++p) {
    quiet_[p] += chosen[p];
    quiet_[p + 1] -= chosen[p];
  }
  if (!chosen.empty()) return;
  ++quiet_[first];
  --quiet_[last + 1];
}

void StickinessCounter::addStays(const CustomerHistory& history, size_t upgrade,
                                 Counted& counted) const {
  const auto begin = history.states.begin() + static_cast<std::ptrdiff_t>(upgrade);
  const int64_t local = zone_.local(begin->instant);
  for (size_t i = 0; i < kStayDays.size(); ++i) {
    const int64_t then = zone_.instant(local + kStayDays[i] * kMicrosPerDay);
    if (then > dataUntil_) continue;
    ++counted.observed[i];
    const auto after = std::partition_point(begin + 1, history.states.end(),
                                            [&](const State& each) { return each.instant < then; });
    const State& held = *(after - 1);
    counted.stayed[i] += held.onTier() && held.tier >= begin->tier ? 1 : 0;
  }
}

// The states from `first` on that lie in the period; gives the first one after it. A customer who
// is on a tier at the period's start, and chosen, is counted; others are passed over.
size_t StickinessCounter::addVisit(const CustomerHistory& history, size_t first, size_t period,
                                   bool chosen) {
  Counted& counted = periods_[period];
  const bool opens = chosen && first > 0 && history.states[first - 1].onTier();
  const int64_t end = finder_.boundaries()[period + 1];
  int64_t since = finder_.boundaries()[period];
  bool onTier = opens;
  size_t lastUpgrade = 0;  // the first state is none
  size_t i = first;
  for (; i < history.states.size() && history.states[i].instant < end; ++i) {
    ChurnRate& churn = lastUpgrade > 0 ? counted.afterUpgrade : counted.others;
    const State& state = history.states[i];
    if (!opens) continue;
    if (onTier) churn.seconds += secondsBetween(since, state.instant);
    churn.churns += history.movements[i] == Movement::churn ? 1 : 0;
    if (history.movements[i] == Movement::upgrade) lastUpgrade = i;
    since = state.instant;
    onTier = state.onTier();
  }
  if (!opens) return i;
  ChurnRate& churn = lastUpgrade > 0 ? counted.afterUpgrade : counted.others;
  if (onTier) churn.seconds += secondsBetween(since, timeEnd(period));
  if (lastUpgrade > 0) {
    ++counted.upgraded;
    addStays(history, lastUpgrade, counted);
  }
  return i;
}

void StickinessCounter::add(const CustomerHistory& history, std::span<const uint8_t> chosen) {
  const int32_t periods = static_cast<int32_t>(periods_.size());
  int32_t last = -1;  // the last period looked at; -1 is all time before the first boundary
  bool onTier = false;
  for (size_t i = 0; i < history.states.size();) {
    const int32_t period = finder_.of(history.states[i].instant);
    addQuiet(onTier, last + 1, period - 1, chosen);
    last = period;
    if (period >= periods) return;
    const bool looks = period < 0 || chosen.empty() || chosen[static_cast<size_t>(period)] != 0;
    i = period < 0 ? i + 1 : addVisit(history, i, static_cast<size_t>(period), looks);
    onTier = history.states[i - 1].onTier();
  }
  addQuiet(onTier, last + 1, periods - 1, chosen);
}

Stickiness judgedStickiness(Stickiness counted, double level) {
  rate(counted.afterUpgrade);
  rate(counted.others);
  bool notYet = false;
  for (size_t i = 0; i < kStayDays.size(); ++i) {
    Stay& stay = counted.stays[i];
    stay.days = kStayDays[i];
    notYet |= stay.observed < counted.upgraded;
    const int64_t stayed = stay.stayed.value_or(0);
    stay.stayed.reset();
    if (counted.upgraded == 0 || stay.observed < counted.upgraded) continue;
    stay.stayed = stayed;
    stay.share = static_cast<double>(stayed) / static_cast<double>(counted.upgraded);
    stay.interval = wilsonInterval(stayed, counted.upgraded, level);
  }
  if (counted.upgraded == 0) counted.why.push_back("stickiness.nobodyUpgraded");
  if (notYet) counted.why.push_back("stickiness.notYet");
  const bool noTime = counted.upgraded > 0 && !counted.afterUpgrade.per30Days;
  if (noTime || !counted.others.per30Days) counted.why.push_back("stickiness.noTime");
  return counted;
}

std::vector<Stickiness> StickinessCounter::finish(double level) const {
  std::vector<Stickiness> all;
  int64_t quiet = 0;
  for (size_t p = 0; p < periods_.size(); ++p) {
    const Counted& counted = periods_[p];
    quiet += quiet_[p];
    Stickiness result{counted.upgraded, {}, counted.afterUpgrade, counted.others, {}};
    result.others.seconds += quiet * secondsBetween(finder_.boundaries()[p], timeEnd(p));
    for (size_t i = 0; i < kStayDays.size(); ++i) {
      result.stays[i].observed = counted.observed[i];
      result.stays[i].stayed = counted.stayed[i];
    }
    all.push_back(judgedStickiness(std::move(result), level));
  }
  return all;
}

}  // namespace upgrade_rate
