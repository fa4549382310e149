// Several files dropped together.
#include <gtest/gtest.h>

#include <string>

#include "tests/core/report/engine_run.h"

namespace upgrade_rate {
namespace {

const std::string kHeader = "customer,date,plan\n";
const std::string kJanuary = "Ann,2024-01-05,Basic\nBob,2024-01-06,Basic\n";
const std::string kFebruary = "Ann,2024-02-05,Pro\n";
const std::string kTotals = "month,customers,upgrades\n2024-01,100,4\n2024-02,110,5\n";
const std::string kPng("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);

std::string figures(const Outcome& outcome) {
  const Json report = outcome.json();
  return dumpJson(report["periods"]) + dumpJson(report["headline"]) + ledgerSums(report);
}

TEST(Files, TwoFilesOfOneShapeGiveTheFiguresOfOne) {
  const Outcome one = run(kHeader + kJanuary + kFebruary);
  const Outcome two = run({{"a.csv", kHeader + kJanuary}, {"b.csv", kHeader + kFebruary}});
  EXPECT_EQ(figures(two), figures(one));
  EXPECT_EQ(one.json()["periods"][1]["upgraded"], 1);
}

TEST(Files, EachFileIsReadInItsOwnFormat) {
  const Outcome one = run(kHeader + kJanuary + kFebruary);
  const Outcome two =
      run({{"a.csv", kHeader + kJanuary}, {"b.csv", "tarif;datum;kunde;x\nPro;05.02.2024;Ann;\n"}});
  EXPECT_EQ(figures(two), figures(one));
}

TEST(Files, ASheetComesAsRfc4180WhateverItsCellsHold) {
  const std::string sheet =
      "customer,date,plan\r\nA;B;C\\,2024-01-05,Basic;x;y\r\n\"D;\"\"E\"\"\",2024-01-06,Basic;x;"
      "y\r\n";
  const std::string settings = R"({"files":[{"delimiter":";","quote":"","encoding":"utf-16le"}]})";
  Engine engine;
  ASSERT_FALSE(engine.begin(settings, R"([{"name":"a.xlsx","bytes":null,"sheet":"Q1 „x“"}])"));
  Outcome outcome;
  readThrough(engine, 0, sheet, 7, outcome);
  ASSERT_FALSE(engine.finish());
  const Json report = Json::parse(engine.report(settings, kTestHost).value());
  EXPECT_EQ(ledgerSums(report), "2 = 2 0 0 0 0");
  EXPECT_EQ(report["data"]["plans"][0]["plan"], "Basic;x;y");
  const Json file = report["settings"]["files"][0];
  EXPECT_EQ(file["sheet"], "Q1 „x“");
  EXPECT_EQ(file["delimiter"], ",");
  EXPECT_EQ(file["quote"], "\"");
  EXPECT_EQ(file["encoding"], "utf-8");
}

TEST(Files, AnotherSheetNeedsAReading) {
  Engine engine;
  ASSERT_FALSE(engine.begin("{}", R"([{"name":"a.xlsx","sheet":"One"}])"));
  Outcome outcome;
  readThrough(engine, 0, kHeader + kJanuary, 1 << 20, outcome);
  ASSERT_FALSE(engine.finish());
  EXPECT_FALSE(engine.needsReading("{}"));
  EXPECT_FALSE(engine.needsReading(R"({"files":[{"sheet":null}]})"));
  EXPECT_FALSE(engine.needsReading(R"({"files":[{"name":"a.xlsx","sheet":"One"}]})"));
  EXPECT_TRUE(engine.needsReading(R"({"files":[{"name":"a.xlsx","sheet":"Two"}]})"));
}

TEST(Files, OneWithAValueColumnAndOneWithout) {
  const Outcome outcome = run({{"a.csv", kHeader + kJanuary},
                               {"b.csv", "customer,date,plan,mrr\nAnn,2024-02-05,Pro,50\n"},
                               {"c.csv", kHeader + "Bob,2024-02-06,Pro\n"}});
  const Json report = outcome.json();
  EXPECT_EQ(ledgerSums(report), "4 = 4 0 0 0 0");
  EXPECT_EQ(report["periods"][1]["upgraded"], 2);
  EXPECT_EQ(report["data"]["plans"][0]["typicalValue"], nullptr) << "Basic has no value";
  EXPECT_EQ(report["data"]["plans"][1]["typicalValue"], 50);
}

TEST(Files, OrderIsThatOfTheSettings) {
  // Of two rows at one instant the last one is used, so the order decides.
  const std::vector<TestFile> files = {{"a.csv", kHeader + "Ann,2024-01-05,Basic\n"},
                                       {"b.csv", kHeader + "Ann,2024-01-05,Pro\n"}};
  const auto used = [&](const char* settings) {
    const Json report = run(files, settings).json();
    std::string plans;
    for (const Json& plan : report["data"]["plans"]) {
      plans += plan["plan"].get<std::string>() + "=" + plan["customers"].dump() + " ";
    }
    EXPECT_EQ(ledgerSums(report), "2 = 1 0 1 0 0");
    return plans + report["ledger"]["problems"][0]["file"].get<std::string>();
  };
  EXPECT_EQ(used("{}"), "Basic=0 Pro=1 a.csv");
  EXPECT_EQ(used(R"({"files":[{"name":"b.csv"},{"name":"a.csv"}]})"), "Basic=1 Pro=0 b.csv");
  EXPECT_EQ(used(R"({"files":[{"name":"b.csv"}]})"), "Basic=1 Pro=0 b.csv")
      << "files without settings come after those with";
}

TEST(Files, AGoodOneBesideAPicture) {
  const Outcome outcome = run({{"logo.png", kPng}, {"a.csv", kHeader + kJanuary + kFebruary}});
  ASSERT_FALSE(outcome.error);
  const Json report = outcome.json();
  EXPECT_EQ(figures(outcome), figures(run(kHeader + kJanuary + kFebruary)));
  const Json& note = report["notes"][0];
  EXPECT_EQ(note["code"], "file.skipped");
  EXPECT_EQ(note["severity"], "warning");
  EXPECT_EQ(note["params"]["file"], "logo.png");
  EXPECT_EQ(note["params"]["code"], "input.binary");
  EXPECT_EQ(report["settings"]["files"].size(), 1);
}

TEST(Files, TotalsBesideAPlanHistoryAreNotMixed) {
  const Outcome history = run({{"a.csv", kHeader + kJanuary + kFebruary}, {"t.csv", kTotals}});
  EXPECT_EQ(history.json()["data"]["shape"], "planHistory");
  EXPECT_EQ(history.json()["notes"][0]["params"]["code"], "input.mixedShapes");
  EXPECT_EQ(history.json()["notes"][0]["params"]["file"], "t.csv");
  EXPECT_EQ(figures(history), figures(run(kHeader + kJanuary + kFebruary)));
  const Outcome totals = run({{"t.csv", kTotals}, {"a.csv", kHeader + kJanuary + kFebruary}});
  EXPECT_EQ(totals.json()["data"]["shape"], "totals");
  EXPECT_EQ(totals.json()["notes"][0]["params"]["file"], "a.csv");
  EXPECT_EQ(figures(totals), figures(run(kTotals)));
}

// Subscriptions have columns that a plan history has not: an end, say, which would make stretches
// of its rows; and a value, which would make money of nothing.
TEST(Files, SubscriptionsThatAreNotUsedLeaveNothingBehind) {
  const std::string history = kHeader + kJanuary + kFebruary + "Ann,2024-03-05,Basic\n";
  const Outcome alone = run(history);
  const Outcome both =
      run({{"input.csv", history},
           {"b.csv", "customer,plan,start,end,mrr\nCid,Max,2024-01-05,2024-04-01,9\n"}});
  EXPECT_EQ(figures(both), figures(alone));
  EXPECT_EQ(dumpJson(both.json()["data"]["plans"]), dumpJson(alone.json()["data"]["plans"]));
  EXPECT_EQ(both.json()["periods"][2]["downgraded"], 1);
}

TEST(Files, TotalsWithoutAUsableRowDoNotHideBehindAPlanHistory) {
  const Outcome outcome =
      run({{"t.csv", "month,customers,upgrades\n2024-01,1,5\n"}, {"a.csv", kHeader + kJanuary}});
  ASSERT_TRUE(outcome.error) << outcome.report;
  EXPECT_EQ(outcome.error->where.substr(0, 5), "t.csv") << outcome.error->where;
  EXPECT_EQ(outcome.error->code, "input.noUsableRows");
}

TEST(Files, NothingUsableNamesTheFirstReason) {
  const Outcome outcome = run({{"logo.png", kPng}, {"b.csv", ""}});
  ASSERT_TRUE(outcome.error);
  EXPECT_EQ(outcome.error->code, "input.binary");
  EXPECT_EQ(outcome.error->where, "logo.png");
}

TEST(Files, TwoFilesOfTotalsAddUpWherePeriodsMeet) {
  const Outcome outcome =
      run({{"a.csv", "month,customers,upgrades\n2024-01,100,4\n2024-02,110,5\n"},
           {"b.csv", "month,customers,upgrades\n2024-03,120,6\n"}});
  EXPECT_EQ(figures(outcome), figures(run(kTotals + "2024-03,120,6\n")));
}

}  // namespace
}  // namespace upgrade_rate
