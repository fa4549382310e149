// What is said of rows that may not hold the answer, and how cells that mean nothing are read.
#include <gtest/gtest.h>

#include <string>

#include "tests/core/report/engine_run.h"

namespace upgrade_rate {
namespace {

// The warnings of a report, in their order.
std::string warnings(const Outcome& outcome) {
  std::string codes;
  const Json report = outcome.json();
  for (const Json& note : report["notes"]) {
    if (note["severity"] == "warning")
      codes += (codes.empty() ? "" : " ") + std::string(note["code"]);
  }
  return codes;
}

// "upgraded/opening" of the headline.
std::string counted(const Outcome& outcome) {
  const Json headline = outcome.json()["headline"];
  return headline["upgraded"].dump() + "/" + headline["opening"].dump();
}

const std::string kHeader = "customer,start,end,plan,status\n";

TEST(DataNotes, AListOfTodayHoldsNoHistory) {
  const Outcome list =
      run({{"a.csv", kHeader + "a,2024-01-05,,Basic,active\nb,2024-01-06,,Pro,active\n"
                               "c,2024-01-07,2024-03-02,Basic,canceled\n"}});
  EXPECT_EQ(counted(list), "0/3");
  EXPECT_EQ(warnings(list), "plans.neverChange");
  const Outcome history = run(
      {{"a.csv", kHeader + "a,2024-01-05,2024-02-05,Basic,canceled\na,2024-02-05,,Pro,active\n"
                           "b,2024-01-06,,Pro,active\nc,2024-01-07,2024-03-02,Basic,canceled\n"}});
  EXPECT_EQ(warnings(history), "");
  // One plan alone: nobody could move, whatever the file holds.
  const Outcome one = run({{"a.csv", kHeader + "a,2024-01-05,,Basic,active\n"}});
  EXPECT_EQ(warnings(one).find("plans.neverChange"), std::string::npos);
}

TEST(DataNotes, ManyRowsThatGiveWay) {
  const std::string months =
      "month,plan,customers,upgraded\n2024-01,Basic,800,80\n2024-01,Pro,200,4\n"
      "2024-02,Basic,810,80\n2024-02,Pro,210,7\n";
  const Outcome twice = run({{"a.csv", months}}, R"({"segmentBy":[]})");
  EXPECT_EQ(warnings(twice), "rows.superseded");
  // One of 21 rows is a slip that was mended.
  std::string rows = "customer,date,plan\n";
  for (int i = 10; i < 30; ++i) rows += "c" + std::to_string(i) + ",2024-01-05,Basic\n";
  const Outcome slip = run({{"a.csv", rows + "c10,2024-01-05,Pro\nc11,2024-02-06,Pro\n"}});
  EXPECT_EQ(slip.json()["ledger"]["superseded"], 1);
  EXPECT_EQ(warnings(slip).find("rows.superseded"), std::string::npos);
}

TEST(DataNotes, DashesAndBackslashNMeanNothing) {
  // A held Basic on 1 February and has Pro from 5 March on; B leaves on 2 February.
  const Outcome ends = run({{"a.csv",
                             "customer,start,end,plan\na,2024-01-05,2024-03-05,Basic\n"
                             "a,2024-03-05,\u2014,Pro\nb,2024-01-06,2024-02-02,Pro\n"
                             "c,2024-01-06,\\N,Basic\nd,2024-01-07,0,Basic\n"
                             "e,2024-04-02,\u2013,Basic\n"}});
  const Json report = ends.json();
  EXPECT_EQ(report["ledger"]["used"], 6);
  EXPECT_EQ(report["periods"][2]["opening"], 3);
  EXPECT_EQ(report["periods"][2]["upgraded"], 1);
}

TEST(DataNotes, DatesBesideAFlag) {
  const Outcome since = run({{"a.csv",
                              "Customer,Customer since,Upgraded\nA,2023-02-01,Yes\n"
                              "B,2023-03-01,No\nC,2022-01-01,No\nD,2024-01-01,Yes\n"}});
  EXPECT_EQ(counted(since).substr(0, 2), "2/");
  EXPECT_EQ(since.json()["headline"]["base"], 4);
  const Outcome only = run({{"a.csv",
                             "Customer,Upgraded?,Upgrade date\nA,Yes,2024-03-05\nB,No,\n"
                             "C,No,\nD,Yes,2024-04-02\nE,No,\n"}});
  EXPECT_EQ(only.json()["headline"]["base"], 5);
  EXPECT_EQ(only.json()["ledger"]["rejected"], 0);
}

TEST(DataNotes, WhatExpiresLastsUntilThen) {
  const std::string rows =
      "account,plan,start,canceled_at,expires_at\na,Basic,2024-01-05,2024-02-01,2024-12-05\n"
      "b,Basic,2024-01-05,2024-02-10,2024-03-05\nc,Pro,2024-01-05,,\n";
  const Json report = run({{"a.csv", rows}}).json();
  EXPECT_EQ(report["settings"]["files"][0]["mapping"]["end"], "expires_at");
  EXPECT_EQ(report["periods"][1]["churned"], 0);
  EXPECT_EQ(report["periods"][2]["churned"], 1);
  // Where all have one it is when they pay next.
  const Json next = run({{"a.csv", rows + "d,Pro,2024-01-06,,2025-01-06\n"}}).json();
  EXPECT_EQ(next["settings"]["files"][0]["mapping"]["end"], "canceled_at");
}

TEST(DataNotes, AmountsOfStripesApiAreCents) {
  const std::string json =
      R"([{"customer":"a","start_date":1704412800,"ended_at":1709596800,"status":"canceled",)"
      R"("currency":"usd","plan":{"id":"basic","amount":1900,"interval":"month"}},)"
      R"({"customer":"a","start_date":1709596800,"ended_at":null,"status":"active",)"
      R"("currency":"usd","plan":{"id":"pro","amount":4900,"interval":"month"}}])";
  const Json plans = run({{"a.json", json}}).json()["data"]["plans"];
  EXPECT_EQ(plans[0]["typicalValue"], 19);
  EXPECT_EQ(plans[1]["typicalValue"], 49);
}

}  // namespace
}  // namespace upgrade_rate
