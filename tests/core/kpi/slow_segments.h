// Segment values and filters of random histories, as their definitions read.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "tests/core/bytes/random_bytes.h"
#include "tests/core/kpi/slow_counts.h"

namespace upgrade_rate::slow {

/// A column "region" for all rows of a history: mostly the customer's own, sometimes another.
inline void addRegions(History& history, RandomBytes& random) {
  constexpr std::string_view kRegions[] = {"", "EMEA", "APAC", "LATAM"};
  SegmentColumn& column = history.events.segments[history.events.segments.place("region", 0)];
  for (uint32_t e = 0; e < history.events.size(); ++e) {
    const size_t own = history.events.customer[e] % 4;
    const std::string_view cell = kRegions[random.below(3) == 0 ? random.below(4) : own];
    column.append({&cell, 1});
  }
}

/// The event that tells a customer's segment in [start, end).
inline std::optional<uint32_t> segmentEvent(const Timeline& timeline, int64_t start, int64_t end) {
  const Moment opening = at(timeline, start);
  if (opening.tiered()) return static_cast<uint32_t>(opening.row);
  for (const Moment& each : timeline.moments) {
    if (each.instant < start || each.instant >= end || each.kind == "none") continue;
    return static_cast<uint32_t>(each.row);
  }
  if (opening.kind == "prospect") return static_cast<uint32_t>(opening.row);
  return std::nullopt;
}

inline std::string regionOf(const History& h, const Timeline& timeline, int64_t start,
                            int64_t end) {
  const std::optional<uint32_t> event = segmentEvent(timeline, start, end);
  if (!event) return "nowhere";
  const SegmentColumn& column = h.events.segments[0];
  return std::string(column.text(column.values[*event]));
}

/// The plan held at the start, else the first one held in the period.
inline uint32_t planOf(const Timeline& timeline, int64_t start, int64_t end) {
  const Moment opening = at(timeline, start);
  if (opening.plan != kNoPlan) return opening.plan;
  for (const Moment& each : timeline.moments) {
    if (each.instant < start || each.instant >= end) continue;
    if (each.plan != kNoPlan) return each.plan;
  }
  return kNoPlan;
}

using Choice = std::function<bool(const Timeline&, int64_t start, int64_t end)>;

inline std::vector<Timeline> chosen(const std::vector<Timeline>& timelines, const Choice& choice,
                                    int64_t start, int64_t end) {
  std::vector<Timeline> some;
  for (const Timeline& each : timelines) {
    if (choice(each, start, end)) some.push_back(each);
  }
  return some;
}

/// The change between two windows of those chosen for each; nothing where it is none.
inline std::optional<ShareChange> changeOf(const std::vector<Timeline>& timelines,
                                           const Choice& choice, const int64_t first[2],
                                           const int64_t second[2], const CountOptions& options) {
  if (options.numerator == Numerator::upgradeEvents || options.base == Base::average ||
      options.base == Base::closing) {
    return std::nullopt;
  }
  const auto shareOf = [&](const int64_t window[2]) {
    Share share;
    for (const Timeline& each : chosen(timelines, choice, window[0], window[1])) {
      const Visit visit = visitOf(each, window[0], window[1]);
      if (!inBase(visit, options.base, options.topTier)) continue;
      ++share.base;
      share.count += inNumerator(visit, options.numerator);
    }
    return share;
  };
  const auto both =
      chosen(chosen(timelines, choice, first[0], first[1]), choice, second[0], second[1]);
  return shareChange(shareOf(first), shareOf(second), overlapOf(both, first, second, options),
                     0.95);
}

}  // namespace upgrade_rate::slow
