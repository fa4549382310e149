// Segments through the engine: what is read, what asks for another reading, and what totals give.
// Figures by hand.
#include <gtest/gtest.h>

#include <string>

#include "tests/core/report/engine_run.h"

namespace upgrade_rate {
namespace {

std::string listed(const Json& table) {
  std::string text;
  for (const Json& row : table["rows"]) {
    text += row["value"].get<std::string>() + " " + row["numerator"].dump() + "/" +
            row["base"].dump() + " ";
  }
  return text;
}

const std::string kHistory =
    "customer,date,plan,Region,Channel\n"
    "Ann,2024-01-05,Basic, EMEA "
    ",web\nBob,2024-01-08,Basic,EMEA,web\nCid,2024-01-09,Basic,N/A,shop\n"
    "Ann,2024-02-14,Pro,APAC,web\nCid,2024-02-15,Pro,EMEA,shop\n";
constexpr const char* kFebruary = R"("range":{"start":"2024-02-01","end":"2024-02-15"})";

// Ann moves to APAC with her upgrade, and is EMEA at the start. Cid is blank then, and his upgrade
// comes on the day after the range.
TEST(Segments, OfThePeriodsStart) {
  const Json report =
      run(kHistory, "{\"segmentBy\":[\"region\"]," + std::string(kFebruary) + "}").json();
  EXPECT_EQ(listed(report["segments"][0]), "EMEA 1/2  0/1 ");
  EXPECT_EQ(report["segments"][0]["column"], "Region");
  EXPECT_EQ(report["settings"]["segmentBy"], Json::array({"Region"}));
  EXPECT_EQ(report["settings"]["files"][0]["mapping"]["segments"], Json::array({"Region"}));
  EXPECT_EQ(report["data"]["columns"][3]["part"], "segment");
  EXPECT_EQ(report["data"]["columns"][4]["part"], nullptr);
  EXPECT_EQ(report["segments"][0]["rows"][0]["small"], true);
  EXPECT_EQ(report["segments"][0]["rows"][0]["band"], nullptr);
}

TEST(Segments, NobodyAsksForAny) {
  const Json report = run(kHistory, "{" + std::string(kFebruary) + "}").json();
  EXPECT_EQ(report["segments"], Json::array());
  EXPECT_EQ(report["settings"]["files"][0]["mapping"]["segments"], Json::array());
}

TEST(Segments, WithoutAHeadline) {
  const Outcome one = run("customer,date,plan,region\nAnn,2024-01-05,Basic,EMEA\n",
                          R"({"segmentBy":["region"],"dataUntil":"2024-01-20"})");
  EXPECT_EQ(one.json()["segments"], nullptr);
  EXPECT_NE(noteCodes(one.json()).find("segments.needHeadline"), std::string::npos);
}

struct NeedCase {
  const char* name;
  const char* read;
  const char* asked;
  bool again;
};

TEST(Segments, WhatAsksForAnotherReading) {
  const NeedCase cases[] = {
      {"a column more", "{}", R"({"segmentBy":["Region"]})", true},
      {"by a filter", "{}", R"({"filters":[{"column":"region","in":[]}]})", true},
      {"by the mapping", "{}", R"({"files":[{"mapping":{"segments":["Region"]}}]})", true},
      {"a column less", R"({"segmentBy":["Region","Channel"]})", R"({"segmentBy":["region"]})",
       false},
      {"none any more", R"({"segmentBy":["Region"]})", "{}", false},
      {"one that is no column", "{}", R"({"segmentBy":["country"]})", false},
      {"a plan filter", "{}", R"({"filters":[{"plan":true,"in":["Pro"]}]})", false},
      {"free to play a part again", R"({"files":[{"mapping":{"segments":["Region"]}}]})", "{}",
       true},
  };
  for (const NeedCase& c : cases) {
    Engine engine;
    Outcome unused;
    ASSERT_FALSE(engine.begin(c.read, R"([{"name":"a.csv"}])"));
    readThrough(engine, 0, kHistory, 1 << 20, unused);
    ASSERT_FALSE(engine.finish());
    EXPECT_EQ(engine.needsReading(c.asked), c.again) << c.name;
  }
}

TEST(Segments, AColumnThatNoFileHas) {
  const Outcome outcome = run(kHistory, R"({"segmentBy":["country"]})");
  ASSERT_TRUE(outcome.error);
  EXPECT_EQ(outcome.error->code, "setting.value");
  EXPECT_EQ(outcome.error->where, "segmentBy");
}

// Two months and two regions: 2024-01 and 2024-02 as one headline of 150 customers with 10 + 1 + 12
// + 2 upgrades. A filter leaves the periods as they are.
TEST(Segments, OfTotals) {
  const std::string totals =
      "month,region,customers,upgrades\n2024-01,EMEA,100,10\n2024-01,APAC,50,1\n"
      "2024-02,EMEA,110,12\n2024-02,APAC,70,2\n2024-03,EMEA,120,1\n";
  const Json all = run(totals, R"({"segmentBy":["region"],
      "range":{"start":"2024-02-01","end":"2024-03-01"}})")
                       .json();
  EXPECT_EQ(all["headline"]["base"], 180);
  EXPECT_EQ(listed(all["segments"][0]), "EMEA 12/110 APAC 2/70 ");
  EXPECT_EQ(all["segments"][0]["rows"][0]["churned"], nullptr);
  // 14/180 - 11/150
  EXPECT_NEAR(all["segments"][0]["mix"]["points"].get<double>(), 1 / 225.0, 1e-15);
  const Json some =
      run(totals, R"({"segmentBy":[],"filters":[{"column":"region","in":["APAC"]}]})").json();
  ASSERT_EQ(some["periods"].size(), 3u);
  EXPECT_EQ(some["periods"][1]["opening"], 70);
  EXPECT_EQ(some["periods"][2]["opening"], 0);
  EXPECT_EQ(some["ledger"]["used"], 5);
  const Outcome plans = run(totals, R"({"filters":[{"plan":true,"in":["Pro"]}]})");
  ASSERT_TRUE(plans.error);
  EXPECT_EQ(plans.error->where, "filters[0].plan");
}

}  // namespace
}  // namespace upgrade_rate
