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
  EXPECT_LE(is["curve"].size(), 25u);
  EXPECT_NEAR(is["curve"].back()["share"], was["curve"].back()["share"], 5e-5);
}

// Forty customers of region r0, and three of a region whose name could tell who they are.
std::string withSmallSegment() {
  std::string text = "customer,date,plan,region,email\n";
  for (int c = 0; c < 40; ++c) {
    const std::string id = "customer-canary-" + std::to_string(c);
    const std::string region = c < 3 ? "segment-canary" : c < 20 ? "north" : "south";
    const std::string rest = "," + region + ",mail-canary@example.org\n";
    text +=
        id + ",2023-01-1" + std::to_string(c % 10) + "," + (c < 2 ? "plan-canary" : "Basic") + rest;
    if (c % 4 == 0) text += id + ",2024-03-03,Pro" + rest;
  }
  text += "customer-canary-39,2024-05-31,Basic,south,\n";
  return text + "row-canary,2024-13-45,Pro,reject-canary,x\n";
}

TEST(Aggregates, TellOfNobody) {
  const std::string settings =
      R"({"segmentBy":["region"],"plans":[{"plan":"Basic","role":"tier","tier":1},
          {"plan":"plan-canary","role":"tier","tier":1},{"plan":"Pro","role":"tier","tier":2}],
          "filters":[{"column":"email","in":["mail-canary@example.org"]}],
          "launches":[{"date":"2024-05-01","name":"L"}]})";
  Loadable loaded(withSmallSegment(), settings);
  ASSERT_FALSE(loaded.error) << loaded.error->advice;
  const std::string document = aggregatesOf(loaded, settings, "{}");
  EXPECT_EQ(document.find("canary"), std::string::npos) << document;
  const Result<std::string> opened = Engine::opened(document, kTestHost);
  ASSERT_TRUE(opened);
  EXPECT_EQ(opened.value().find("canary"), std::string::npos);
  const Json report = Json::parse(opened.value());
  const Json& table = report["segments"][0];
  // Three customers alone would follow from the total: the next smallest goes with them.
  ASSERT_EQ(table["rows"].size(), 1u);
  EXPECT_EQ(table["rows"][0]["value"], "south");
  EXPECT_EQ(table["more"], Json::parse(R"({"values":2,"base":20,"numerator":5})"));
  EXPECT_NE(noteCodes(report).find("filters.inForce"), std::string::npos);
  EXPECT_NE(opened.value().find("share.heldBack"), std::string::npos);
}

TEST(Aggregates, SegmentsAndTheirRestSumToTheTotal) {
  const std::string settings = R"({"segmentBy":["region"]})";
  for (uint64_t seed = 1; seed <= 20; ++seed) {
    Loadable loaded(sharedHistory(60, 20, 7, seed), settings);
    const Json report = openedReport(aggregatesOf(loaded, settings, "{}"));
    for (const Json& table : report["segments"]) {
      int64_t base = 0, numerator = 0;
      for (const Json& row : table["rows"]) {
        EXPECT_GE(row["base"].get<int64_t>(), 5) << seed;
        base += row["base"].get<int64_t>();
        numerator += row["numerator"].get<int64_t>();
      }
      if (!table["more"].is_null()) {
        EXPECT_GE(table["more"]["values"].get<int64_t>(), 2) << seed;
        base += table["more"]["base"].get<int64_t>();
        numerator += table["more"]["numerator"].get<int64_t>();
      }
      EXPECT_EQ(base, report["headline"]["base"].get<int64_t>()) << seed;
      EXPECT_EQ(numerator, report["headline"]["numerator"].get<int64_t>()) << seed;
    }
    for (const Json& cohort : report["cohorts"]["rows"]) EXPECT_GE(cohort["customers"], 5);
    for (const Json& path : report["paths"]) EXPECT_GE(path["customers"], 5);
  }
}

TEST(Aggregates, RefusedWithWords) {
  struct Refused {
    const char* name;
    std::string text;
    const char* code;
  };
  const std::string deep(5000, '[');
  const std::vector<Refused> cases = {
      {"nothing", "", "share.damaged"},
      {"another document", R"({"schema":1})", "share.damaged"},
      {"a list", "[]", "share.damaged"},
      {"a newer version", R"({"aggregates":2,"anything":[1]})", "share.newer"},
      {"a version far ahead", R"({"aggregates":18446744073709551615})", "share.newer"},
      {"no version", R"({"aggregates":"1"})", "share.damaged"},
      {"version 0", R"({"aggregates":0})", "share.damaged"},
      {"nothing but a version", R"({"aggregates":1,"settings":{}})", "share.damaged"},
      {"settings that are none", R"({"aggregates":1,"settings":{"period":"day"}})",
       "setting.value"},
      {"very deep", R"({"aggregates":1,"settings":)" + deep, "share.damaged"},
      {"five megabytes", std::string(5 << 20, ' '), "share.tooLarge"},
      {"another time zone", R"({"aggregates":1,"settings":{"timeZone":"Europe/Berlin"}})",
       "host.zone"},
  };
  for (const Refused& each : cases) {
    const Result<std::string> opened = Engine::opened(each.text, kTestHost);
    ASSERT_FALSE(opened) << each.name;
    EXPECT_EQ(opened.error().code, each.code) << each.name;
    EXPECT_FALSE(opened.error().advice.empty()) << each.name;
  }
}

// Cut anywhere, or with any one number changed: an error with words, or another report.
TEST(Aggregates, DamagedInAnyPlace) {
  const std::string settings = R"({"segmentBy":["region"],"launches":[{"date":"2022-06-01"}]})";
  Loadable loaded(sharedHistory(200, 14, 3, 5), settings);
  const std::string whole = aggregatesOf(loaded, settings, "{}");
  for (size_t cut = 0; cut < whole.size(); cut += 7) {
    const Result<std::string> opened = Engine::opened(whole.substr(0, cut), kTestHost);
    ASSERT_FALSE(opened) << cut;
    EXPECT_EQ(opened.error().code, "share.damaged") << cut;
  }
  int refused = 0, all = 0;
  for (size_t at = 0; at < whole.size(); ++at) {
    if (whole[at] < '0' || whole[at] > '9' || at % 5 != 0) continue;
    for (const char* instead : {"-9", "9007199254740993", "null", "[]", "1e9"}) {
      std::string changed = whole;
      changed.replace(at, 1, instead);
      const Result<std::string> opened = Engine::opened(changed, kTestHost);
      ++all;
      if (opened) continue;
      ++refused;
      EXPECT_FALSE(opened.error().advice.empty());
    }
  }
  EXPECT_GT(refused, all / 2);
}

}  // namespace
}  // namespace upgrade_rate
