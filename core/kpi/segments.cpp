#include "core/kpi/segments.h"

#include <numeric>
#include <utility>

namespace upgrade_rate {

namespace {

constexpr uint32_t kNotChosen = 0xFFFF'FFFF;

// A customer who has a value in one window, or the same one in both.
struct SegmentMember {
  std::span<const Step> steps;
  uint32_t value;
  std::array<uint8_t, 2> within;
};

class Grouping {
 public:
  Grouping(const StepSource& source, std::span<const uint32_t> values, uint32_t valueCount,
           const std::array<int32_t, 3>& boundaries)
      : firstOf_(valueCount + 1) {
    source.eachCustomer([&](const CustomerSteps& customer) {
      StepRange range;
      std::array<uint32_t, 2> value;
      for (size_t w = 0; w < 2; ++w) {
        range = range.next(customer.steps, boundaries[w], boundaries[w + 1]);
        const uint32_t row = segmentRow(customer, range);
        const bool chosen = row != kNoRow && source.filter.chooses(customer, range);
        value[w] = chosen ? values[row] : kNotChosen;
      }
      const bool same = value[0] == value[1];
      if (value[0] != kNotChosen) add({customer.steps, value[0], {1, same}});
      if (value[1] != kNotChosen && !same) add({customer.steps, value[1], {0, 1}});
    });
    std::partial_sum(firstOf_.begin(), firstOf_.end(), firstOf_.begin());
    std::vector<uint32_t> next(firstOf_.begin(), firstOf_.end() - 1);
    order_.resize(members_.size());
    for (uint32_t m = 0; m < members_.size(); ++m) order_[next[members_[m].value]++] = m;
  }

  bool has(uint32_t value) const { return firstOf_[value] < firstOf_[value + 1]; }
  void count(uint32_t value, ChosenCounter& counter) const {
    for (uint32_t i = firstOf_[value]; i < firstOf_[value + 1]; ++i) {
      const SegmentMember& member = members_[order_[i]];
      counter.add(member.steps, member.within);
    }
  }

 private:
  void add(const SegmentMember& member) {
    ++firstOf_[member.value + 1];
    members_.push_back(member);
  }

  std::vector<SegmentMember> members_;
  std::vector<uint32_t> firstOf_;  // per value, into order_; one more at the end
  std::vector<uint32_t> order_;
};

}  // namespace

std::vector<SegmentCounts> countSegments(const StepSource& source, const SegmentColumn& column,
                                         std::span<const uint32_t> values,
                                         const std::array<int32_t, 3>& boundaries,
                                         const CountOptions& options) {
  const Grouping grouping(source, values, column.valueCount(), boundaries);
  std::vector<SegmentCounts> segments;
  for (uint32_t value = 0; value < column.valueCount(); ++value) {
    if (!grouping.has(value)) continue;
    ChosenCounter counter({boundaries.begin(), boundaries.end()}, source.tiers, options, {});
    grouping.count(value, counter);
    Counted counted = counter.finish();
    for (PeriodCounts& counts : counted.counts) counts.byTier = {};
    segments.push_back({std::string(column.text(value)), std::move(counted.counts[0]),
                        std::move(counted.counts[1]), counted.withPrevious[1]});
  }
  return segments;
}

}  // namespace upgrade_rate
