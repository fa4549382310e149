// Settings in and out, and what is refused, by name.
#include "core/report/settings.h"

#include <gtest/gtest.h>

#include <string>

#include "core/input/ledger.h"

namespace upgrade_rate {
namespace {

struct RefusedCase {
  const char* settings;
  const char* code;
  const char* where;
  const char* advice;  // a part of it
};

constexpr RefusedCase kRefused[] = {
    // No document.
    {"", "setting.notJson", "settings", "not JSON"},
    {"{", "setting.notJson", "settings", "byte 2"},
    {R"({"period":"month",})", "setting.notJson", "settings", "byte 19"},
    {R"({} {})", "setting.notJson", "settings", "byte 4"},
    {"[]", "setting.type", "", "must be an object"},
    {"null", "setting.type", "", "found null"},
    {"\"month\"", "setting.type", "", "found \"month\""},
    // Unknown keys, at every level.
    {R"({"perod":"month"})", "setting.unknownKey", "perod", "Known here:"},
    {R"({"Period":"month"})", "setting.unknownKey", "Period", "period"},
    {R"({"":1})", "setting.unknownKey", "", "Known here:"},
    {R"({"files":[{"nam":"a"}]})", "setting.unknownKey", "files[0].nam", "name"},
    {R"({"files":[{},{"mapping":{"custommer":"a"}}]})", "setting.unknownKey",
     "files[1].mapping.custommer", "customer"},
    {R"({"plans":[{"plan":"a","role":"none","teir":1}]})", "setting.unknownKey", "plans[0].teir",
     "tier"},
    {R"({"bands":[{"name":"a","form":0}]})", "setting.unknownKey", "bands[0].form", "from"},
    {R"({"plans":[{"plan":"a","role":"tier","teir":1}]})", "setting.unknownKey", "plans[0].teir",
     "tier"},
    {R"({"bands":[{"name":"a","from":0,"to":3}]})", "setting.unknownKey", "bands[0].to", "above"},
    {R"({"range":{"start":"2024-01-01","end":"2025-01-01","begin":1}})", "setting.unknownKey",
     "range.begin", "start"},
    // Wrong types.
    {R"({"schema":"1"})", "setting.type", "schema", "whole number"},
    {R"({"files":{}})", "setting.type", "files", "a list"},
    {R"({"files":["a.csv"]})", "setting.type", "files[0]", "an object"},
    {R"({"files":[{"name":1}]})", "setting.type", "files[0].name", "a text, found 1"},
    {R"({"files":[{"shape":1}]})", "setting.type", "files[0].shape", "a text"},
    {R"({"files":[{"encoding":[]}]})", "setting.type", "files[0].encoding", "a text"},
    {R"({"files":[{"delimiter":9}]})", "setting.type", "files[0].delimiter", "a text"},
    {R"({"files":[{"quote":false}]})", "setting.type", "files[0].quote", "a text"},
    {R"({"files":[{"header":"yes"}]})", "setting.type", "files[0].header", "true or false"},
    {R"({"files":[{"skipRows":"2"}]})", "setting.type", "files[0].skipRows", "whole number"},
    {R"({"files":[{"skipRows":1.5}]})", "setting.type", "files[0].skipRows", "found 1.5"},
    {R"({"files":[{"mapping":["customer"]}]})", "setting.type", "files[0].mapping", "an object"},
    {R"({"files":[{"mapping":{"customer":1}}]})", "setting.type", "files[0].mapping.customer",
     "a text"},
    {R"({"files":[{"mapping":{"segments":"region"}}]})", "setting.type",
     "files[0].mapping.segments", "a list"},
    {R"({"files":[{"mapping":{"segments":[1]}}]})", "setting.type", "files[0].mapping.segments",
     "column names"},
    {R"({"files":[{"dateFormat":1}]})", "setting.type", "files[0].dateFormat", "a text"},
    {R"({"files":[{"decimal":1}]})", "setting.type", "files[0].decimal", "a text"},
    {R"({"files":[{"valueUnit":1}]})", "setting.type", "files[0].valueUnit", "a text"},
    {R"({"plans":{}})", "setting.type", "plans", "a list"},
    {R"({"plans":[1]})", "setting.type", "plans[0]", "an object"},
    {R"({"plans":[{"plan":1,"role":"none"}]})", "setting.type", "plans[0].plan", "a text"},
    {R"({"plans":[{"plan":"a","role":1}]})", "setting.type", "plans[0].role", "a text"},
    {R"({"plans":[{"plan":"a","role":"tier","tier":"1"}]})", "setting.type", "plans[0].tier",
     "whole number"},
    {R"({"prospectsAreCustomers":1})", "setting.type", "prospectsAreCustomers", "true or false"},
    {R"({"bridgeDays":"1"})", "setting.type", "bridgeDays", "0 to 366"},
    {R"({"period":12})", "setting.type", "period", "a text"},
    {R"({"range":"2024"})", "setting.type", "range", "an object"},
    {R"({"range":{"start":1}})", "setting.type", "range.start", "a text"},
    {R"({"fiscalStartMonth":4.5})", "setting.type", "fiscalStartMonth", "1 to 12"},
    {R"({"timeZone":0})", "setting.type", "timeZone", "a text"},
    {R"({"dataUntil":20240131})", "setting.type", "dataUntil", "a text"},
    {R"({"today":{}})", "setting.type", "today", "a text"},
    {R"({"base":null,"numerator":true})", "setting.type", "numerator", "a text"},
    {R"({"level":"95 %"})", "setting.type", "level", "a number"},
    {R"({"bands":"none"})", "setting.type", "bands", "a list"},
    {R"({"bands":[[]]})", "setting.type", "bands[0]", "an object"},
    {R"({"bands":[{"name":0,"from":0}]})", "setting.type", "bands[0].name", "a text"},
    {R"({"bandWindow":12})", "setting.type", "bandWindow", "a text"},
    // Values out of range.
    {R"({"schema":2})", "setting.value", "schema", "1 to 1"},
    {R"({"files":[{"shape":"aggregate"}]})", "setting.value", "files[0].shape", "planHistory"},
    {R"({"files":[{"encoding":"utf8"}]})", "setting.value", "files[0].encoding", "\"utf-8\""},
    {R"({"files":[{"delimiter":""}]})", "setting.value", "files[0].delimiter", "single-byte"},
    {R"({"files":[{"delimiter":"||"}]})", "setting.value", "files[0].delimiter", "single-byte"},
    {R"({"files":[{"delimiter":"\n"}]})", "setting.value", "files[0].delimiter", "within a line"},
    {R"({"files":[{"delimiter":"\u0000"}]})", "setting.value", "files[0].delimiter",
     "within a line"},
    {R"({"files":[{"delimiter":";","quote":";"}]})", "setting.value", "files[0].quote",
     "not the delimiter"},
    {R"({"files":[{"quote":"„"}]})", "setting.value", "files[0].quote", "single-byte"},
    {R"({"files":[{"skipRows":-1}]})", "setting.value", "files[0].skipRows", "0 to 1000"},
    {R"({"files":[{"skipRows":18446744073709551615}]})", "setting.value", "files[0].skipRows",
     "0 to 1000"},
    {R"({"files":[{"dateFormat":"Y/D/M"}]})", "setting.value", "files[0].dateFormat", "D/M/Y"},
    {R"({"files":[{"decimal":"'"}]})", "setting.value", "files[0].decimal", "found \"'\""},
    {R"({"files":[{"valueUnit":"cents"}]})", "setting.value", "files[0].valueUnit", "minor"},
    {R"({"files":[{"sheet":1}]})", "setting.type", "files[0].sheet", "a text"},
    {R"({"statuses":[{"status":"weird"}]})", "setting.value", "statuses[0].as", "what the status"},
    {R"({"statuses":[{"status":"weird","as":"tier"}]})", "setting.value", "statuses[0].as",
     "ignored"},
    {R"({"plans":[{"role":"tier","tier":1}]})", "setting.value", "plans[0].plan", "needs a name"},
    {R"({"plans":[{"plan":"a","role":"tier"}]})", "setting.value", "plans[0].tier", "no tier"},
    {R"({"plans":[{"plan":"a","role":"tier","tier":0}]})", "setting.value", "plans[0].tier", "1"},
    {R"({"plans":[{"plan":"a","role":"none","tier":2}]})", "setting.value", "plans[0].tier",
     "role \"tier\""},
    {R"({"plans":[{"plan":"a","role":"addon"}]})", "setting.value", "plans[0].role", "addOn"},
    {R"({"plans":[{"plan":"Pro","role":"none"},{"plan":"pro ","role":"prospect"}]})",
     "setting.value", "plans", "twice"},
    {R"({"bridgeDays":-1})", "setting.value", "bridgeDays", "0 to 366"},
    {R"({"period":"day"})", "setting.value", "period", "\"week\", \"month\""},
    {R"({"range":{"start":"2024-01-01"}})", "setting.value", "range", "a start and an end"},
    {R"({"range":{"start":"2024-01-01","end":"soon"}})", "setting.value", "range.end", "soon"},
    {R"({"fiscalStartMonth":13})", "setting.value", "fiscalStartMonth", "1 to 12"},
    {R"({"dataUntil":"31/01/2024"})", "setting.value", "dataUntil", "2026-01-31"},
    {R"({"today":"2024-02-30"})", "setting.value", "today", "2024-02-30"},
    {R"({"base":"Opening"})", "setting.value", "base", "\"opening\""},
    {R"({"numerator":"upsell"})", "setting.value", "numerator", "\"upsold\""},
    {R"({"level":1})", "setting.value", "level", "between"},
    {R"({"level":0})", "setting.value", "level", "between"},
    {R"({"level":95})", "setting.value", "level", "between"},
    {R"({"bands":[]})", "setting.value", "bands", "\"from\": 0"},
    {R"({"bands":[{"name":"a","above":0}]})", "setting.value", "bands", "\"from\": 0"},
    {R"({"bands":[{"name":"a","from":0,"above":0}]})", "setting.value", "bands[0].from", "either"},
    {R"({"bands":[{"name":"a","from":0},{"name":"b","from":101}]})", "setting.value",
     "bands[1].from", "0 to 100"},
    {R"({"bands":[{"name":"a","from":0},{"name":"b","from":"15 %"}]})", "setting.value",
     "bands[1].from", "percentage"},
    {R"({"bands":[{"name":"a","from":0},{"name":"b","from":1.0000001}]})", "setting.value",
     "bands[1].from", "six decimals"},
    {R"({"bands":[{"name":"a","from":0},{"name":"b","from":15},{"name":"c","from":15}]})",
     "setting.value", "bands", "ascend"},
    {R"({"bands":[{"name":"a","from":0},{"name":"a","from":15}]})", "setting.value", "bands",
     "Two bands"},
    {R"({"bandWindow":"year "})", "setting.value", "bandWindow", "\"as shown\""},
    {R"({"filters":[{"in":["pro"]}]})", "setting.value", "filters[0].column", "either"},
    {R"({"filters":[{"column":"region","plan":true,"in":["pro"]}]})", "setting.value",
     "filters[0].column", "either"},
    {R"({"filters":[{"column":"region"}]})", "setting.value", "filters[0].in", "the list"},
    {R"({"filters":[{"plan":true,"in":"pro"}]})", "setting.type", "filters[0].in", "a list"},
    {R"({"filters":[{"plan":true,"in":[1]}]})", "setting.type", "filters[0].in", "values"},
    {R"({"filters":[{"columns":"region","in":[]}]})", "setting.unknownKey", "filters[0].columns",
     "column"},
    {R"({"filters":{}})", "setting.type", "filters", "a list"},
    {R"({"segmentBy":["region",1]})", "setting.type", "segmentBy", "column names"},
    {R"({"launches":[{"date":"soon"}]})", "setting.value", "launches[0].date", "2026-01-31"},
    {R"({"launches":[{"name":"New Pro"}]})", "setting.value", "launches[0].date", "needs a date"},
    {R"({"launches":[{"day":"2024-01-01"}]})", "setting.unknownKey", "launches[0].day", "date"},
    {R"({"launches":["2024-01-01"]})", "setting.type", "launches[0]", "an object"},
    {R"({"reportingCurrency":"money"})", "setting.value", "reportingCurrency",
     "must be a currency"},
    {R"({"reportingCurrency":""})", "setting.value", "reportingCurrency", "must be a currency"},
    {R"({"currencyRates":{"EUR":1.08}})", "setting.value", "reportingCurrency", "Rates need"},
    {R"({"reportingCurrency":"USD","currencyRates":{"EUR":0}})", "setting.value",
     "currencyRates.EUR", "above 0"},
    {R"({"reportingCurrency":"USD","currencyRates":{"EUR":-1.08}})", "setting.value",
     "currencyRates.EUR", "above 0"},
    {R"({"reportingCurrency":"USD","currencyRates":{"EUR":"1.08"}})", "setting.value",
     "currencyRates.EUR", "above 0"},
    {R"({"reportingCurrency":"USD","currencyRates":{"EUR":1e-13}})", "setting.value",
     "currencyRates.EUR", "12 decimals"},
    {R"({"reportingCurrency":"USD","currencyRates":{"euros":1}})", "setting.value",
     "currencyRates.euros", "no currency"},
    {R"({"reportingCurrency":"USD","currencyRates":{"EUR":1,"eur":2}})", "setting.value",
     "currencyRates.eur", "two rates"},
    {R"({"reportingCurrency":"USD","currencyRates":{"USD":2}})", "setting.value",
     "currencyRates.USD", "Its rate is 1"},
};

TEST(Settings, RefusesByName) {
  for (const RefusedCase& c : kRefused) {
    SCOPED_TRACE(c.settings);
    const Result<Settings> settings = readSettings(c.settings);
    ASSERT_FALSE(settings);
    EXPECT_EQ(settings.error().code, c.code);
    EXPECT_EQ(settings.error().where, c.where);
    EXPECT_NE(settings.error().advice.find(c.advice), std::string::npos) << settings.error().advice;
  }
}

TEST(Settings, WhatIsFoundIsCutBetweenCharacters) {
  std::string longText;
  for (int i = 0; i < 60; ++i) longText += "ä";  // 120 bytes
  for (const std::string& settings :
       {R"({"bridgeDays":")" + longText + "\"}", R"({"period":")" + longText + "\"}",
        R"({"files":["x)" + longText + "\"]}"}) {
    const Result<Settings> read = readSettings(settings);
    ASSERT_FALSE(read);
    const std::string& advice = read.error().advice;
    EXPECT_LT(advice.size(), 220) << advice;
    EXPECT_EQ(advice.find("\xc3\""), std::string::npos) << advice;
    EXPECT_EQ(advice.find("\xef\xbf\xbd"), std::string::npos) << advice;
  }
}

