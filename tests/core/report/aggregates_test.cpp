// What is shared comes back as the same report, and holds nothing that tells of a few.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/core/report/shared_data.h"

namespace upgrade_rate {
namespace {

const std::string kTotals =
    "month,region,customers,upgrades\n2024-01,EMEA,100,10\n2024-01,APAC,50,1\n"
    "2024-02,EMEA,110,12\n2024-02,APAC,70,2\n2024-04,EMEA,120,3\n2024-04,APAC,60,2\n";

const std::string kFlags =
    "customer,date,upgraded\nAnn,2024-01-05,yes\nBob,2024-01-08,no\nCid,2024-02-20,no\n"
    "Ann,2024-02-14,no\nDee,2024-02-28,yes\n";

struct Case {
  const char* name;
  std::string bytes;
  std::string settings;
};

std::vector<Case> cases() {
  const std::string history = sharedHistory(600, 36, 6, 7);
  return {
      {"months", history, R"({"segmentBy":["region"],"launches":[{"date":"2024-03-01","name":"L"},
        {"date":"2021-01-01","name":"early"}]})"},
      {"quarters from February", history, R"({"period":"quarter","fiscalStartMonth":2})"},
      {"years", history, R"({"period":"year"})"},
      {"weeks", sharedHistory(80, 8, 2, 3), R"({"period":"week"})"},
      {"eligible, upsold, 90 %, own bands", history,
       R"({"base":"eligible","numerator":"upsold","level":0.9,"segmentBy":["region"],
           "bands":[{"name":"low","from":0},{"name":"high","above":12.345678}]})"},
      {"active", history, R"({"base":"active","segmentBy":["region"],"bandWindow":"year"})"},
      {"average", history, R"({"base":"average","segmentBy":["region"]})"},
      {"events of eligible", history,
       R"({"base":"eligible","numerator":"upgradeEvents","segmentBy":["region"]})"},
      {"a range and a filter", history,
       R"({"range":{"start":"2023-01-10","end":"2023-06-20"},
           "filters":[{"column":"region","in":["r0","r2"]}]})"},
      {"totals", kTotals, R"({"segmentBy":["region"]})"},
      {"totals by quarter", kTotals, R"({"period":"quarter"})"},
      {"two numbers", "38\t1204\n", "{}"},
      {"flags", kFlags, "{}"},
      {"changes that nobody joins",
       "customer,date,from,to\nAnn,2024-01-05,Basic,Pro\nBob,2024-02-08,Basic,Pro\n", "{}"},
      {"no upgrades, one row", "customer,date,plan\nAnn,2024-01-05,Basic\n", "{}"},
  };
}

std::string aggregatesOf(Loadable& loaded, const std::string& settings, const char* options) {
  const Result<std::string> document = loaded.engine.aggregates(settings, kTestHost, options);
  EXPECT_TRUE(document) << document.error().code << document.error().advice;
  return document ? document.value() : "";
}

Json openedReport(const std::string& document) {
  const Result<std::string> opened = Engine::opened(document, kTestHost);
  EXPECT_TRUE(opened) << opened.error().code << " " << opened.error().where << "\n" << document;
  return opened ? Json::parse(opened.value()) : Json();
}

// What a shared document leaves out on purpose.
void strip(Json& report) {
  for (Json& period : report["periods"]) period.erase("byTier");
  if (!report["headline"].is_null()) report["headline"].erase("byTier");
}

void expectSame(const Json& was, const Json& is, const char* block) {
  if (was[block] == is[block]) return;
  ADD_FAILURE() << block << "\n" << Json::diff(was[block], is[block]).dump().substr(0, 2000);
}

TEST(Aggregates, GiveTheSameReport) {
  for (const Case& each : cases()) {
    SCOPED_TRACE(each.name);
    Loadable loaded(each.bytes, each.settings);
    ASSERT_FALSE(loaded.error) << loaded.error->advice;
    Json was = Json::parse(loaded.engine.report(each.settings, kTestHost).value());
    Json is = openedReport(aggregatesOf(loaded, each.settings, R"({"fewest":1})"));
    if (is.is_null()) continue;
    strip(was);
    strip(is);
    for (const char* block : {"headline", "periods", "trend", "launches", "segments", "cohorts",
                              "paths", "stickiness", "findings"}) {
      expectSame(was, is, block);
    }
    for (const char* key : {"rows", "used", "rejected"}) {
      EXPECT_EQ(is["ledger"][key], was["ledger"][key]);
    }
  }
}

TEST(Aggregates, SharedAgainGiveTheSameTimeToUpgrade) {
  Loadable loaded(sharedHistory(600, 36, 6, 7), "{}");
  const Json was = Json::parse(loaded.engine.report("{}", kTestHost).value())["timeToUpgrade"];
  const Json is = openedReport(aggregatesOf(loaded, "{}", "{}"))["timeToUpgrade"];
  for (const char* key : {"customers", "upgraded", "churned", "censored", "lastDay", "median"}) {
    EXPECT_EQ(is[key], was[key]) << key;
  }
  for (size_t i = 0; i < was["atDays"].size(); ++i) {
    EXPECT_NEAR(is["atDays"][i]["share"], was["atDays"][i]["share"], 5e-7);
  }
  EXPECT_LE(is["curve"].size(), 41u);
  EXPECT_NEAR(is["curve"].back()["share"], was["curve"].back()["share"], 5e-5);
}

}  // namespace
}  // namespace upgrade_rate
