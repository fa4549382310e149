// What is kept between reports: after any changes of settings, a report is byte for byte what a
// fresh load with these settings gives.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/core/bytes/random_bytes.h"
#include "tests/core/report/engine_run.h"

namespace upgrade_rate {
namespace {

// Berlin's summer of 2023 and of 2024.
constexpr const char* kBerlin =
    R"({"today":"2026-01-31","zone":{"name":"Europe/Berlin","transitions":[[-2208988800,3600],
        [1679792400,7200],[1698541200,3600],[1711846800,7200],[1729990800,3600]]}})";

// Thirty customers over two years, with every role, repeats, clock changes and gaps of a day.
std::string history(uint64_t seed) {
  constexpr const char* kPlans[] = {"Free", "Basic",        "Basic",     "Team", "Team",
                                    "Max",  "Seats add-on", "Cancelled", ""};
  constexpr const char* kTimes[] = {"",          " 00:00:00",  " 02:10:00",
                                    " 02:30:00", "T23:30:00Z", "T12:00:00Z"};
  RandomBytes random(seed);
  const auto two = [](size_t number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  constexpr const char* kRegions[] = {"", "EMEA", "EMEA", "APAC"};
  constexpr const char* kChannels[] = {"web", "partner", "sales"};
  constexpr const char* kIntervals[] = {"month", "year", "month", ""};
  constexpr const char* kCurrencies[] = {"EUR", "USD", "EUR", ""};
  std::string text = "customer,date,plan,price,interval,currency,region,channel\n";
  for (int row = 0; row < 240; ++row) {
    const bool clocks = random.below(6) == 0;
    text += "c" + std::to_string(random.below(30)) + ",202" + std::to_string(3 + random.below(2));
    text += clocks ? "-03-31" : "-" + two(1 + random.below(12)) + "-" + two(1 + random.below(28));
    text += std::string(kTimes[random.below(6)]) + "," + kPlans[random.below(9)] + ",";
    text += random.below(3) == 0 ? "" : std::to_string(random.below(4) * 10);
    text += "," + std::string(kIntervals[random.below(4)]) + "," + kCurrencies[random.below(4)];
    text += "," + std::string(kRegions[random.below(4)]) + "," + kChannels[random.below(3)] + "\n";
  }
  return text;
}

Json randomSettings(RandomBytes& random, Json settings) {
  const auto one = [&](std::vector<Json> of) { return of[random.below(of.size())]; };
  switch (random.below(17)) {
    case 0:
      settings["period"] = one({"week", "month", "quarter", "year"});
      break;
    case 1:
      settings["base"] = one({"opening", "eligible", "average", "active", "closing"});
      break;
    case 2:
      settings["numerator"] =
          one({"upgraded", "kept", "upsold", "upgradedOrUpsold", "upgradeEvents"});
      break;
    case 3:
      settings["bridgeDays"] = one({0, 1, 40});
      break;
    case 4:
      settings["range"] = one({nullptr,
                               {{"start", "2023-05-01"}, {"end", "2024-04-30"}},
                               {{"start", "2024-02-01"}, {"end", "2024-05-01"}}});
      break;
    case 5:
      settings["prospectsAreCustomers"] = one({true, false});
      break;
    case 6:
      settings["dataUntil"] = one({nullptr, "2024-06-15", "2023-11-01", "2022-01-01"});
      break;
    case 7:
      settings["fiscalStartMonth"] = one({1, 4, 7});
      break;
    case 8:
      settings["level"] = one({0.8, 0.95});
      break;
    case 9:
      settings["timeZone"] = one({"UTC", "Europe/Berlin"});
      break;
    case 10:
      settings["segmentBy"] =
          one({nullptr, Json::array(), {"region"}, {"channel"}, {"channel", "region"}});
      break;
    case 11:
    case 12: {
      const Json region = {{"column", "region"}, {"in", one({{"EMEA"}, {"", "APAC"}})}};
      const Json plan = {{"plan", true}, {"in", one({{"Basic"}, {"Free", "team"}, {"Max"}})}};
      settings["filters"] = Json::array();
      if (random.below(2) == 0) settings["filters"].push_back(region);
      if (random.below(3) == 0) settings["filters"].push_back(plan);
      break;
    }
    case 13:
      settings["launches"] = Json::array();
      for (const char* date : {"2023-07-01", "2024-02-10"}) {
        if (random.below(2) == 0) settings["launches"].push_back({{"date", date}});
      }
      break;
    case 14:
    case 15:
      settings["reportingCurrency"] = "EUR";
      settings["currencyRates"] = one({{{"USD", 0.5}}, {{"USD", 0.9}, {"", 1}}, nullptr});
      if (random.below(3) == 0) settings["reportingCurrency"] = settings["currencyRates"] = nullptr;
      break;
    default:
      settings["plans"] = Json::array();
      for (const char* plan : {"Basic", "Team", "Max", "Gold"}) {
        settings["plans"].push_back(
            {{"plan", plan}, {"role", "tier"}, {"tier", 1 + random.below(3)}});
      }
  }
  for (const char* key : {"range", "dataUntil", "segmentBy"}) {
    if (settings.contains(key) && settings[key].is_null()) settings.erase(key);
  }
  return settings;
}

std::unique_ptr<Engine> loaded(const std::string& text, const std::string& settings) {
  auto engine = std::make_unique<Engine>();
  Outcome unused;
  EXPECT_FALSE(engine->begin(settings, R"([{"name":"a.csv"}])"));
  readThrough(*engine, 0, text, 1 << 20, unused);
  EXPECT_FALSE(engine->finish());
  return engine;
}

// What an answer has is what the whole report has, but for the money of its periods.
void expectAnswerOf(const Result<std::string>& answer, const Result<std::string>& report) {
  ASSERT_TRUE(answer && report);
  Json part = Json::parse(answer.value()), whole = Json::parse(report.value());
  EXPECT_EQ(part["unfinished"], true);
  EXPECT_FALSE(whole.contains("unfinished"));
  for (Json* each : {&part, &whole}) {
    for (Json& period : (*each)["periods"]) period.erase("value");
    if (!(*each)["headline"].is_null()) (*each)["headline"].erase("value");
  }
  for (const char* key :
       {"settings", "ledger", "data", "headline", "periods", "trend", "launches"}) {
    EXPECT_EQ(part[key], whole[key]) << key;
  }
  for (const char* key : {"cohorts", "timeToUpgrade", "paths", "stickiness"}) {
    EXPECT_TRUE(part[key].is_null()) << key;
  }
}

TEST(SettingsChanges, LeaveNothingBehind) {
  size_t different = 0;
  for (uint64_t seed = 1; seed <= 4; ++seed) {
    RandomBytes random(seed);
    const std::string text = history(seed);
    // It has more segments than any of the settings asks for; a fresh load has those it asks for.
    const auto kept = loaded(text, R"({"segmentBy":["region","channel"]})");
    Json settings = Json::object();
    std::string before;
    for (int change = 0; change < 40; ++change) {
      settings = randomSettings(random, settings);
      const bool isBerlin = settings.value("timeZone", "UTC") != "UTC";
      const std::string_view host = isBerlin ? kBerlin : kTestHost;
      const bool answerFirst = random.below(2) == 0;
      Result<std::string> answer = Error{};
      if (answerFirst) answer = kept->report(dumpJson(settings), host, ReportPart::answer);
      const Result<std::string> report = kept->report(dumpJson(settings), host);
      if (answerFirst) expectAnswerOf(answer, report);
      const Result<std::string> fresh =
          loaded(text, dumpJson(settings))->report(dumpJson(settings), host);
      ASSERT_TRUE(report && fresh) << settings;
      EXPECT_FALSE(kept->needsReading(dumpJson(settings))) << settings;
      ASSERT_EQ(report.value(), fresh.value()) << "seed " << seed << ", " << settings;
      different += report.value() != before;
      before = report.value();
    }
  }
  EXPECT_GT(different, 50u) << "the changes are no test";
}

}  // namespace
}  // namespace upgrade_rate
