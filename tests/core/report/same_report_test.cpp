// Inputs of every dress: a report's own settings, fed back, give the same report byte for byte; and
// so does the same file in chunks of any size.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/core/report/engine_run.h"

namespace upgrade_rate {
namespace {

const std::string kHistory =
    "customer,date,plan,value\nAnn,2024-01-05,Basic,19.90\nBob,2024-01-08,Basic,19.90\n"
    "Cid,2024-01-20,Team,1000.50\nAnn,2024-02-14,Team,1000.50\nDee,2024-02-28,Basic,19.90\n";

std::string utf16(std::string_view ascii) {
  std::string bytes = "\xff\xfe";
  for (const char c : ascii) {
    bytes += c;
    bytes += '\0';
  }
  return bytes;
}

struct Dress {
  const char* name;
  std::vector<TestFile> files;
  const char* settings;
  const char* sums;   // rows = used duplicate superseded ignored rejected
  const char* notes;  // one note that must be there; empty: none looked for
};

std::vector<Dress> dresses() {
  return {
      {"all detected", {{"a.csv", kHistory}}, "{}", "5 = 5 0 0 0 0", "dataUntil.assumed"},
      {"semicolon and decimal comma",
       {{"a.csv",
         "customer;date;plan;value\nAnn;05.01.2024;Basic;19,90\nCid;20.01.2024;Team;1.000,50\n"
         "Ann;14.02.2024;Team;1.000,50\n"}},
       "{}",
       "3 = 3 0 0 0 0",
       ""},
      {"without a header",
       {{"a.csv", kHistory.substr(kHistory.find('\n') + 1)}},
       "{}",
       "5 = 5 0 0 0 0",
       "columns.guessed"},
      {"monthly totals",
       {{"t.csv", "month,customers,upgrades\n2024-01,1000,40\n2024-02,1010,50\n2024-03,1020,30\n"}},
       "{}",
       "3 = 3 0 0 0 0",
       "dataUntil.assumed"},
      {"quarterly totals as quarters",
       {{"t.csv", "quarter,customers,upgrades\n2024-Q1,1000,140\n2024-Q2,1010,150\n"}},
       R"({"period":"quarter"})",
       "2 = 2 0 0 0 0",
       "dataUntil.assumed"},
      {"quarterly totals asked for by month",
       {{"t.csv", "quarter,customers,upgrades\n2024-Q1,1000,140\n2024-Q2,1010,150\n"}},
       "{}",
       "2 = 2 0 0 0 0",
       "period.coarser"},
      {"two numbers", {{"pasted", "38\t1204\n"}}, "{}", "1 = 1 0 0 0 0", "columns.guessed"},
      {"ambiguous dates",
       {{"a.csv",
         "customer,date,plan\nAnn,01/02/2024,Basic\nBob,03/02/2024,Basic\n"
         "Ann,05/04/2024,Pro\n"}},
       "{}",
       "3 = 3 0 0 0 0",
       "dates.assumed"},
      {"ambiguous decimal sign",
       {{"a.csv",
         "customer;date;plan;value\nAnn;2024-01-05;Basic;1.234\nBob;2024-02-05;Pro;2.345\n"}},
       "{}",
       "2 = 2 0 0 0 0",
       "number.assumed"},
      {"Windows-1252",
       {{"a.csv", "customer,date,plan\nJos\xe9,2024-01-05,Basic\nJos\xe9,2024-02-05,Pro\n"}},
       "{}",
       "2 = 2 0 0 0 0",
       "encoding.used"},
      {"UTF-16", {{"a.csv", utf16(kHistory)}}, "{}", "5 = 5 0 0 0 0", "encoding.used"},
      {"two files",
       {{"b.csv", "customer,date,plan\nAnn,2024-02-14,Team\n"},
        {"a.csv", "customer,date,plan\nAnn,2024-01-05,Basic\nBob,2024-01-08,Basic\n"}},
       R"({"files":[{"name":"a.csv"},{"name":"b.csv"}]})",
       "3 = 3 0 0 0 0",
       ""},
      {"two files of one name and two formats",
       {{"x.csv", "customer,date,plan\nAnn,2024-01-05,Basic\n"},
        {"x.csv", "customer;date;plan\nAnn;14.02.2024;Team\n"}},
       "{}",
       "2 = 2 0 0 0 0",
       ""},
      {"merged spellings",
       {{"a.csv",
         "customer,date,plan\nAnn,2024-01-05,basic plan\nBob,2024-01-08,Basic_Plan\n"
         "Cid,2024-01-09,BASIC PLAN\nAnn,2024-02-14,Pro\n"}},
       "{}",
       "4 = 4 0 0 0 0",
       "plans.merged"},
      {"newest first",
       {{"a.csv",
         "customer,date,plan\nAnn,2024-02-14,Zed\nBob,2024-01-08,Alpha\n"
         "Ann,2024-01-05,Alpha\n"}},
       "{}",
       "3 = 3 0 0 0 0",
       "fileReversed"},
      {"titles, a repeated header, a totals line and set-aside rows",
       {{"a.csv", "Plans of 2024\n\n" + kHistory +
                      "customer,date,plan,value\n"
                      "Eve,2024-02-30,Basic,1\n,2024-01-05,Basic,1\nTotal,,,2060.70\n"}},
       "{}",
       "10 = 5 0 0 3 2",
       "rows.setAside"},
      {"columns of one name, and without one",
       {{"a.csv",
         "customer,date,plan,,plan,note\nAnn,2024-01-05,Basic,x,Gold,\n"
         "Ann,2024-02-05,Pro,y,Gold,\n"}},
       "{}",
       "2 = 2 0 0 0 0",
       "mapping.unclear"},
      {"a column called #2",
       {{"a.csv", "note,date,customer,#2\nx,2024-01-05,Ann,Basic\ny,2024-02-05,Ann,Pro\n"}},
       R"({"files":[{"mapping":{"plan":"#2"}}]})",
       "2 = 2 0 0 0 0",
       ""},
      {"tabs, quotes, CRLF and a mark",
       {{"a.tsv",
         "\xef\xbb\xbf"
         "customer\tdate\tplan\r\n\"Ann \"\"A\"\"\"\t2024-01-05\tBasic\r\n"
         "\"Ann \"\"A\"\"\"\t2024-02-05\t\"Pro\nteam\"\r\n"}},
       "{}",
       "2 = 2 0 0 0 0",
       ""},
      {"a PNG beside a good file",
       {{"logo.png", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR"}, {"a.csv", kHistory}},
       "{}",
       "5 = 5 0 0 0 0",
       "file.skipped"},
      {"segments of two files and a filter, one header in capitals, one without the column",
       {{"a.csv",
         "customer,date,plan,Region,Channel\nAnn,2024-01-05,Basic,EMEA,web\n"
         "Bob,2024-01-08,Basic,,web\nAnn,2024-02-14,Pro,EMEA,web\n"},
        {"b.csv", "customer,date,plan,REGION\nCid,2024-01-20,Pro,APAC\n"},
        {"c.csv", "customer,date,plan\nDee,2024-01-21,Basic\n"}},
       R"({"files":[{"name":"a.csv","mapping":{"segments":["Region"]}}],
           "filters":[{"column":"channel","in":["web",""]}],
           "launches":[{"date":"2024-02-01","name":"New Pro"}]})",
       "5 = 5 0 0 0 0",
       "filters.inForce"},
      {"segments that nothing maps",
       {{"a.csv",
         "customer,date,plan,region\nAnn,2024-01-05,Basic,EMEA\nBob,2024-01-08,Basic,\n"
         "Ann,2024-02-14,Pro,EMEA\nEve,2024-02-28,Pro,EMEA\n"}},
       R"({"segmentBy":["region","plan"],"range":{"start":"2024-02-01","end":"2024-02-29"}})",
       "4 = 4 0 0 0 0",
       "mix.needsBefore"},
      {"totals by segment",
       {{"t.csv",
         "month,region,customers,upgrades\n2024-01,EMEA,100,10\n2024-01,APAC,50,1\n"
         "2024-02,EMEA,110,12\n2024-02,APAC,70,2\n"}},
       R"({"segmentBy":["region"],"filters":[{"column":"region","in":["APAC"]}]})",
       "4 = 4 0 0 0 0",
       "filters.inForce"},
      {"prices with intervals and currencies",
       {{"a.csv",
         "customer,date,plan,price,interval,currency,seats\nAnn,2024-01-05,Basic,120,year,EUR,2\n"
         "Bob,2024-01-06,Basic,10,month,usd,1\nAnn,2024-02-05,Pro,,P1M,,\n"
         "Bob,2024-02-06,Pro,1,sometimes,USD,1\nBob,2024-02-07,Pro,1,week,dollars,1\n"}},
       R"({"currencyRates":{"USD":0.921},"reportingCurrency":"EUR"})",
       "5 = 3 0 0 0 2",
       "value.perInterval"},
      {"a sign beside most values",
       {{"a.csv",
         "customer,date,plan,price\nAnn,2024-01-05,Basic,10\nBob,2024-01-06,Basic,€10.50\n"
         "Ann,2024-02-05,Pro,€30\n"}},
       "{}",
       "3 = 3 0 0 0 0",
       "currency.assumed"},
      {"two signs beside values, in the second file only",
       {{"a.csv", "customer,date,plan,price\nAnn,2024-01-05,Basic,10\n"},
        {"b.csv", "customer,date,plan,price\nAnn,2024-02-05,Pro,$30\nBob,2024-02-06,Pro,€30\n"}},
       "{}",
       "3 = 3 0 0 0 0",
       "money.severalCurrencies"},
      {"settings that say everything otherwise",
       {{"a.csv", kHistory}},
       R"({"period":"quarter","base":"active","numerator":"upgradedOrUpsold","level":0.9,
           "bridgeDays":0,"fiscalStartMonth":4,"prospectsAreCustomers":true,"bandWindow":"year",
           "range":{"start":"2024-01-10","end":"2024-02-20"},"dataUntil":"2024-02-28",
           "bands":[{"name":"low","from":0},{"name":"high","above":12.345678}],
           "plans":[{"plan":"team","role":"tier","tier":1},{"plan":"BASIC","role":"tier","tier":2},
                    {"plan":"Gone","role":"none"}]})",
       "5 = 4 0 0 1 0",
       ""},
  };
}