TEST(Settings, DepthIsNoHarm) {
  const std::string deep(200'000, '[');
  const std::string closed(200'000, ']');
  const Result<Settings> read = readSettings(R"({"bridgeDays":)" + deep + closed + "}");
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().where, "bridgeDays");
  EXPECT_NE(read.error().advice.find("found a list"), std::string::npos) << read.error().advice;
  EXPECT_EQ(readSettings(deep).error().code, "setting.notJson");
}

TEST(Settings, DefaultsAreThePublishedOnes) {
  for (const char* text : {"{}", R"({"schema":1,"period":null,"plans":null,"bands":null})"}) {
    const Result<Settings> read = readSettings(text);
    ASSERT_TRUE(read) << read.error().advice;
    EXPECT_EQ(
        dumpJson(writeSettings(read.value(), Json::array())),
        R"({"schema":1,"files":[],"plans":[],"statuses":[],"prospectsAreCustomers":false,"bridgeDays":1,"movementValues":null,)"
        R"("period":"month","range":null,"fiscalStartMonth":1,"timeZone":"UTC",)"
        R"("dataUntil":null,"today":null,"base":"opening","numerator":"upgraded",)"
        R"("level":0.95,"bands":[{"name":"concerning","from":0},)"
        R"({"name":"healthy","from":15},{"name":"exceptional","above":25}],)"
        R"("bandWindow":"as shown","launches":[],"segmentBy":[],"filters":[],)"
        R"("currencyRates":null,"reportingCurrency":null})");
    EXPECT_FALSE(read->plans) << "nothing said: guessed";
  }
}

TEST(Settings, RoundTrip) {
  const std::string written =
      R"({"schema":1,"files":[],"plans":[{"plan":"Trial \"x\"","role":"prospect"},)"
      R"({"plan":"Über","role":"tier","tier":1},{"plan":"Pro","role":"tier","tier":1000000},)"
      R"({"plan":"seats","role":"addOn"},{"plan":"gone","role":"none"}],)"
      R"("statuses":[{"status":"weird","as":"ignored"}],)"
      R"("prospectsAreCustomers":true,"bridgeDays":366,"movementValues":"sizes","period":"week",)"
      R"("range":{"start":"2024-01-01","end":"2025-01-01T12:00:00Z"},"fiscalStartMonth":12,)"
      R"("timeZone":"Europe/Berlin","dataUntil":"2024-06-30","today":"2024-07-01",)"
      R"("base":"average","numerator":"upgradeEvents","level":0.999,)"
      R"("bands":[{"name":"a","from":0},{"name":"b","from":1e-06},{"name":"c","above":1e-06},)"
      R"({"name":"d","from":33.3},{"name":"e","above":100}],"bandWindow":"quarter",)"
      R"("launches":[{"date":"2024-06-01","name":"New Pro"}],"segmentBy":["region"],"filters":[],)"
      R"("currencyRates":null,"reportingCurrency":null})";
  const Result<Settings> read = readSettings(written);
  ASSERT_TRUE(read) << read.error().where << read.error().advice;
  EXPECT_EQ(read->rate.bands[1].percentMillionths, 1);
  EXPECT_EQ(read->rate.bands[3].percentMillionths, 33'300'000);
  EXPECT_TRUE(read->rate.bands[4].strict);
  EXPECT_EQ(read->plans->at(2).rule.tier, 1'000'000);
  EXPECT_EQ(read->rate.bandWindowMonths, 3);
  EXPECT_EQ(dumpJson(writeSettings(read.value(), Json::array())), written);
}

