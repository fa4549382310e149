// Which period holds an instant, asked millions of times.
//
// Method: the time from the first boundary to the last is cut into equal stretches, a power of two
// long, and each knows the period it starts in. From there it is a step or two, where a binary
// search would guess wrong half of the time at every step.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace upgrade_rate {

class PeriodFinder {
 public:
  /// `boundaries`: at least one instant, none before the one before it. Equal ones are empty
  /// periods, which hold nothing.
  explicit PeriodFinder(std::span<const int64_t> boundaries)
      : boundaries_(boundaries.begin(), boundaries.end()) {
    constexpr int64_t kMostStretches = 1 << 16;
    const int64_t span = boundaries_.back() - boundaries_.front();
    while (span >> shift_ >= kMostStretches) ++shift_;
    uint32_t period = 0;
    for (int64_t i = 0; i <= span >> shift_; ++i) {
      const int64_t start = boundaries_.front() + (i << shift_);
      while (period + 1 < boundaries_.size() && boundaries_[period + 1] <= start) ++period;
      stretches_.push_back(period);
    }
  }

  const std::vector<int64_t>& boundaries() const { return boundaries_; }
  int32_t periods() const { return static_cast<int32_t>(boundaries_.size()) - 1; }

  /// Period p is [boundaries[p], boundaries[p + 1]). -1 before the first, periods() after the last.
  int32_t of(int64_t instant) const {
    if (instant < boundaries_.front()) return -1;
    if (instant >= boundaries_.back()) return periods();
    uint32_t period = stretches_[static_cast<size_t>((instant - boundaries_.front()) >> shift_)];
    while (boundaries_[period + 1] <= instant) ++period;
    return static_cast<int32_t>(period);
  }

 private:
  std::vector<int64_t> boundaries_;
  int shift_ = 36;  // of microseconds: stretches of 19 hours
  std::vector<uint32_t> stretches_;
};

}  // namespace upgrade_rate
