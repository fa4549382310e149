// A plan history written in a test as rows of text, as the core would have read it.
//
// One ladder serves every test: free (prospect); basic, and basic annual (tier 1); pro, and pro
// annual (tier 2); max (tier 3); seats and support (add-ons); cancelled (none). A blank plan is a
// blank cell. Times are "2024-01-31", "2024-01-31T10:30" (wall clock) or "2024-01-31T10:30Z".
#pragma once

#include <gtest/gtest.h>

#include <cctype>
#include <cmath>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "core/cells/date.h"
#include "core/input/events.h"
#include "core/input/plans.h"
#include "core/timeline/time_zone.h"

namespace upgrade_rate {

struct Row {
  std::string customer, time, plan, value = "", quantity = "";
};

inline Plans testLadder() {
  const auto plan = [](const char* name, Role role, int32_t tier = 0) {
    Plan made;
    made.name = name;
    made.rule = {role, tier};
    return made;
  };
  Plans ladder;
  ladder.plans = {plan("free", Role::prospect),        plan("basic", Role::tier, 1),
                  plan("basic annual", Role::tier, 1), plan("pro", Role::tier, 2),
                  plan("pro annual", Role::tier, 2),   plan("max", Role::tier, 3),
                  plan("seats", Role::addOn),          plan("support", Role::addOn),
                  plan("cancelled", Role::none)};
  return ladder;
}

inline int64_t millionthsOf(const std::string& text) {
  if (text.empty()) return kUnknown;
  return std::llround(std::strtod(text.c_str(), nullptr) * 1e6);
}

/// Events and the plans that their spellings mean.
struct History {
  Events events;
  Plans plans = testLadder();

  History() = default;
  explicit History(const std::vector<Row>& rows) { addFile(rows); }

  void add(const std::string& customer, CellTime time, const std::string& plan, int64_t value,
           int64_t quantity) {
    const uint32_t event = events.size();
    events.customer.push_back(events.customers.index(customer));
    events.time.push_back(time);
    events.spelling.push_back(plan.empty() ? kBlankPlan : spelling(plan));
    events.value.push_back(value);
    events.quantity.push_back(quantity);
    events.places.add(event, {event + 2, event + 1});
  }
  void endFile() {
    const uint32_t begin = events.files.empty() ? 0 : events.files.back().end;
    events.files.push_back(
        {"file " + std::to_string(events.files.size() + 1), begin, events.size()});
  }
  void addFile(const std::vector<Row>& rows) {
    for (const Row& row : rows) {
      const auto time = readDate(row.time, DateFormat::yearMonthDay);
      ASSERT_TRUE(time) << row.time;
      add(row.customer, *time, row.plan, millionthsOf(row.value), millionthsOf(row.quantity));
    }
    endFile();
  }
  /// One customer from `date` on, an hour on basic, an hour on pro, and so on.
  void addHourly(std::string_view date, int64_t hours) {
    const int64_t start = readDate(date, DateFormat::yearMonthDay)->micros();
    for (int64_t hour = 0; hour < hours; ++hour) {
      add("a", CellTime(start + hour * kMicrosPerDay / 24, false), hour % 2 == 0 ? "basic" : "pro",
          kUnknown, kUnknown);
    }
    endFile();
  }
  /// Of a plan of the ladder. Upper case is another spelling of the same plan.
  uint32_t spelling(const std::string& plan) {
    const uint32_t index = events.spellings.index(plan);
    std::string lower = plan;
    for (char& letter : lower) letter = static_cast<char>(std::tolower(letter));
    for (uint32_t p = 0; index == plans.planOf.size() && p < plans.plans.size(); ++p) {
      if (plans.plans[p].name == lower) plans.planOf.push_back(p);
    }
    EXPECT_LT(index, plans.planOf.size()) << plan << " is not in the ladder";
    return index;
  }
};

/// Days and instants written as dates.
inline int64_t dayOf(const char* date) {
  return floorDivide(readDate(date, DateFormat::yearMonthDay)->micros(), kMicrosPerDay);
}
inline int64_t utc(const char* time) { return readDate(time, DateFormat::yearMonthDay)->micros(); }

/// Central European time by the rule in force since 1996: the last Sundays of March and October,
/// at 01:00 UTC. `from` to `to` are years.
inline TimeZone berlin(int32_t from = 1996, int32_t to = 2060) {
  const auto lastSunday = [](int32_t year, uint8_t month) {
    const int64_t last = dayNumber({year, month, 31});
    return (last - weekday(last) % 7) * 86'400 + 3'600;
  };
  std::vector<ZoneTransition> transitions = {{-2'400'000'000, 3'600}};
  for (int32_t year = from; year <= to; ++year) {
    transitions.push_back({lastSunday(year, 3), 7'200});
    transitions.push_back({lastSunday(year, 10), 3'600});
  }
  return TimeZone("Europe/Berlin", transitions);
}

}  // namespace upgrade_rate