TEST(Settings, WhatAFileAsksFor) {
  const Result<Settings> read = readSettings(
      R"({"files":[{"name":"a","shape":"totals","encoding":"utf-16be","delimiter":"\t","quote":"",
          "header":false,"skipRows":1000,"mapping":{"period":"#1","total":null,"segments":["r","s"]},
          "dateFormat":"D.M.Y","decimal":",","valueUnit":"minor","sheet":"Q1"}]})");
  ASSERT_TRUE(read) << read.error().advice;
  const ReadingRequest& request = read->files[0].reading;
  EXPECT_EQ(request.sheet, "Q1");
  EXPECT_EQ(request.shape, Shape::totals);
  EXPECT_EQ(request.encoding, Encoding::utf16be);
  EXPECT_EQ(request.delimiter, '\t');
  EXPECT_EQ(request.quote, '\0');
  EXPECT_EQ(request.header, false);
  EXPECT_EQ(request.skipRows, 1000U);
  EXPECT_EQ(request.mapping.at(Part::period), "#1");
  EXPECT_EQ(request.mapping.at(Part::total), "") << "null: no column";
  EXPECT_FALSE(request.mapping.contains(Part::upgraded)) << "missing: detected";
  EXPECT_EQ(request.segments, (std::vector<std::string>{"r", "s"}));
  EXPECT_EQ(request.dateFormat, DateFormat::dayMonthYear);
  EXPECT_EQ(request.decimal, ',');
  EXPECT_EQ(request.minorUnits, true);
}

}  // namespace
}  // namespace upgrade_rate
