// Input that cannot be used, or only in part: each gets a code, and words for what was found and
// what to do. Nothing good is lost with the bad.
#include <gtest/gtest.h>

#include <string>

#include "tests/core/report/engine_run.h"

namespace upgrade_rate {
namespace {

const std::string kHeader = "customer,date,plan\n";

std::string repeated(std::string_view text, size_t times) {
  std::string all;
  all.reserve(text.size() * times);
  for (size_t i = 0; i < times; ++i) all += text;
  return all;
}

std::string columns(size_t count, std::string_view first) {
  std::string line(first);
  for (size_t i = 0; i < count; ++i) line += "," + std::to_string(i);
  return line + "\n";
}

struct RefusedCase {
  const char* name;
  std::string bytes;
  const char* code;
  const char* found;   // in the advice: what was found
  const char* advice;  // in the advice: what to do
  const char* settings = "{}";
};

std::vector<RefusedCase> refusedCases() {
  const std::string mostBytes(4096, '\x01');
  return {
      {"empty file", "", "input.empty", "empty", "Bring a table"},
      {"white space only", " \r\n\t\n  ", "input.empty", "empty", "Bring a table"},
      {"a byte order mark only", "\xef\xbb\xbf", "input.empty", "empty", "Bring a table"},
      {"header only", kHeader, "input.headerOnly", "customer (empty)", "Export it again"},
      {"header and blank lines", kHeader + "\n\n", "input.headerOnly", "plan (empty)",
       "Export it again"},
      {"10 MB in a single line", std::string(10'000'000, 'x'), "input.shapeUnknown", "#1 (words)",
       "Say which column is which"},
      {"10 MB in a single line of cells", repeated("a,", 5'000'000), "input.shapeUnknown",
       "4084 more columns", "Say which column is which"},
      {"10 MB in a single line below a header", kHeader + std::string(10'000'000, 'x'),
       "input.noUsableRows", "cell.tooLong in 1, the first in line 2", "closing quote"},
      {"NUL bytes", std::string(5000, '\0'), "input.binary", "5000 of its first 5000",
       "exported as CSV"},
      {"NUL bytes in every row", kHeader + repeated(std::string("a\0b,2024-01-05,Pro\n", 19), 50),
       "input.noUsableRows", "row.nul in 50, the first in line 2", "Export the file again"},
      {"control signs", mostBytes, "input.binary", "bytes that no text has", "exported as CSV"},
      {"PNG", std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16), "input.binary", "a PNG picture",
       "Bring the table itself"},
      {"PDF", "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "input.binary", "a PDF document",
       "Export the table as CSV"},
      {"zip, or a workbook", std::string("PK\x03\x04\x14\0\x06\0", 8), "input.binary",
       "Excel workbook", "Save the sheet as CSV"},
      {"gzip", std::string("\x1f\x8b\x08\0", 4), "input.binary", "gzip", "Unpack it"},
      {"JSON that breaks off", "\n [{\"customer\": \"Ann\", ", "input.brokenJson",
       "at byte 23 of line 2, before its first row is whole:  [{\"customer\": \"Ann\",",
       "Correct it there"},
      {"JSON with a comma too many", "{\"customer\": \"Ann\",}\n{\"customer\": \"Bob\"}",
       "input.brokenJson", "at byte 20 of line 1", "Correct it there"},
      {"JSON without a plan", "[{\"customer\": \"Ann\", \"date\": \"2024-01-05\"}]",
       "input.shapeUnknown", "customer (words), date (dates)", "Say which column is which"},
      {"a web page", "<!DOCTYPE html><table>", "input.binary", "a web page", "paste them"},
      {"half a quoted field", kHeader + "\"Ann,2024-01-05,Basic\n", "input.noUsableRows",
       "row.unclosedQuote in 1, the first in line 2", "Close it"},
      {"all dates unreadable", kHeader + "Ann,soon,Basic\nBob,later,Pro\n", "input.noUsableRows",
       "date.unreadable in 2, the first in line 2, column date: \"soon\"",
       "choose another date format"},
      {"no such days", kHeader + "Ann,2024-02-31,Basic\nBob,2024-13-01,Pro\n", "input.noUsableRows",
       "column date: \"2024-02-31\"", "choose another date format"},
      {"all customers blank", kHeader + ",2024-01-05,Basic\nNULL,2024-01-06,Pro\n",
       "input.noUsableRows", "customer.blank in 2", "Fill in the customer"},
      {"no plan column", "customer,date,country\nAnn,2024-01-05,DE\nAnn,2024-02-05,US\n",
       "input.shapeUnknown", "country (words)", "add the missing one"},
      {"no customer column", "country,date,plan\nDE,2024-01-05,Basic\nDE,2024-02-05,Pro\n",
       "input.shapeUnknown", "country (words)", "add the missing one"},
      {"a column that is not there", kHeader + "Ann,2024-01-05,Basic\n", "mapping.missing",
       "no column \"tarif\"", "The file has: customer (words), date (dates), plan (words)",
       R"({"files":[{"mapping":{"plan":"tarif"}}]})"},
      {"a column number that is not there", kHeader + "Ann,2024-01-05,Basic\n", "mapping.missing",
       "no column \"#4\"", "The file has", R"({"files":[{"mapping":{"plan":"#4"}}]})"},
      {"one column for two parts", kHeader + "Ann,2024-01-05,Basic\n", "mapping.twice",
       "\"plan\" cannot play two parts", "Choose another",
       R"({"files":[{"mapping":{"plan":"plan","customer":"plan"}}]})"},
      {"a plan before and none after", "customer,date,old plan\nAnn,2024-01-05,Basic\n",
       "input.shapeUnsupported", "column \"old plan\"", "one row per plan change"},
      {"more columns than can be told",
       columns(4097, "customer,date,plan") + columns(4097, "Ann,2024-01-05,Basic"),
       "input.noUsableRows", "columns.tooMany in 1, the first in line 2", "Check the delimiter"},
      {"more lines above the header than there are", kHeader + "Ann,2024-01-05,Basic\n",
       "setting.value", "2 were found", "Skip fewer", R"({"files":[{"skipRows":9}]})"},
      {"plain days of no known length",
       "date,customers,upgrades\n2024-01-03,100,4\n2024-01-11,100,4\n2024-02-25,100,4\n",
       "input.periodUnclear", "neither firsts nor lasts", "2024-Q1"},
  };
}

TEST(RefusedInput, SaysWhatWasFoundAndWhatToDo) {
  for (const RefusedCase& c : refusedCases()) {
    SCOPED_TRACE(c.name);
    for (const size_t chunk : {size_t{1} << 20, size_t{997}}) {
      const Outcome outcome = run(c.bytes, c.settings, chunk);
      ASSERT_TRUE(outcome.error) << outcome.report.substr(0, 400);
      EXPECT_EQ(outcome.error->code, c.code);
      EXPECT_NE(outcome.error->advice.find(c.found), std::string::npos) << outcome.error->advice;
      EXPECT_NE(outcome.error->advice.find(c.advice), std::string::npos) << outcome.error->advice;
    }
  }
}

TEST(RefusedInput, NamesTheFileAndThePlace) {
  const Outcome changes = run("customer,date,old plan\nAnn,2024-01-05,Basic\n");
  ASSERT_TRUE(changes.error);
  EXPECT_EQ(changes.error->where, "input.csv: old plan");
  EXPECT_EQ(run("").error->where, "input.csv");
  EXPECT_EQ(run(std::vector<TestFile>{}).error->code, "input.empty");
}

// What is left of a file whose rows are partly bad. Good rows: Ann's two and Bob's one.
struct PartlyCase {
  const char* name;
  std::string bytes;
  const char* sums;
  const char* problem;  // "code line column text" of the first one; empty: none
};

std::vector<PartlyCase> partlyCases() {
  const std::string a = "Ann,2024-01-05,Basic\nBob,2024-01-06,Basic\n";
  const std::string b = "Ann,2024-02-05,Pro\n";
  const std::string mebibyte(1 << 20, 'x');
  return {
      {"a repeated header in the middle", kHeader + a + kHeader + b, "4 = 3 0 0 1 0",
       "row.repeatedHeader 4  customer,date,plan"},
      {"a totals line at the end", kHeader + a + b + "Total,,3\n", "4 = 3 0 0 1 0",
       "row.totalsLine 5  Total,,3"},
      {"title lines above the header", "Plans\n\nof 2024, by me\n" + kHeader + a + b,
       "5 = 3 0 0 2 0", "row.title 1  Plans"},
      {"title lines filled up with commas", "Plans,,\n,,\n" + kHeader + a + b, "5 = 3 0 0 2 0",
       "row.title 1  Plans,,"},
      {"the separator line of a spreadsheet", "sep=,\n" + kHeader + a + b, "4 = 3 0 0 1 0",
       "row.title 1  sep=,"},
      {"too short, without a plan: none", kHeader + a + b + "Cid,2024-01-07\n", "4 = 4 0 0 0 0",
       ""},
      {"too short, without a date", kHeader + a + b + "Cid\n", "4 = 3 0 0 0 1",
       "date.blank 5 date "},
      {"too long, with blanks", kHeader + a + "Ann,2024-02-05,Pro,, -\n", "3 = 3 0 0 0 0", ""},
      {"too long, with a cell", kHeader + a + b + "Cid,2024-02-05,Pro,,x\n", "4 = 3 0 0 0 1",
       "row.extraCells 5  Cid,2024-02-05,Pro,,x"},
      {"NUL in a row", kHeader + a + b + std::string("C\0d,2024-02-05,Pro\n", 19), "4 = 3 0 0 0 1",
       std::string_view("row.nul 5  C\0d,2024-02-05,Pro", 29).data()},
      {"a row of 4,097 cells", kHeader + a + b + columns(4094, "Cid,2024-02-05,Pro"),
       "4 = 3 0 0 0 1",
       "columns.tooMany 5  Cid,2024-02-05,Pro,0,1,2,3,4,5,6,7,8,9,10,11,12,13,"
       "14,15,16,17,18,19,20,21,22,23"},
      {"a cell of 1 MiB and two quotes", kHeader + a + b + "Cid,2024-02-05,\"" + mebibyte + "\"\n",
       "4 = 3 0 0 0 1",
       "cell.tooLong 5  Cid,2024-02-05,\"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
       "xxxxxxxxxxxxxxxxxxxxxx"},
      {"a cell of 1 MiB", kHeader + a + b + "Cid,2024-01-05," + mebibyte + "\n", "4 = 4 0 0 0 0",
       ""},
      {"a quote that is never closed", kHeader + a + "\"Cid,2024-01-07,Basic\n" + b,
       "4 = 3 0 0 0 1", "row.unclosedQuote 4  \"Cid,2024-01-07,Basic"},
      {"a day that is none", kHeader + a + "Cid,31/02/2024,Basic\n" + b, "4 = 3 0 0 0 1",
       "date.unreadable 4 date 31/02/2024"},
      {"the year 1, for no date", kHeader + a + "Cid,0001-01-01,Basic\n" + b, "4 = 3 0 0 0 1",
       "date.unreadable 4 date 0001-01-01"},
      {"the last day that is too early", kHeader + a + "Cid,1899-12-31,Basic\n" + b,
       "4 = 3 0 0 0 1", "date.unreadable 4 date 1899-12-31"},
      {"a blank customer", kHeader + a + " ,2024-01-07,Basic\n" + b, "4 = 3 0 0 0 1",
       "customer.blank 4 customer "},
      {"blank lines between", kHeader + "\n\n" + a + "\r\n\n" + b + "\n", "3 = 3 0 0 0 0", ""},
      {"lines ended by CR alone",
       "customer,date,plan\rAnn,2024-01-05,Basic\rBob,2024-01-06,Basic"
       "\rAnn,2024-02-05,Pro\r",
       "3 = 3 0 0 0 0", ""},
  };
}

TEST(PartlyBadInput, KeepsTheGoodRows) {
  for (const PartlyCase& c : partlyCases()) {
    SCOPED_TRACE(c.name);
    const Outcome outcome = run(c.bytes, R"({"plans":[{"plan":"basic","role":"tier","tier":1},
                                                      {"plan":"pro","role":"tier","tier":2}]})");
    ASSERT_FALSE(outcome.error) << outcome.error->code << ": " << outcome.error->advice;
    const Json report = outcome.json();
    EXPECT_EQ(ledgerSums(report), c.sums);
    // Ann and Bob open February, and Ann moves up in it.
    const Json& february = report["periods"][1];
    EXPECT_EQ(february["label"], "2024-02");
    EXPECT_EQ(february["opening"].get<int>() >= 2, true);
    EXPECT_EQ(february["upgraded"], 1);
    const Json& problems = report["ledger"]["problems"];
    ASSERT_EQ(problems.empty(), std::string_view(c.problem).empty()) << problems.dump();
    if (problems.empty()) continue;
    const Json& first = problems[0];
    const std::string said = first["code"].get<std::string>() + " " + first["line"].dump() + " " +
                             first["column"].get<std::string>() + " " +
                             first["text"].get<std::string>();
    EXPECT_EQ(std::string(said.c_str()), c.problem);
    EXPECT_FALSE(first["advice"].get<std::string>().empty());
  }
}

