#include "core/kpi/flag_counts.h"

#include <algorithm>
#include <map>
#include <utility>

namespace upgrade_rate {

FlagCounter::FlagCounter(const Flags& flags, std::vector<int64_t> days,
                         const std::vector<bool>& ignored, const std::vector<FilterRule>& filters)
    : flags_(flags), days_(std::move(days)), filters_(filters) {
  for (uint32_t row = 0; row < flags.rows.size(); ++row) {
    if (!ignored[row]) order_.push_back(row);
  }
  std::sort(order_.begin(), order_.end(), [&](uint32_t a, uint32_t b) {
    const uint32_t one = flags_.rows[a].customer, other = flags_.rows[b].customer;
    if (one != other) return one < other;
    return days_[a] != days_[b] ? days_[a] < days_[b] : a < b;
  });
}

template <class Take>
void FlagCounter::eachCustomer(Take&& take) const {
  const auto customerAt = [&](size_t i) { return flags_.rows[order_[i]].customer; };
  for (size_t begin = 0; begin < order_.size();) {
    size_t end = begin + 1;
    while (end < order_.size() && customerAt(end) == customerAt(begin)) ++end;
    take(Rows(order_).subspan(begin, end - begin));
    begin = end;
  }
}

FlagCounter::Visit FlagCounter::visit(Rows rows, const DayRange& days) const {
  Visit visit;
  for (const uint32_t row : rows) {
    if (days_[row] < days.begin || days_[row] >= days.end) continue;
    if (!visit.counts()) visit.row = row;
    visit.upgraded |= flags_.rows[row].upgraded;
  }
  const bool chosen =
      visit.counts() && std::all_of(filters_.begin(), filters_.end(), [&](const FilterRule& rule) {
        const uint32_t value = flags_.segments[*rule.column].values[visit.row];
        return std::find(rule.in.begin(), rule.in.end(), value) != rule.in.end();
      });
  return chosen ? visit : Visit();
}

PeriodCounts FlagCounter::count(const DayRange& days) const {
  PeriodCounts counts;
  eachCustomer([&](Rows rows) {
    const Visit seen = visit(rows, days);
    counts.opening += seen.counts();
    counts.upgraded += seen.upgraded;
  });
  return counts;
}

Overlap FlagCounter::overlap(const DayRange& first, const DayRange& second) const {
  Overlap overlap;
  eachCustomer([&](Rows rows) {
    const Visit one = visit(rows, first), other = visit(rows, second);
    if (!one.counts() || !other.counts()) return;
    ++(one.upgraded     ? other.upgraded ? overlap.both : overlap.onlyFirst
       : other.upgraded ? overlap.onlySecond
                        : overlap.neither);
  });
  return overlap;
}

std::vector<SegmentCounts> FlagCounter::segments(uint32_t column, const DayRange& before,
                                                 const DayRange& days) const {
  const SegmentColumn& texts = flags_.segments[column];
  std::map<uint32_t, SegmentCounts> byValue;
  eachCustomer([&](Rows rows) {
    const Visit was = visit(rows, before), is = visit(rows, days);
    const auto add = [&](const Visit& seen, PeriodCounts SegmentCounts::*part) {
      if (!seen.counts()) return;
      PeriodCounts& counts = byValue[texts.values[seen.row]].*part;
      ++counts.opening;
      counts.upgraded += seen.upgraded;
    };
    add(was, &SegmentCounts::before);
    add(is, &SegmentCounts::after);
    if (!was.counts() || !is.counts() || texts.values[was.row] != texts.values[is.row]) return;
    Overlap& shared = byValue[texts.values[is.row]].overlap;
    ++(was.upgraded  ? is.upgraded ? shared.both : shared.onlyFirst
       : is.upgraded ? shared.onlySecond
                     : shared.neither);
  });
  std::vector<SegmentCounts> found;
  for (auto& [value, counts] : byValue) {
    counts.text = texts.text(value);
    found.push_back(std::move(counts));
  }
  return found;
}

uint64_t FlagCounter::customers() const {
  uint64_t customers = 0;
  eachCustomer([&](Rows) { ++customers; });
  return customers;
}

}  // namespace upgrade_rate
