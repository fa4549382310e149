// Tables joined by a key: which files are such tables, what their rows come to, and what the rows
// of other files take from them.
#include <gtest/gtest.h>

#include <string>

#include "core/input/join.h"
#include "tests/core/input/described.h"

namespace upgrade_rate {
namespace {

std::string told(std::string_view bytes, bool amongOthers,
                 std::optional<Shape> shape = std::nullopt) {
  ReadingRequest request;
  request.amongOthers = amongOthers;
  request.shape = shape;
  return described(bytes, request);
}

constexpr std::string_view kCustomers =
    "Account ID,Account Name,Industry,Country\n1,Anna GmbH,Retail,DE\n2,Bolt Inc,Retail,US\n"
    "3,Cold AG,Energy,CH\n";
constexpr std::string_view kPrices =
    "id,nickname,unit_amount,interval,currency,tier\nprice_1,Basic,1900,month,eur,1\n"
    "price_2,Pro,4900,month,eur,2\nprice_3,Pro yearly,49000,year,eur,2\n";

TEST(Lookup, IsATableOnlyBesideOtherFilesOrWhereSaid) {
  EXPECT_EQ(told(kCustomers, true), "customerTable key=Account ID");
  EXPECT_EQ(told(kCustomers, false), "input.shapeUnknown");
  EXPECT_EQ(told(kCustomers, false, Shape::customerTable), "customerTable key=Account ID");
}

TEST(Lookup, TellsPlansByTheirTierOrTheirNameAndPrice) {
  EXPECT_EQ(told(kPrices, true),
            "planTable plan=nickname interval=interval currency=currency key=id tier=tier");
  EXPECT_EQ(told("plan,price\nbasic,10\npro,30\n", true, Shape::planTable),
            "planTable value=price key=plan");
  EXPECT_EQ(told("plan_code,name,monthly price\nb1,Basic,10\np1,Pro,30\n", true),
            "planTable plan=name value=monthly price key=plan_code");
}

TEST(Lookup, AKeyDoesNotRepeat) {
  EXPECT_EQ(told("customer,region\na,EMEA\na,EMEA\nb,APAC\nb,APAC\n", true), "input.shapeUnknown");
}

TEST(Lookup, AHistoryStaysOneBesideOtherFiles) {
  EXPECT_EQ(told("customer,date,plan\na,2024-01-05,Basic\nb,2024-01-06,Pro\n", true),
            "planHistory customer=customer date=date plan=plan");
}

// Two customers of which the table names one, twice; and a key that nobody has.
TEST(Join, TheLastRowOfAKeyCountsAndRowsOfNobodyAreUnmatched) {
  Lookup table;
  table.fileName = "crm.csv";
  SegmentColumn& region = table.columns[table.columns.place("region", 0)];
  const std::string_view keys[] = {"a", "z", "a"}, regions[] = {"EMEA", "APAC", "AMER"};
  for (uint32_t row = 0; row < 3; ++row) {
    table.key.push_back(table.keys.index(keys[row]));
    table.lastOf.resize(table.keys.size());
    table.lastOf[table.key[row]] = row;
    table.places.add(row, {row + 2, row + 1});
    region.append({&regions[row], 1});
  }
  Events events;
  for (const std::string_view customer : {"a", "b", "a"}) {
    const uint32_t index = events.customers.index(customer);
    events.customer.append({&index, 1});
  }
  std::vector<const PlanEntry*> plans;
  const Joined joined = join(table, events, plans);
  EXPECT_EQ(joined.used, 1u);
  EXPECT_EQ(joined.superseded, 1u);
  EXPECT_EQ(joined.duplicate, 0u);
  EXPECT_EQ(joined.unmatched, 1u);
  EXPECT_EQ(joined.keysFound, 1u);
  EXPECT_EQ(joined.keysMissing, 1u);
  ASSERT_EQ(events.segments.size(), 1u);
  const SegmentColumn& joinedRegion = events.segments[0];
  EXPECT_EQ(joinedRegion.text(joinedRegion.values[0]), "AMER");
  EXPECT_EQ(joinedRegion.values[1], kBlankSegment);
  EXPECT_EQ(joinedRegion.text(joinedRegion.values[2]), "AMER");
  EXPECT_EQ(joined.problems.examples().size(), 2u);
}

}  // namespace
}  // namespace upgrade_rate