TEST(SameReport, FromItsOwnSettings) {
  for (const Dress& dress : dresses()) {
    SCOPED_TRACE(dress.name);
    const Outcome first = run(dress.files, dress.settings);
    ASSERT_FALSE(first.error) << first.error->code << ": " << first.error->advice;
    EXPECT_EQ(ledgerSums(first.json()), dress.sums);
    EXPECT_NE(noteCodes(first.json()).find(dress.notes), std::string::npos)
        << noteCodes(first.json());
    const Outcome again = run(dress.files, first.settings());
    ASSERT_FALSE(again.error) << again.error->code << ": " << again.error->advice;
    EXPECT_EQ(again.report, first.report);
    EXPECT_EQ(static_cast<size_t>(again.readings), dress.files.size()) << "no second reading";
  }
}

TEST(SameReport, InChunksOfAnySize) {
  for (const Dress& dress : dresses()) {
    SCOPED_TRACE(dress.name);
    const Outcome whole = run(dress.files, dress.settings);
    for (const size_t chunk : {1, 2, 3, 7, 64, 4096}) {
      EXPECT_EQ(run(dress.files, dress.settings, chunk).report, whole.report) << chunk;
    }
  }
}

TEST(SameReport, SettingsInForceAskForNoSecondReading) {
  for (const Dress& dress : dresses()) {
    SCOPED_TRACE(dress.name);
    const Outcome first = run(dress.files, dress.settings);
    Engine engine;
    Json names = Json::array();
    for (const TestFile& file : dress.files) names.push_back({{"name", file.name}});
    ASSERT_FALSE(engine.begin(dress.settings, dumpJson(names)));
    Outcome unused;
    for (uint32_t i = 0; i < dress.files.size(); ++i) {
      readThrough(engine, i, dress.files[i].bytes, 1 << 20, unused);
    }
    ASSERT_FALSE(engine.finish());
    EXPECT_FALSE(engine.needsReading(first.settings()));
    EXPECT_FALSE(engine.needsReading(dress.settings));
    const auto again = engine.report(first.settings(), kTestHost);
    ASSERT_TRUE(again);
    EXPECT_EQ(again.value(), first.report) << "from the same load";
  }
}

}  // namespace
}  // namespace upgrade_rate
