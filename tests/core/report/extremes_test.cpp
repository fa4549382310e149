// Data at the edges of what there can be: nobody, everybody, one customer, one period, forty years,
// very many events of one customer and very many customers. The figures are right, or null with the
// reason. Expected values by hand; limits of k = 0 and k = n by Wilson are z²/(n + z²) and n/(n +
// z²).
#include <gtest/gtest.h>

#include <cstdio>
#include <string>

#include "tests/core/report/engine_run.h"

namespace upgrade_rate {
namespace {

constexpr double kZSquared = 3.841458820694124;  // of 95 %

Json reportOf(const std::string& rows, const std::string& settings) {
  const Outcome outcome = run({{"rows.csv", "customer,date,plan\n" + rows}}, settings);
  EXPECT_FALSE(outcome.error) << outcome.error->advice;
  return outcome.json();
}

int64_t sumOf(const Json& periods, const char* figure) {
  int64_t sum = 0;
  for (const Json& period : periods) sum += period[figure].get<int64_t>();
  return sum;
}

TEST(Extremes, NobodyAtTheStartIsNoRate) {
  const Json report = reportOf("a,2024-01-05,Basic\n", R"({"dataUntil":"2024-02-01"})");
  ASSERT_EQ(report["periods"].size(), 1u);
  const Json& only = report["periods"][0];
  EXPECT_EQ(only["opening"], 0);
  EXPECT_EQ(only["new"], 1);
  for (const char* figure : {"rate", "interval", "band", "toNextBand", "change", "changeYear"}) {
    EXPECT_TRUE(only[figure].is_null()) << figure;
  }
  EXPECT_TRUE(report["headline"].is_null());
  for (const char* code : {"base.empty", "headline.none", "trend.tooFew", "forecast.tooFew"}) {
    EXPECT_NE(noteCodes(report).find(code), std::string::npos) << code;
  }
}

TEST(Extremes, AllUpgraded) {
  const Json report =
      reportOf("a,2024-01-05,Basic\nb,2024-01-05,Basic\na,2024-02-10,Pro\nb,2024-02-11,Pro\n",
               R"({"dataUntil":"2024-03-01","range":{"start":"2024-02-01","end":"2024-03-01"}})");
  const Json& headline = report["headline"];
  EXPECT_EQ(headline["rate"], 1.0);
  EXPECT_EQ(headline["band"], "exceptional");
  EXPECT_TRUE(headline["toNextBand"].is_null());
  EXPECT_NEAR(headline["interval"][0].get<double>(), 2 / (2 + kZSquared), 1e-12);
  EXPECT_EQ(headline["interval"][1], 1.0);
}

TEST(Extremes, OneCustomerWhoStays) {
  const Json report =
      reportOf("a,2024-01-05,Basic\na,2024-02-20,Basic\n",
               R"({"dataUntil":"2024-03-01","range":{"start":"2024-02-01","end":"2024-03-01"}})");
  const Json& headline = report["headline"];
  EXPECT_EQ(headline["rate"], 0.0);
  EXPECT_EQ(headline["toNextBand"], 1);
  EXPECT_TRUE(headline["toLowerBand"].is_null());
  EXPECT_EQ(headline["interval"][0], 0.0);
  EXPECT_NEAR(headline["interval"][1].get<double>(), kZSquared / (1 + kZSquared), 1e-12);
  ASSERT_EQ(report["periods"].size(), 2u);
  EXPECT_TRUE(report["periods"][1]["change"].is_null()) << "the first period has no rate";
}

TEST(Extremes, FortyYearsOfMonths) {
  const Json report =
      reportOf("a,1985-01-15,Basic\na,2024-12-10,Pro\n", R"({"dataUntil":"2025-01-01"})");
  const Json& periods = report["periods"];
  ASSERT_EQ(periods.size(), 480u);
  EXPECT_EQ(periods[0]["label"], "1985-01");
  EXPECT_EQ(periods[479]["label"], "2024-12");
  EXPECT_EQ(sumOf(periods, "opening"), 479);
  EXPECT_EQ(sumOf(periods, "upgraded"), 1);
  EXPECT_EQ(periods[479]["rate"], 1.0);
}

// Every hour another plan, from 2010 to 29 May 2021: every second row is an upgrade.
TEST(Extremes, OneCustomerWithAHundredThousandEvents) {
  std::string rows;
  char row[64];
  for (int hour = 0; hour < 100'000; ++hour) {
    const CivilDate date = civilDate(14'610 + hour / 24);
    std::snprintf(row, sizeof row, "a,%04d-%02d-%02dT%02d:00:00Z,%s\n", date.year, date.month,
                  date.day, hour % 24, hour % 2 == 0 ? "Basic" : "Pro");
    rows += row;
  }
  const Json report = reportOf(rows, R"({"dataUntil":"2021-06-01"})");
  const Json& periods = report["periods"];
  ASSERT_EQ(periods.size(), 137u);
  EXPECT_EQ(report["ledger"]["used"], 100'000);
  EXPECT_EQ(sumOf(periods, "upgradeEvents"), 50'000);
  EXPECT_EQ(sumOf(periods, "upgraded"), 136);
  EXPECT_EQ(sumOf(periods, "upgradedNew"), 1);
}

TEST(Extremes, AMillionCustomersWithOneEvent) {
  std::string rows;
  rows.reserve(26'000'000);
  for (int customer = 0; customer < 1'000'000; ++customer) {
    rows += "c" + std::to_string(customer) + ",2024-01-15,Basic\n";
  }
  const Json report = reportOf(
      rows, R"({"dataUntil":"2024-03-01","range":{"start":"2024-02-01","end":"2024-03-01"}})");
  EXPECT_EQ(report["data"]["customers"], 1'000'000);
  EXPECT_EQ(report["ledger"]["used"], 1'000'000);
  EXPECT_EQ(report["headline"]["opening"], 1'000'000);
  EXPECT_EQ(report["headline"]["rate"], 0.0);
  EXPECT_EQ(report["headline"]["toNextBand"], 150'000);
}

}  // namespace
}  // namespace upgrade_rate
