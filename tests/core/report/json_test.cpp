// JSON through the engine: the report is that of the same table as CSV, and no key is lost.
#include <gtest/gtest.h>

#include <string>

#include "tests/core/report/engine_run.h"

namespace upgrade_rate {
namespace {

constexpr std::string_view kPlans[] = {"Basic", "Pro", "Team"};

struct Forms {
  std::string csv = "customer.id,date,plan,value\r\n";
  std::string list = "{\"object\":\"list\",\"data\":[";
  std::string lines;
  std::string arrays = "[[\"customer.id\",\"date\",\"plan\",\"value\"]";
};

/// `rows` rows of about 70 bytes each as JSON, in every form.
Forms forms(int rows) {
  Forms all;
  for (int i = 0; i < rows; ++i) {
    const std::string name = "Ann " + std::to_string(i % (rows / 3));
    const std::string date = "2024-0" + std::to_string(1 + i * 9 / rows) + "-15";
    const std::string plan(kPlans[i * 3 / rows]);
    const std::string value = std::to_string(10 + i * 3 / rows) + ".50";
    all.csv += name + "," + date + "," + plan + "," + value + "\r\n";
    const std::string object = R"({"customer":{"id":")" + name + R"("},"date":")" + date +
                               R"(","plan":")" + plan + R"(","value":)" + value + "}";
    all.list += (i == 0 ? "" : ",\n") + object;
    all.lines += object + "\n";
    all.arrays += ",[\"" + name + "\",\"" + date + "\",\"" + plan + "\"," + value + "]";
  }
  all.list += "],\"has_more\":false}";
  all.arrays += "]";
  return all;
}

TEST(JsonFiles, GiveTheReportOfTheSameTable) {
  const Forms all = forms(9000);
  const Outcome wanted = run(all.csv);
  ASSERT_FALSE(wanted.error) << wanted.error->advice;
  EXPECT_EQ(ledgerSums(wanted.json()), "9000 = 9000 0 0 0 0");
  for (const std::string* form : {&all.list, &all.lines, &all.arrays}) {
    EXPECT_TRUE(run(*form).report == wanted.report) << form->substr(0, 80);
    EXPECT_TRUE(run(*form, "{}", 4099).report == wanted.report) << form->substr(0, 80);
  }
}

TEST(JsonFiles, AKeyThatComesLateIsAColumnAfterASecondReading) {
  const Forms all = forms(9000);
  const std::string bytes =
      all.lines + R"({"customer":{"id":"Zoe"},"date":"2024-09-15","plan":"Pro","late":"x"})";
  ASSERT_GT(all.lines.size(), kHeadBytes);
  Engine engine;
  ASSERT_FALSE(engine.begin("{}", R"([{"name":"input.json"}])"));
  Outcome outcome;
  readThrough(engine, 0, bytes, 1 << 20, outcome);
  EXPECT_EQ(outcome.readings, 2);
  ASSERT_FALSE(engine.finish());
  EXPECT_EQ(engine.rows(), 9001U);
  EXPECT_NE(engine.summary().value().find("\"late\""), std::string::npos);
  engine.openTable(0);
  engine.pushTable(bytes);
  std::string table(engine.tableText());
  engine.closeTable();
  table += engine.tableText();
  EXPECT_EQ(table.substr(0, table.find('\r')), "customer.id,date,plan,value,late");
  EXPECT_TRUE(table.ends_with("Zoe,2024-09-15,Pro,,x\r\n"));
}

TEST(JsonFiles, OneKeyMayHoldAllDates) {
  const Outcome outcome = run(
      R"([{"customer":"a","plan":"Basic","date":"13.02.2024"},
          {"customer":"a","plan":"Pro","date":"14.03.2024"}, null])");
  ASSERT_FALSE(outcome.error) << outcome.error->advice;
  EXPECT_EQ(ledgerSums(outcome.json()), "3 = 2 0 0 0 1");
  EXPECT_EQ(outcome.json()["ledger"]["problems"][0]["code"], "json.notARow");
  EXPECT_EQ(outcome.json()["ledger"]["problems"][0]["line"], 2);
}

}  // namespace
}  // namespace upgrade_rate
