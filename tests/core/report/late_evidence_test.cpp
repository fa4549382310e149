// What only shows after the beginning of a file was looked at: the file is read again, and the
// figures are those of a file that says it at once.
#include <gtest/gtest.h>

#include <string>

#include "core/input/file_reader.h"
#include "tests/core/report/engine_run.h"

namespace upgrade_rate {
namespace {

constexpr int kRows = 14'000;  // of 20 bytes or more: past the head of 256 KiB

/// Rows of 500 customers, by `row(i)`.
template <class Row>
std::string manyRows(Row&& row) {
  std::string text;
  for (int i = 0; i < kRows; ++i) text += row(i) + "\n";
  EXPECT_GT(text.size(), kHeadBytes);
  return text;
}

std::string customer(int i) { return "customer-" + std::to_string(i % 500); }

/// Everything of a report but how the file was read.
std::string figures(const Outcome& outcome) {
  Json report = outcome.json();
  return dumpJson(report["periods"]) + dumpJson(report["headline"]) + dumpJson(report["ledger"]) +
         dumpJson(report["data"]["plans"]);
}

TEST(LateEvidence, DayFirstThatShowsAtTheEnd) {
  const std::string head = "customer,date,plan\n";
  const auto row = [](int i) {
    return customer(i) + (i < 500 ? ",01/02/2024,Basic" : ",05/03/2024,Basic");
  };
  const auto isoRow = [](int i) {
    return customer(i) + (i < 500 ? ",2024-02-01,Basic" : ",2024-03-05,Basic");
  };
  const Outcome late = run(head + manyRows(row) + "customer-1,13/05/2024,Pro\n");
  const Outcome iso = run(head + manyRows(isoRow) + "customer-1,2024-05-13,Pro\n");
  EXPECT_EQ(late.json()["settings"]["files"][0]["dateFormat"], "D/M/Y");
  EXPECT_EQ(noteCodes(late.json()).find("dates.assumed"), std::string::npos);
  EXPECT_EQ(figures(late), figures(iso));
  EXPECT_EQ(late.json()["periods"][3]["upgraded"], 1) << "May, from February on";
}

TEST(LateEvidence, MonthFirstThatShowsAtTheEndIsReadAgain) {
  const std::string head = "customer,date,plan\n";
  const auto row = [](int i) { return customer(i) + ",02/01/2024,Basic"; };
  const Outcome late = run(head + manyRows(row) + "customer-1,05/13/2024,Pro\n", "{}", 4096);
  EXPECT_EQ(late.readings, 2);
  const Json report = late.json();
  EXPECT_EQ(report["settings"]["files"][0]["dateFormat"], "M/D/Y");
  EXPECT_EQ(report["data"]["firstInstant"], "2024-02-01T00:00:00Z");
  EXPECT_EQ(report["periods"][3]["opening"], 500);
  EXPECT_EQ(report["periods"][3]["upgraded"], 1);
  // 499 customers repeat one row: 14,001 rows, 501 different ones.
  EXPECT_EQ(ledgerSums(report), "14001 = 501 13500 0 0 0");
}

TEST(LateEvidence, DecimalCommaThatShowsAtTheEnd) {
  const std::string head = "customer;date;plan;mrr\n";
  const auto row = [](int i) { return customer(i) + ";2024-01-05;Basic;1.234"; };
  const Outcome late = run(head + manyRows(row) + "customer-1;2024-02-05;Pro;2.500,50\n");
  EXPECT_EQ(late.readings, 1) << "thousands are assumed at once";
  const Json report = late.json();
  EXPECT_EQ(report["settings"]["files"][0]["decimal"], ",");
  EXPECT_EQ(report["data"]["plans"][0]["typicalValue"], 1234);
  EXPECT_EQ(report["data"]["plans"][1]["typicalValue"], 2500.5);
  EXPECT_EQ(noteCodes(report).find("number.assumed"), std::string::npos);
}

TEST(LateEvidence, DecimalPointThatShowsAtTheEnd) {
  const std::string head = "customer;date;plan;mrr\n";
  const auto row = [](int i) { return customer(i) + ";2024-01-05;Basic;1.234"; };
  const Outcome late = run(head + manyRows(row) + "customer-1;2024-02-05;Pro;2.5\n");
  EXPECT_EQ(late.readings, 2);
  const Json report = late.json();
  EXPECT_EQ(report["settings"]["files"][0]["decimal"], ".");
  EXPECT_EQ(report["data"]["plans"][0]["typicalValue"], 1.234);
  EXPECT_EQ(report["data"]["plans"][1]["typicalValue"], 2.5);
  EXPECT_EQ(noteCodes(report).find("number.assumed"), std::string::npos);
}

TEST(LateEvidence, DaysThatAreNoFirstsOfMonthsAtTheEnd) {
  const std::string head = "customer,date,plan\n";
  const auto row = [](int i) {
    return customer(i) + (i < 500 ? ",01/01/2024,Basic" : ",02/01/2024,Basic");
  };
  const Outcome late = run(head + manyRows(row) + "customer-1,03/02/2024,Pro\n");
  EXPECT_EQ(late.readings, 2);
  const Json report = late.json();
  EXPECT_EQ(report["settings"]["files"][0]["dateFormat"], "D/M/Y");
  EXPECT_EQ(report["data"]["lastInstant"], "2024-02-03T00:00:00Z");
  EXPECT_NE(noteCodes(report).find("dates.assumed"), std::string::npos);
}

TEST(LateEvidence, CountsWithThreeDecimalsThatShowAtTheEnd) {
  std::string text = "month,customers,upgrades,remark\n2024-01,4.000,1.000,\n";
  const Json thousands = run(text).json();
  EXPECT_EQ(thousands["periods"][0]["opening"], 4000);
  EXPECT_EQ(thousands["periods"][0]["upgraded"], 1000);
  text += "2024-02,1234.000,1.000," + std::string(kHeadBytes, 'x') + "\n";
  const Outcome late = run(text + "2024-03,5.000,0.000,\n");
  EXPECT_EQ(late.readings, 2);
  const Json report = late.json();
  EXPECT_EQ(report["periods"][0]["opening"], 4);
  EXPECT_EQ(report["periods"][0]["upgraded"], 1);
  EXPECT_EQ(report["periods"][1]["opening"], 1234);
  EXPECT_EQ(report["periods"][2]["opening"], 5);
  EXPECT_EQ(ledgerSums(report), "3 = 3 0 0 0 0");
}

TEST(LateEvidence, BytesThatAreNoUtf8AtTheEnd) {
  const std::string head = "customer,date,plan\n";
  const auto row = [](int i) { return customer(i) + ",2024-01-05,Basic"; };
  const std::string rows = manyRows(row);
  const Outcome late = run(head + rows + "M\xfcller,2024-01-09,Basic\nM\xfcller,2024-02-09,Pro\n");
  const Outcome utf8 = run(head + rows + "Müller,2024-01-09,Basic\nMüller,2024-02-09,Pro\n");
  EXPECT_EQ(late.readings, 2);
  EXPECT_EQ(utf8.readings, 1);
  EXPECT_EQ(late.json()["settings"]["files"][0]["encoding"], "windows-1252");
  EXPECT_NE(noteCodes(late.json()).find("encoding.used"), std::string::npos);
  EXPECT_EQ(figures(late), figures(utf8));
  EXPECT_EQ(late.json()["data"]["customers"], 501);
}

TEST(LateEvidence, ASecondReadingLeavesNothingOfTheFirst) {
  // In the first reading, 01/13/2024 would be no date and rejected.
  const std::string bytes = "customer,date,plan\n" +
                            manyRows([](int i) { return customer(i) + ",02/01/2024,Basic"; }) +
                            "customer-1,01/13/2024,Pro\n";
  const std::vector<TestFile> two = {{"a.csv", "customer,date,plan\nZoe,2024-01-02,Basic\n"},
                                     {"b.csv", bytes}};
  const Json report = run(two).json();
  EXPECT_EQ(report["ledger"]["rejected"], 0);
  EXPECT_EQ(report["ledger"]["problemCounts"].contains("date.unreadable"), false);
  EXPECT_EQ(report["ledger"]["rows"], kRows + 2);
  EXPECT_EQ(report["data"]["customers"], 501);
}

}  // namespace
}  // namespace upgrade_rate