TEST(RefusedInput, MoreNamesOfPlansThanAnyPriceListHas) {
  std::string most = kHeader;
  for (uint32_t i = 0; i < kMostPlans; ++i) {
    most += "c" + std::to_string(i) + ",2024-01-05,Plan " + std::to_string(i) + "\n";
  }
  EXPECT_FALSE(run(most).error);
  const Outcome refused = run(most + "d,2024-01-05,one more\n");
  ASSERT_TRUE(refused.error);
  EXPECT_EQ(refused.error->code, "input.tooManyPlans");
  EXPECT_NE(refused.error->where.find("plan"), std::string::npos);
  EXPECT_NE(refused.error->advice.find("10001"), std::string::npos);
}

TEST(PartlyBadInput, AMillionRejectedRowsKeepAHundredExamples) {
  const std::string bytes = kHeader + "Ann,2024-01-05,Basic\n" +
                            repeated("Bob,nope,Basic\n", 600'000) +
                            repeated(",2024-01-05,Basic\n", 400'000);
  const Outcome outcome = run(bytes);
  ASSERT_FALSE(outcome.error);
  const Json report = outcome.json();
  EXPECT_EQ(ledgerSums(report), "1000001 = 1 0 0 0 1000000");
  EXPECT_EQ(report["ledger"]["problems"].size(), 200);
  EXPECT_EQ(report["ledger"]["problemCounts"]["date.unreadable"], 600'000);
  EXPECT_EQ(report["ledger"]["problemCounts"]["customer.blank"], 400'000);
  EXPECT_LT(outcome.report.size(), 100'000);
}

TEST(PartlyBadInput, DatesThatStandForNoneMakeNoPeriods) {
  const Outcome totals =
      run("month,customers,upgrades\n0001-01,1,0\n1899-12,1,0\n1900-01,9,1\n2199-12,9,1\n"
          "2200-01,1,0\n9999-12,1,0\n");
  ASSERT_FALSE(totals.error);
  EXPECT_EQ(ledgerSums(totals.json()), "6 = 2 0 0 0 4");
  const Outcome history = run(kHeader + "Ann,1900-01-01,Basic\nAnn,9999-12-31,Pro\n");
  EXPECT_EQ(ledgerSums(history.json()), "2 = 1 0 0 1 0") << "after the end of the data: ignored";
  EXPECT_EQ(history.json()["periods"].size(), 1);
}

TEST(PartlyBadInput, AMillionTotalsLinesKeepAHundredExamples) {
  const Outcome outcome =
      run("period,customers,upgrades\n2024-01,10,1\n" + repeated("2024-02,1,5\n", 1'000'000));
  ASSERT_FALSE(outcome.error);
  EXPECT_EQ(ledgerSums(outcome.json()), "1000001 = 1 0 0 0 1000000");
  EXPECT_EQ(outcome.json()["ledger"]["problems"].size(), 100);
}

}  // namespace
}  // namespace upgrade_rate
