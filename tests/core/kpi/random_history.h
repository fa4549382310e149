// Random plan histories: every role, add-ons, blanks, repeats at one instant, short gaps, and
// instants that fall on period starts and clock changes much more often than by chance.
#pragma once

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "tests/core/bytes/random_bytes.h"
#include "tests/core/timeline/history.h"

namespace upgrade_rate {

struct RandomRow {
  uint32_t customer;
  CellTime time;
  std::string plan;
  int64_t value, quantity;
};

class RandomHistory {
 public:
  explicit RandomHistory(uint64_t seed) : random_(seed) {}

  /// Rows of `customers` customers, each ascending in position but not in time. `years`: how far
  /// they spread from 2019-11 on.
  std::vector<RandomRow> rows(size_t customers, size_t mostRows, int32_t years) {
    std::vector<RandomRow> rows;
    for (uint32_t customer = 0; customer < customers; ++customer) {
      const size_t count = random_.below(mostRows + 1);
      CellTime time = anyTime(years);
      for (size_t i = 0; i < count; ++i) {
        time = nextTime(time, years);
        rows.push_back({customer, time, plan(), amount(1'000), amount(4)});
        if (random_.below(10) == 0) rows.push_back(rows.back());  // an exact repeat
      }
    }
    return rows;
  }
  RandomBytes& random() { return random_; }

  /// Another order of the same rows that keeps each customer's own order.
  std::vector<RandomRow> shuffled(const std::vector<RandomRow>& rows) {
    std::vector<std::pair<uint64_t, size_t>> keys;
    std::vector<std::vector<size_t>> of;
    for (size_t i = 0; i < rows.size(); ++i) {
      keys.push_back({random_.next(), i});
      of.resize(std::max<size_t>(of.size(), rows[i].customer + 1));
      of[rows[i].customer].push_back(i);
    }
    std::sort(keys.begin(), keys.end());
    std::vector<size_t> next(of.size());
    std::vector<RandomRow> moved;
    for (const auto& [key, i] : keys) {
      const uint32_t customer = rows[i].customer;
      moved.push_back(rows[of[customer][next[customer]++]]);
    }
    return moved;
  }

 private:
  std::string plan() {
    constexpr const char* kPlans[] = {"free",  "basic", "basic",   "BASIC",      "basic annual",
                                      "pro",   "pro",   "Pro",     "pro annual", "max",
                                      "seats", "seats", "support", "cancelled",  ""};
    return kPlans[random_.below(std::size(kPlans))];
  }

  // A third unknown, else one of few, so that equal ones are common.
  int64_t amount(int64_t most) {
    if (random_.below(3) == 0) return kUnknown;
    const int64_t steps = static_cast<int64_t>(random_.below(4));
    return most * 1'000'000 * steps / 4 + static_cast<int64_t>(random_.below(2));
  }

  CellTime anyTime(int32_t years) {
    const int64_t first = dayNumber({2019, 11, 1});
    const int64_t day = first + static_cast<int64_t>(random_.below(years * 365));
    const CivilDate date = civilDate(day);
    constexpr int64_t kHour = kMicrosPerDay / 24;
    switch (random_.below(5)) {
      case 0:  // the start of a month, or just before it
        return {dayNumber({date.year, date.month, 1}) * kMicrosPerDay -
                    static_cast<int64_t>(random_.below(2)),
                true};
      case 1:  // the start of a week
        return {(day - weekday(day) + 1) * kMicrosPerDay, true};
      case 2:  // the hours in which clocks change
        return {(dayNumber({date.year, 10, 31}) - weekday(dayNumber({date.year, 10, 31})) % 7) *
                        kMicrosPerDay +
                    static_cast<int64_t>(random_.below(8)) * kHour / 2,
                random_.below(2) == 0};
      default:
        return {day * kMicrosPerDay + static_cast<int64_t>(random_.below(4)) * 6 * kHour,
                random_.below(3) > 0};
    }
  }

  // Often the same instant, or within the bridge of a day or two.
  CellTime nextTime(CellTime time, int32_t years) {
    switch (random_.below(6)) {
      case 0:
        return time;
      case 1:
        return {time.micros() + kMicrosPerDay, time.civil()};
      case 2:
        return {time.micros() + static_cast<int64_t>(random_.below(3)) * kMicrosPerDay / 2 + 1,
                time.civil()};
      default:
        return anyTime(years);
    }
  }

  RandomBytes random_;
};

/// The rows as files that end before each of `ends`, and after the last row. Customer ids are
/// numbered in the order of the rows.
inline History historyOf(const std::vector<RandomRow>& rows, const std::vector<size_t>& ends = {}) {
  History history;
  for (size_t i = 0; i < rows.size(); ++i) {
    if (std::find(ends.begin(), ends.end(), i) != ends.end()) history.endFile();
    const RandomRow& row = rows[i];
    history.add("c" + std::to_string(row.customer), row.time, row.plan, row.value, row.quantity);
  }
  history.endFile();
  return history;
}

}  // namespace upgrade_rate
