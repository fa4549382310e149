// The counts of single customers whose story can be followed by hand. Random ones are in
// slow_comparison_test.cpp.
#include "core/kpi/counts.h"

#include <gtest/gtest.h>

#include "core/kpi/periods.h"
#include "tests/core/kpi/slow_counts.h"
#include "tests/core/kpi/steps_of.h"

namespace upgrade_rate {
namespace {

struct CountCase {
  const char* name;
  std::vector<Row> rows;
  const char* counts;  ///< all that are not 0 in [2024-02-01, 2024-03-01)
};

std::string nonZero(const PeriodCounts& counts) {
  std::string text;
  const std::string all = slow::written(counts);
  for (size_t at = 0; at < all.size();) {
    const size_t end = all.find(' ', at) + 1;
    const std::string word = all.substr(at, end - at);
    if (word.find("=0 ") == std::string::npos) text += word;
    at = end;
  }
  return text;
}

std::vector<PeriodCounts> countsOf(const History& history, const std::vector<int64_t>& boundaries,
                                   const StateRules& rules = {INT64_MAX}) {
  const Steps steps = stepsOf(history, TimeZone(), rules);
  const std::vector<int32_t> tiers = history.plans.tiers(rules.prospectsAreCustomers);
  std::vector<int32_t> days;
  for (const int64_t boundary : boundaries) days.push_back(steps.days().of(boundary));
  PeriodCounter counter(days, tiers, {3, Numerator::upgraded, Base::opening}, {});
  steps.eachCustomer([&](std::span<const Step> customer) { counter.add(customer); });
  return counter.finish().counts;
}

const CountCase kCases[] = {
    {"nothing happens",
     {{"c", "2024-01-10", "pro"}},
     "opening=1 closing=1 active=1 eligible=1 tier=2 opening=1 "},
    {"on the top tier nobody is eligible",
     {{"c", "2024-01-10", "max"}},
     "opening=1 closing=1 active=1 tier=3 opening=1 "},
    {"a change at the start belongs to the period",
     {{"c", "2024-01-10", "basic"}, {"c", "2024-02-01", "pro"}},
     "opening=1 closing=1 active=1 eligible=1 upgraded=1 kept=1 upgradedOrUpsold=1 "
     "upgradedEligible=1 keptEligible=1 upgradedOrUpsoldEligible=1 upgradeEvents=1 "
     "upgradeEventsEligible=1 tier=1 opening=1 upgraded=1 "},
    {"one at the end does not",
     {{"c", "2024-01-10", "basic"}, {"c", "2024-03-01", "pro"}},
     "opening=1 closing=1 active=1 eligible=1 tier=1 opening=1 "},
    {"new in the period", {{"c", "2024-02-01", "basic"}}, "closing=1 joined=1 new=1 active=1 "},
    {"converted",
     {{"c", "2024-01-01", "free"}, {"c", "2024-02-10", "basic"}},
     "closing=1 joined=1 new=1 converted=1 prospects=1 active=1 "},
    {"a prospect who stays one", {{"c", "2024-01-01", "free"}}, "prospects=1 "},
    {"new and upgraded at once",
     {{"c", "2024-02-02", "basic"}, {"c", "2024-02-20", "max"}},
     "closing=1 joined=1 new=1 active=1 upgradedNew=1 upgradedOrUpsoldNew=1 upgradeEvents=1 "},
    {"upgraded twice counts once",
     {{"c", "2024-01-10", "basic"}, {"c", "2024-02-05", "pro"}, {"c", "2024-02-20", "max"}},
     "opening=1 closing=1 active=1 eligible=1 upgraded=1 kept=1 upgradedOrUpsold=1 "
     "upgradedEligible=1 keptEligible=1 upgradedOrUpsoldEligible=1 upgradeEvents=2 "
     "upgradeEventsEligible=2 tier=1 opening=1 upgraded=1 "},
    {"up and down again is upgraded, not kept",
     {{"c", "2024-01-10", "basic"}, {"c", "2024-02-05", "pro"}, {"c", "2024-02-20", "basic"}},
     "opening=1 closing=1 active=1 eligible=1 upgraded=1 upgradedOrUpsold=1 upgradedEligible=1 "
     "upgradedOrUpsoldEligible=1 upgradeEvents=1 upgradeEventsEligible=1 downgraded=1 tier=1 "
     "opening=1 upgraded=1 downgraded=1 "},
    {"down and up again from the top is an upgrade of nobody eligible",
     {{"c", "2024-01-10", "max"}, {"c", "2024-02-05", "pro"}, {"c", "2024-02-20", "max"}},
     "opening=1 closing=1 active=1 upgraded=1 upgradedOrUpsold=1 upgradeEvents=1 downgraded=1 "
     "tier=3 opening=1 upgraded=1 downgraded=1 "},
    {"upgraded, then churned",
     {{"c", "2024-01-10", "basic"}, {"c", "2024-02-05", "pro"}, {"c", "2024-02-20", ""}},
     "opening=1 left=1 active=1 eligible=1 upgraded=1 upgradedOrUpsold=1 upgradedEligible=1 "
     "upgradedOrUpsoldEligible=1 upgradeEvents=1 upgradeEventsEligible=1 churned=1 tier=1 "
     "opening=1 upgraded=1 churned=1 "},
    {"gone and back on a higher tier is no upgrade",
     {{"c", "2024-01-10", "basic"}, {"c", "2024-02-05", ""}, {"c", "2024-02-20", "max"}},
     "opening=1 closing=1 reactivated=1 active=1 eligible=1 churned=1 tier=1 opening=1 "
     "churned=1 "},
    {"a cancel-and-resubscribe is",
     {{"c", "2024-01-10", "basic"}, {"c", "2024-02-05", ""}, {"c", "2024-02-06", "max"}},
     "opening=1 closing=1 active=1 eligible=1 upgraded=1 kept=1 upgradedOrUpsold=1 "
     "upgradedEligible=1 keptEligible=1 upgradedOrUpsoldEligible=1 upgradeEvents=1 "
     "upgradeEventsEligible=1 tier=1 opening=1 upgraded=1 "},
    {"reactivated only",
     {{"c", "2024-01-01", "pro"}, {"c", "2024-01-15", ""}, {"c", "2024-02-15", "pro"}},
     "closing=1 joined=1 reactivated=1 active=1 "},
    {"here for an hour",
     {{"c", "2024-02-02T10:00", "pro"}, {"c", "2024-02-02T11:00", ""}},
     "new=1 active=1 "},
    {"upsold",
     {{"c", "2024-01-10", "pro", "20", "1"}, {"c", "2024-02-05", "pro", "40", "2"}},
     "opening=1 closing=1 active=1 eligible=1 upsold=1 upgradedOrUpsold=1 upsoldEligible=1 "
     "upgradedOrUpsoldEligible=1 tier=2 opening=1 "},
    {"upsold as a new customer",
     {{"c", "2024-02-02", "pro", "20", "1"}, {"c", "2024-02-05", "seats", "5", "1"}},
     "closing=1 joined=1 new=1 active=1 upsoldNew=1 upgradedOrUpsoldNew=1 "},
    {"a dearer plan is neither",
     {{"c", "2024-01-10", "pro", "20", "1"}, {"c", "2024-02-05", "pro", "25", "1"}},
     "opening=1 closing=1 active=1 eligible=1 tier=2 opening=1 "},
    {"the last row alone of an instant",
     {{"c", "2024-01-10", "basic"}, {"c", "2024-02-05", "max"}, {"c", "2024-02-05", "basic"}},
     "opening=1 closing=1 active=1 eligible=1 tier=1 opening=1 "},
    {"before and after only",
     {{"c", "2023-01-10", "basic"}, {"c", "2024-01-31T23:59:59", ""}, {"c", "2024-03-01", "pro"}},
     ""},
};

TEST(Counts, StoriesOfOneCustomer) {
  for (const CountCase& c : kCases) {
    const History history(c.rows);
    const std::vector<PeriodCounts> counts =
        countsOf(history, {utc("2024-02-01"), utc("2024-03-01")});
    ASSERT_EQ(counts.size(), 1u);
    EXPECT_EQ(nonZero(counts[0]), c.counts) << c.name;
  }
}

TEST(Counts, AQuarterIsNoSumOfItsMonths) {
  const History history(
      {{"c", "2023-12-10", "basic"}, {"c", "2024-01-05", "pro"}, {"c", "2024-03-05", "max"}});
  const std::vector<PeriodCounts> months = countsOf(
      history, {utc("2024-01-01"), utc("2024-02-01"), utc("2024-03-01"), utc("2024-04-01")});
  EXPECT_EQ(months[0].upgraded + months[1].upgraded + months[2].upgraded, 2);
  const std::vector<PeriodCounts> quarter =
      countsOf(history, {utc("2024-01-01"), utc("2024-04-01")});
  EXPECT_EQ(quarter[0].upgraded, 1);
  EXPECT_EQ(quarter[0].upgradeEvents, 2);
}

TEST(Counts, ProspectsAsCustomersAreTierZero) {
  StateRules rules{INT64_MAX};
  rules.prospectsAreCustomers = true;
  const History history({{"c", "2024-01-10", "free"}, {"c", "2024-02-05", "basic"}});
  EXPECT_EQ(nonZero(countsOf(history, {utc("2024-02-01"), utc("2024-03-01")}, rules)[0]),
            "opening=1 closing=1 active=1 eligible=1 upgraded=1 kept=1 upgradedOrUpsold=1 "
            "upgradedEligible=1 keptEligible=1 upgradedOrUpsoldEligible=1 upgradeEvents=1 "
            "upgradeEventsEligible=1 opening=1 upgraded=1 ");  // "tier=0" is left out
}

TEST(Counts, NoCustomersAndNoPeriods) {
  const std::vector<PeriodCounts> none =
      countsOf(History(), {utc("2024-02-01"), utc("2024-03-01")});
  ASSERT_EQ(none.size(), 1u);
  EXPECT_EQ(nonZero(none[0]), "");
  EXPECT_TRUE(countsOf(History({{"c", "2024-01-10", "pro"}}), {utc("2024-02-01")}).empty());
}

}  // namespace
}  // namespace upgrade_rate
