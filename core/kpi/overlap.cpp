#include "core/kpi/overlap.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace upgrade_rate {

void Membership::clear() {
  base.clear();
  counted.clear();
}

void Membership::addBase(int32_t first, int32_t last) {
  if (first > last) return;
  if (!base.empty() && base.back().last + 1 >= first) {
    base.back().last = std::max(base.back().last, last);
  } else {
    base.push_back({first, last});
  }
}

bool Membership::inBase(int32_t period) const {
  if (base.size() == 1) return base[0].first <= period && period <= base[0].last;
  const auto after = std::upper_bound(base.begin(), base.end(), period,
                                      [](int32_t p, const PeriodRange& r) { return p < r.first; });
  return after != base.begin() && period <= (after - 1)->last;
}

bool Membership::inNumerator(int32_t period) const {
  return std::binary_search(counted.begin(), counted.end(), period);
}

OverlapCounter::OverlapCounter(std::vector<int32_t> earlier)
    : earlier_(std::move(earlier)),
      later_(earlier_.size(), -1),
      firstLater_(earlier_.size()),
      lastLater_(earlier_.size(), -1),
      shared_(earlier_.size() + 1),
      both_(earlier_.size()),
      first_(earlier_.size()),
      second_(earlier_.size()) {
  const int32_t periods = static_cast<int32_t>(earlier_.size());
  for (int32_t p = 0; p < periods; ++p) {
    if (earlier_[p] >= 0) later_[earlier_[p]] = p;
  }
  int32_t next = periods;
  for (int32_t p = periods; p-- > 0;) {
    if (later_[p] >= 0) next = later_[p];
    firstLater_[p] = next;
  }
  int32_t last = -1;
  for (int32_t p = 0; p < periods; ++p) {
    if (later_[p] >= 0) last = later_[p];
    lastLater_[p] = last;
  }
}

void OverlapCounter::add(const Membership& customer) {
  if (customer.base.empty()) return;
  for (const PeriodRange& early : customer.base) {
    for (const PeriodRange& late : customer.base) {
      const int32_t first = std::max(late.first, firstLater_[early.first]);
      const int32_t last = std::min(late.last, lastLater_[early.last]);
      if (first > last) continue;
      // Every period between has an earlier one unless it is a week 53 without a counterpart,
      // which `of` leaves out.
      ++shared_[first];
      --shared_[last + 1];
    }
  }
  for (const int32_t period : customer.counted) {
    const int32_t early = earlier_[period];
    if (early >= 0 && customer.inBase(early)) {
      ++(customer.inNumerator(early) ? both_ : second_)[period];
    }
    const int32_t late = later_[period];
    if (late >= 0 && customer.inBase(late) && !customer.inNumerator(late)) ++first_[late];
  }
}

void OverlapCounter::finish() { std::partial_sum(shared_.begin(), shared_.end(), shared_.begin()); }

Overlap OverlapCounter::of(int32_t period) const {
  if (earlier_[period] < 0) return {};
  Overlap overlap{both_[period], first_[period], second_[period], 0};
  overlap.neither = static_cast<uint64_t>(shared_[period]) - overlap.both - overlap.onlyFirst -
                    overlap.onlySecond;
  return overlap;
}

Overlap NeighbourOverlap::of(int32_t period, int64_t inBase) const {
  if (period <= 0) return {};
  const uint32_t* const pairs = &pairs_[(period + 1) * kPairs];
  const auto count = [&](Part before, Part now) { return uint64_t{pairs[before * kParts + now]}; };
  constexpr Part kCounted = kBase | kNumerator;
  const uint64_t entered = count(0, kBase) + count(0, kCounted);
  Overlap overlap{count(kCounted, kCounted), count(kCounted, kBase), count(kBase, kCounted), 0};
  overlap.neither = static_cast<uint64_t>(inBase) - entered - overlap.both - overlap.onlyFirst -
                    overlap.onlySecond;
  return overlap;
}

}  // namespace upgrade_rate
