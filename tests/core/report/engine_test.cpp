// The one handle: what it refuses, and what it says about a load.
#include "core/report/engine.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/core/report/engine_run.h"

namespace upgrade_rate {
namespace {

const std::string kBytes = "customer,date,plan\nAnn,2024-01-05,Basic\nAnn,2024-02-05,Pro\n";

void load(Engine& engine, const std::string& bytes, std::string_view settings = "{}") {
  ASSERT_FALSE(engine.begin(settings, R"([{"name":"a.csv"}])"));
  Outcome unused;
  readThrough(engine, 0, bytes, 1 << 20, unused);
}

TEST(Engine, RefusesBeforeALoad) {
  Engine engine;
  EXPECT_EQ(engine.report("{}", kTestHost).error().code, "engine.notLoaded");
  EXPECT_EQ(engine.summary().error().code, "engine.notLoaded");
  EXPECT_FALSE(engine.needsReading("{}"));
}

TEST(Engine, RefusesBadSettingsAtTheStartAndForEachReport) {
  Engine engine;
  EXPECT_EQ(engine.begin(R"({"perod":1})", "[]")->code, "setting.unknownKey");
  load(engine, kBytes);
  ASSERT_FALSE(engine.finish());
  EXPECT_EQ(engine.report(R"({"perod":1})", kTestHost).error().where, "perod");
  const auto range =
      engine.report(R"({"range":{"start":"2024-02-01","end":"2024-02-01"}})", kTestHost);
  EXPECT_EQ(range.error().code, "setting.value");
  EXPECT_EQ(range.error().where, "range");
  EXPECT_TRUE(engine.report("{}", kTestHost)) << "a refusal leaves the load as it is";
}

struct HostCase {
  const char* host;
  const char* code;
};

constexpr HostCase kHosts[] = {
    {"", "setting.notJson"},
    {"{}", "host.today"},
    {R"({"today":"soon"})", "host.today"},
    {R"({"today":20260131})", "setting.type"},
    {R"({"today":"2026-01-31","zone":{"name":"UTC","transitions":[[0]]}})", "host.zone"},
    {R"({"today":"2026-01-31","zone":{"name":"UTC","transitions":["x"]}})", "host.zone"},
    {R"({"today":"2026-01-31","zone":{"name":"Europe/Berlin","transitions":[]}})", "host.zone"},
};

TEST(Engine, RefusesAHostThatDoesNotSayTheDayOrTheZone) {
  Engine engine;
  load(engine, kBytes);
  ASSERT_FALSE(engine.finish());
  for (const HostCase& c : kHosts) {
    const auto report = engine.report("{}", c.host);
    ASSERT_FALSE(report) << c.host;
    EXPECT_EQ(report.error().code, c.code) << c.host;
  }
  EXPECT_TRUE(engine.report("{}", R"({"today":"2026-01-31"})")) << "UTC needs no transitions";
}

TEST(Engine, SumsUpWhatWasLoaded) {
  Engine engine;
  load(engine, "Title\n" + kBytes + "Bob,soon,Basic\n");
  ASSERT_FALSE(engine.finish());
  EXPECT_EQ(engine.rows(), 4U) << "the title line is a row too";
  const Json summary = Json::parse(engine.summary().value());
  EXPECT_EQ(summary["files"][0]["shape"], "planHistory");
  const Json& guess = summary["files"][0]["guess"];
  const Json& runnerUp = summary["files"][0]["runnerUp"];
  EXPECT_EQ(guess["shape"], "planHistory");
  EXPECT_EQ(runnerUp["shape"], "snapshots");
  EXPECT_LE(guess["fit"], 1.0);
  EXPECT_LT(runnerUp["fit"], guess["fit"]);
  EXPECT_GT(runnerUp["fit"], 0.5);
  EXPECT_EQ(summary["columns"].size(), 3);
  EXPECT_EQ(summary["columns"][1]["part"], "date");
  EXPECT_EQ(summary["columns"][1]["kind"], "date");
  EXPECT_EQ(summary["columns"][2]["sample"], (Json{"Basic", "Pro", "Basic"}));
}

struct AgainCase {
  const char* settings;
  bool again;
};

constexpr AgainCase kAgain[] = {
    {"{}", false},
    {R"({"period":"year","bridgeDays":3,"plans":[{"plan":"Pro","role":"none"}]})", false},
    {R"({"files":[{"name":"a.csv","dateFormat":"Y-M-D","header":true}]})", false},
    {R"({"files":[{"name":"a.csv","mapping":{"plan":"plan","value":null}}]})", false},
    {R"({"files":[{"name":"a.csv","mapping":{"plan":"#3"}}]})", false},
    {R"({"files":[{"name":"b.csv","dateFormat":"D/M/Y"}]})", false},
    {R"({"files":[{"name":"a.csv","dateFormat":"D/M/Y"}]})", true},
    {R"({"files":[{"name":"a.csv","mapping":{"plan":"customer"}}]})", true},
    {R"({"files":[{"name":"a.csv","mapping":{"segments":["plan"]}}]})", true},
    {R"({"files":[{"delimiter":";"}]})", true},
};

TEST(Engine, ReadsAgainOnlyForAnotherReading) {
  Engine engine;
  load(engine, kBytes);
  ASSERT_FALSE(engine.finish());
  for (const AgainCase& c : kAgain)
    EXPECT_EQ(engine.needsReading(c.settings), c.again) << c.settings;
}

TEST(Engine, BeginForgets) {
  Engine engine;
  load(engine, kBytes);
  ASSERT_FALSE(engine.finish());
  const std::string first = engine.report("{}", kTestHost).value();
  load(engine, "month,customers,upgrades\n2024-01,100,4\n");
  ASSERT_FALSE(engine.finish());
  EXPECT_EQ(Json::parse(engine.report("{}", kTestHost).value())["data"]["shape"], "totals");
  load(engine, "");
  EXPECT_TRUE(engine.finish());
  EXPECT_EQ(engine.report("{}", kTestHost).error().code, "engine.notLoaded");
  load(engine, kBytes);
  ASSERT_FALSE(engine.finish());
  EXPECT_EQ(engine.report("{}", kTestHost).value(), first);
}

}  // namespace
}  // namespace upgrade_rate
