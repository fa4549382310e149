// Customers in the bases of two periods, against sets that are made and intersected one by one.
#include "core/kpi/overlap.h"

#include <gtest/gtest.h>

#include <set>

#include "tests/core/bytes/random_bytes.h"

namespace upgrade_rate {
namespace {

std::vector<uint64_t> of(const OverlapCounter& counter, int32_t period) {
  const Overlap overlap = counter.of(period);
  return {overlap.both, overlap.onlyFirst, overlap.onlySecond, overlap.neither};
}

TEST(Overlap, FourCustomersByHand) {
  // Periods 0 to 3, each beside the one before.
  OverlapCounter counter({-1, 0, 1, 2});
  Membership always;  // in every base, counted in 1 and 2
  always.addBase(0, 3);
  always.counted = {1, 2};
  Membership early;  // leaves after 1, counted in 1
  early.addBase(0, 1);
  early.counted = {1};
  Membership late;  // joins in 2, counted in 3
  late.addBase(2, 3);
  late.counted = {3};
  Membership broken;  // away in 1 and 2, counted in 0 and 3
  broken.addBase(0, 0);
  broken.addBase(3, 3);
  broken.counted = {0, 3};
  for (const Membership& each : {always, early, late, broken}) counter.add(each);
  counter.finish();
  using Table = std::vector<uint64_t>;
  EXPECT_EQ(of(counter, 0), (Table{0, 0, 0, 0})) << "nothing before it";
  EXPECT_EQ(of(counter, 1), (Table{0, 0, 2, 0})) << "always and early, both new in the numerator";
  EXPECT_EQ(of(counter, 2), (Table{1, 0, 0, 0})) << "only always is in both bases";
  EXPECT_EQ(of(counter, 3), (Table{0, 1, 1, 0})) << "always and late";
}

TEST(Membership, RangesThatTouchAreOne) {
  Membership membership;
  membership.addBase(2, 3);
  membership.addBase(4, 4);
  membership.addBase(5, 4);  // nothing
  membership.addBase(6, 7);
  ASSERT_EQ(membership.base.size(), 2u);
  const bool in[] = {false, false, true, true, true, false, true, true, false};
  for (int32_t p = 0; p < 9; ++p) EXPECT_EQ(membership.inBase(p), in[p]) << p;
  membership.clear();
  EXPECT_FALSE(membership.inBase(2));
}

// earlier[p], ascending, with holes and steps of any size, as fiscal weeks could have.
std::vector<int32_t> randomEarlier(RandomBytes& random, int32_t periods) {
  std::vector<int32_t> earlier(periods, -1);
  int32_t next = 0;
  for (int32_t p = 1; p < periods; ++p) {
    next += static_cast<int32_t>(random.below(3));
    if (next >= p || random.below(6) == 0) continue;
    earlier[p] = next++;
  }
  return earlier;
}

TEST(Overlap, LikeIntersectedSets) {
  RandomBytes random(11);
  for (int round = 0; round < 3'000; ++round) {
    const int32_t periods = 1 + static_cast<int32_t>(random.below(14));
    const std::vector<int32_t> earlier = randomEarlier(random, periods);
    OverlapCounter counter(earlier);
    std::vector<std::set<int>> base(periods), counted(periods);
    const int customers = static_cast<int>(random.below(12));
    for (int customer = 0; customer < customers; ++customer) {
      Membership membership;
      const size_t leaves = 1 + random.below(5);
      for (int32_t p = 0; p < periods; ++p) {
        if (random.below(leaves) != 0) continue;
        membership.addBase(p, p);
        base[p].insert(customer);
        if (random.below(2) == 0) continue;
        membership.counted.push_back(p);
        counted[p].insert(customer);
      }
      counter.add(membership);
    }
    counter.finish();
    for (int32_t p = 0; p < periods; ++p) {
      std::vector<uint64_t> want(4);
      for (const int customer : base[p]) {
        if (earlier[p] < 0 || base[earlier[p]].count(customer) == 0) continue;
        const bool first = counted[earlier[p]].count(customer) > 0;
        const bool second = counted[p].count(customer) > 0;
        ++want[first ? (second ? 0 : 1) : (second ? 2 : 3)];
      }
      ASSERT_EQ(of(counter, p), want) << "round " << round << ", period " << p;
    }
  }
}

}  // namespace
}  // namespace upgrade_rate
