// Cohorts, time to upgrade, paths and stickiness customer by customer and state by state, as their
// definitions read: what the fast ones are compared with. Written as text, one fact a line.
#pragma once

#include <set>
#include <sstream>
#include <tuple>

#include "core/kpi/journeys.h"
#include "tests/core/kpi/slow_counts.h"

namespace upgrade_rate::slow {

inline std::optional<int64_t> firstMove(const Timeline& timeline, const char* name) {
  for (const Move& move : timeline.moves) {
    if (move.name == name) return move.instant;
  }
  return std::nullopt;
}

/// "label customers: upgraded by age / complete ages", for cohorts of somebody.
inline std::string cohortsOf(const std::vector<Timeline>& timelines, const PeriodList& periods,
                             int64_t dataUntil) {
  std::ostringstream text;
  for (size_t p = 0; p < periods.size(); ++p) {
    const auto inside = [&](std::optional<int64_t> instant, size_t last) {
      return instant && *instant >= periods.boundaries[p] &&
             *instant < periods.boundaries[last + 1];
    };
    const auto count = [&](std::optional<size_t> last) {
      int64_t customers = 0;
      for (const Timeline& each : timelines) {
        if (!inside(firstMove(each, "new"), p)) continue;
        customers += !last || inside(firstMove(each, "upgrade"), *last);
      }
      return customers;
    };
    if (count(std::nullopt) == 0) continue;
    text << periods.labels[p] << " " << count(std::nullopt) << ":";
    size_t complete = 0;
    for (size_t last = p; last < periods.size() && last < p + 37; ++last) {
      text << " " << count(last);
      complete += periods.boundaries[last + 1] <= dataUntil;
    }
    text << " / " << complete << "\n";
  }
  return text.str();
}

inline std::string written(const Cohorts& cohorts) {
  std::ostringstream text;
  for (const Cohort& row : cohorts.rows) {
    text << row.label << " " << row.customers << ":";
    for (const int64_t upgraded : row.upgraded) text << " " << upgraded;
    text << " / " << row.complete << "\n";
  }
  return text.str();
}

/// How one customer's wait ended: days and u(pgraded), c(hurned), x (censored), or t(op tier).
inline std::optional<std::pair<int64_t, char>> waitOf(const Timeline& timeline,
                                                      const TimeZone& zone, int64_t dataUntil,
                                                      int32_t topTier) {
  const auto start = firstMove(timeline, "new");
  if (!start) return std::nullopt;
  if (at(timeline, *start + 1).tier >= topTier) return std::pair(int64_t{0}, 't');
  const auto upgrade = firstMove(timeline, "upgrade"), churn = firstMove(timeline, "churn");
  const int64_t day = zone.day(*start);
  if (upgrade && (!churn || zone.day(*upgrade) <= zone.day(*churn))) {
    return std::pair(zone.day(*upgrade) - day, 'u');
  }
  if (churn) return std::pair(zone.day(*churn) - day, 'c');
  return std::pair(zone.day(dataUntil - 1) - day, 'x');
}

/// "kind from to: customers events valuedEvents value", sorted as text.
inline std::set<std::string> pathsOf(const std::vector<Timeline>& timelines, int64_t start,
                                     int64_t end) {
  std::map<std::tuple<std::string, uint32_t, uint32_t>, std::vector<std::pair<size_t, Amount>>>
      found;
  for (size_t c = 0; c < timelines.size(); ++c) {
    for (const Move& move : timelines[c].moves) {
      if (move.instant < start || move.instant >= end) continue;
      if (move.name != "upgrade" && move.name != "downgrade" && move.name != "switch") continue;
      const Moment before = at(timelines[c], move.instant);
      const Moment after = at(timelines[c], move.instant + 1);
      Amount value;
      if (before.sum() && after.sum()) value = *after.sum() - *before.sum();
      found[{move.name, before.plan, after.plan}].push_back({c, value});
    }
  }
  std::set<std::string> lines;
  for (const auto& [key, events] : found) {
    std::set<size_t> customers;
    int64_t valued = 0, sum = 0;
    for (const auto& [customer, value] : events) {
      customers.insert(customer);
      valued += value.has_value();
      sum += value.value_or(0);
    }
    std::ostringstream line;
    line << std::get<0>(key) << " " << std::get<1>(key) << " " << std::get<2>(key) << ": "
         << customers.size() << " " << events.size() << " " << valued << " " << sum;
    lines.insert(line.str());
  }
  return lines;
}

inline std::string written(const Path& path) {
  std::ostringstream line;
  line << (path.kind == Movement::upgrade     ? "upgrade"
           : path.kind == Movement::downgrade ? "downgrade"
                                              : "switch")
       << " " << path.from << " " << path.to << ": " << path.customers << " " << path.events << " "
       << path.valuedEvents << " " << static_cast<int64_t>(path.value);
  return line.str();
}

struct Sticky {
  int64_t upgraded = 0, observed[3] = {}, stayed[3] = {};
  int64_t churns[2] = {}, seconds[2] = {};  // of the others, after an upgrade
};

// The instants of a customer's upgrades in [start, end).
inline std::vector<int64_t> upgradesOf(const Timeline& each, int64_t start, int64_t end) {
  std::vector<int64_t> upgrades;
  for (const Move& move : each.moves) {
    const bool inside = move.instant >= start && move.instant < end;
    if (inside && move.name == "upgrade") upgrades.push_back(move.instant);
  }
  return upgrades;
}

// Time on a tier and churns in [start, end), before and from `first` on.
inline void addChurn(Sticky& sticky, const Timeline& each, int64_t start, int64_t end,
                     int64_t until, int64_t first) {
  for (const Move& move : each.moves) {
    const bool inside = move.instant >= start && move.instant < end;
    if (inside && move.name == "churn") ++sticky.churns[move.instant > first];
  }
  std::vector<int64_t> marks = {start};
  for (const Moment& m : each.moments) {
    if (m.instant > start && m.instant < end) marks.push_back(m.instant);
  }
  marks.push_back(std::max(start, std::min(end, until)));
  for (size_t i = 0; i + 1 < marks.size(); ++i) {
    if (!at(each, marks[i] + 1).tiered()) continue;
    sticky.seconds[marks[i] >= first] += (marks[i + 1] - marks[i]) / 1'000'000;
  }
}

inline void addStays(Sticky& sticky, const Timeline& each, int64_t upgrade, const TimeZone& zone,
                     int64_t dataUntil) {
  const int32_t reached = at(each, upgrade + 1).tier;
  const int64_t days[] = {30, 90, 180};
  for (int i = 0; i < 3; ++i) {
    const int64_t then = zone.instant(zone.local(upgrade) + days[i] * kMicrosPerDay);
    const Moment held = at(each, then);
    sticky.observed[i] += then <= dataUntil;
    sticky.stayed[i] += then <= dataUntil && held.tiered() && held.tier >= reached;
  }
}

/// "upgraded: observed/stayed … | churns seconds | churns seconds" of one period.
inline std::string stickinessOf(const std::vector<Timeline>& timelines, const TimeZone& zone,
                                int64_t start, int64_t end, int64_t dataUntil) {
  Sticky sticky;
  for (const Timeline& each : timelines) {
    if (!at(each, start).tiered()) continue;
    const std::vector<int64_t> upgrades = upgradesOf(each, start, end);
    addChurn(sticky, each, start, end, dataUntil, upgrades.empty() ? INT64_MAX : upgrades.front());
    if (upgrades.empty()) continue;
    ++sticky.upgraded;
    addStays(sticky, each, upgrades.back(), zone, dataUntil);
  }
  std::ostringstream text;
  text << sticky.upgraded << ":";
  for (int i = 0; i < 3; ++i) {
    const bool shown = sticky.upgraded > 0 && sticky.observed[i] == sticky.upgraded;
    text << " " << sticky.observed[i] << "/" << (shown ? std::to_string(sticky.stayed[i]) : "-");
  }
  text << " | " << sticky.churns[1] << " " << sticky.seconds[1] << " | " << sticky.churns[0] << " "
       << sticky.seconds[0];
  return text.str();
}

inline std::string written(const Stickiness& sticky) {
  std::ostringstream text;
  text << sticky.upgraded << ":";
  for (const Stay& stay : sticky.stays) {
    text << " " << stay.observed << "/" << (stay.stayed ? std::to_string(*stay.stayed) : "-");
  }
  text << " | " << sticky.afterUpgrade.churns << " " << sticky.afterUpgrade.seconds << " | "
       << sticky.others.churns << " " << sticky.others.seconds;
  return text.str();
}

}  // namespace upgrade_rate::slow
