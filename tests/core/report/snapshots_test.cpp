// Snapshots and matrices through the engine: random tables against counts made from the table
// itself, one period at a time, and the same table written in both shapes.
#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>
#include <vector>

#include "tests/core/report/engine_run.h"

namespace upgrade_rate {
namespace {

constexpr int kMonths = 9;
constexpr std::array<const char*, 4> kPlans = {"", "basic", "pro", "enterprise"};  // by tier

/// Per customer and month a tier; 0: none.
using Tiers = std::vector<std::array<int, kMonths>>;

// Mostly as the month before. The distributions are ours, so that every machine draws the same.
Tiers randomTiers(uint32_t seed, size_t customers) {
  std::mt19937 random(seed);
  Tiers tiers(customers);
  for (auto& own : tiers) {
    int now = static_cast<int>(random() % 4);
    for (int& tier : own) {
      if (random() % 4 == 0) now = static_cast<int>(random() % 4);
      tier = now;
    }
  }
  return tiers;
}

std::string month(int m) { return "2024-0" + std::to_string(m + 1); }

// Who is on no plan has no row, or a row without a plan.
std::string asSnapshots(const Tiers& tiers, const std::array<const char*, 4>& words) {
  std::string text = "customer,month,plan\n";
  for (int m = 0; m < kMonths; ++m) {
    for (size_t c = 0; c < tiers.size(); ++c) {
      if (tiers[c][m] == 0 && (c + m) % 2 == 0) continue;
      text += "c" + std::to_string(c) + "," + month(m) + "," + words[tiers[c][m]] + "\n";
    }
  }
  return text;
}

std::string asMatrix(const Tiers& tiers, const std::array<const char*, 4>& words) {
  std::string text = "customer";
  for (int m = 0; m < kMonths; ++m) text += "," + month(m);
  text += "\n";
  for (size_t c = 0; c < tiers.size(); ++c) {
    text += "c" + std::to_string(c);
    for (int m = 0; m < kMonths; ++m) text += std::string(",") + words[tiers[c][m]];
    text += "\n";
  }
  return text;
}

struct Counts {
  int opening = 0, closing = 0, joined = 0, left = 0, fresh = 0, back = 0;
  int upgraded = 0, downgraded = 0, churned = 0;
};

// Month m opens with the snapshot before it and closes with its own.
Counts countsOf(const Tiers& tiers, int m) {
  Counts counts;
  for (const auto& own : tiers) {
    const int before = m == 0 ? 0 : own[m - 1], after = own[m];
    bool ever = false;
    for (int earlier = 0; earlier < m; ++earlier) ever |= own[earlier] > 0;
    counts.opening += before > 0;
    counts.closing += after > 0;
    counts.joined += before == 0 && after > 0;
    counts.left += before > 0 && after == 0;
    counts.churned += before > 0 && after == 0;
    counts.fresh += m > 0 && before == 0 && after > 0 && !ever;
    counts.back += before == 0 && after > 0 && ever;
    counts.upgraded += before > 0 && after > before;
    counts.downgraded += after > 0 && before > after;
  }
  return counts;
}

std::string written(const Json& period) {
  std::string text = period["label"].get<std::string>();
  for (const char* key : {"opening", "closing", "joined", "left", "new", "reactivated", "upgraded",
                          "downgraded", "churned"}) {
    text += " " + period[key].dump();
  }
  return text;
}

std::string written(int m, const Counts& c) {
  std::string text = month(m);
  for (const int count : {c.opening, c.closing, c.joined, c.left, c.fresh, c.back, c.upgraded,
                          c.downgraded, c.churned}) {
    text += " " + std::to_string(count);
  }
  return text;
}

TEST(SnapshotReports, RandomTablesOfPlans) {
  constexpr std::string_view kSettings =
      R"({"plans":[{"plan":"basic","role":"tier","tier":1},{"plan":"pro","role":"tier","tier":2},
          {"plan":"enterprise","role":"tier","tier":3}]})";
  for (uint32_t seed = 1; seed <= 20; ++seed) {
    const Tiers tiers = randomTiers(seed, 40);
    for (const std::string& text : {asSnapshots(tiers, kPlans), asMatrix(tiers, kPlans)}) {
      const Outcome outcome = run(text, kSettings);
      ASSERT_FALSE(outcome.error) << outcome.error->advice;
      const Json report = outcome.json();
      ASSERT_EQ(report["periods"].size(), kMonths);
      for (int m = 0; m < kMonths; ++m) {
        EXPECT_EQ(written(report["periods"][m]), written(m, countsOf(tiers, m))) << seed;
      }
    }
  }
}

TEST(SnapshotReports, RandomTablesOfValues) {
  constexpr std::array<const char*, 4> kValues = {"0", "10", "20", "35.5"};
  constexpr std::array<double, 4> kAmounts = {0, 10, 20, 35.5};
  for (uint32_t seed = 31; seed <= 45; ++seed) {
    const Tiers tiers = randomTiers(seed, 30);
    std::string snapshots = asSnapshots(tiers, kValues);
    snapshots.replace(snapshots.find("plan"), 4, "mrr");
    for (const std::string& text : {snapshots, asMatrix(tiers, kValues)}) {
      const Json report = run(text).json();
      ASSERT_EQ(report["settings"]["numerator"], "upsold");
      for (int m = 0; m < kMonths; ++m) {
        const Json& period = report["periods"][m];
        const Counts counts = countsOf(tiers, m);  // a higher value where tiers are higher
        double opening = 0, closing = 0;
        for (const auto& own : tiers) {
          opening += m == 0 ? 0 : kAmounts[own[m - 1]];
          closing += kAmounts[own[m]];
        }
        EXPECT_EQ(period["upgraded"], 0);
        EXPECT_EQ(period["upsold"], counts.upgraded) << seed << " " << month(m);
        EXPECT_EQ(period["churned"], counts.churned);
        EXPECT_EQ(period["new"], counts.fresh);
        EXPECT_EQ(period["value"][""]["opening"], opening);
        EXPECT_EQ(period["value"][""]["closing"], closing);
      }
    }
  }
}

// Rows = used + duplicate + superseded + ignored + rejected, whatever a row is cut into.
TEST(SnapshotReports, EveryRowOfAMatrixHasOneFate) {
  struct Case {
    const char* name;
    const char* rows;
    const char* sums;
  };
  const std::vector<Case> cases = {
      {"once each", "a,basic,pro\nb,pro,pro\n", "2 = 2 0 0 0 0"},
      {"the same twice", "a,basic,pro\na,basic,pro\n", "2 = 1 1 0 0 0"},
      {"the same but for one cell", "a,basic,pro\na,basic,basic\n", "2 = 1 0 1 0 0"},
      {"the same but for a blank", "a,basic,pro\na,basic,\n", "2 = 1 0 1 0 0"},
      {"blanks that are written otherwise", "a,basic,\na,basic,NULL\nb,,pro\n", "3 = 2 1 0 0 0"},
      {"nothing in a row", "a,basic,pro\nb,,\n", "2 = 2 0 0 0 0"},
      {"three of one", "a,basic,pro\na,pro,pro\na,basic,pro\n", "3 = 1 1 1 0 0"},
      {"no customer", "a,basic,pro\n,basic,pro\n", "2 = 1 0 0 0 1"},
      {"the header again", "a,basic,pro\ncustomer,2024-01,2024-02\n", "2 = 1 0 0 1 0"},
      {"a line with totals", "a,basic,pro\nTotal,1,1\n", "2 = 1 0 0 1 0"},
  };
  for (const Case& c : cases) {
    const Outcome outcome = run(std::string("customer,2024-01,2024-02\n") + c.rows);
    ASSERT_FALSE(outcome.error) << c.name << outcome.error->advice;
    EXPECT_EQ(ledgerSums(outcome.json()), c.sums) << c.name;
  }
}

TEST(SnapshotReports, RowsOfAMatrixAfterTheDataAreIgnored) {
  const Json before =
      run("customer,2024-01,2024-02\na,basic,pro\n", R"({"dataUntil":"2024-01-01"})").json();
  EXPECT_EQ(ledgerSums(before), "1 = 0 0 0 1 0");
  const Json within =
      run("customer,2024-01,2024-02\na,basic,pro\na,basic,basic\n", R"({"dataUntil":"2024-02-01"})")
          .json();
  EXPECT_EQ(ledgerSums(within), "2 = 1 1 0 0 0");
}

// Two files with the same customers and other months are one matrix.
TEST(SnapshotReports, MonthsOfSeveralFiles) {
  const Json report =
      run(std::vector<TestFile>{{"a.csv", "customer,2024-01,2024-02\na,basic,basic\nb,pro,pro\n"},
                                {"b.csv", "customer,2024-02,2024-03\na,pro,pro\nc,basic,basic\n"}})
          .json();
  EXPECT_EQ(ledgerSums(report), "4 = 4 0 0 0 0");
  // b stands in February by the first file, and is missing in March.
  EXPECT_EQ(written(report["periods"][1]), "2024-02 2 3 1 0 1 0 1 0 0");
  EXPECT_EQ(written(report["periods"][2]), "2024-03 3 2 0 1 0 0 0 0 1");
}

// A report's own settings, fed back, give the same report.
TEST(SnapshotReports, SettingsGiveTheReportAgain) {
  const Tiers tiers = randomTiers(7, 25);
  for (const std::string& text :
       {asSnapshots(tiers, kPlans), asMatrix(tiers, kPlans),
        asMatrix(tiers, {"", "10", "20", "30"}),
        std::string("customer,upgraded,date\na,yes,2024-01-05\nb,no,2024-01-08\n")}) {
    const Outcome first = run(text);
    ASSERT_FALSE(first.error) << first.error->advice;
    EXPECT_EQ(run(text, first.settings()).report, first.report);
  }
}

struct PeriodCase {
  const char* name;
  const char* days[3];
  const char* dataUntil;
  const char* lastLabel;
};

// Where the data ends, and how fine periods are, follows from how the periods are written.
TEST(SnapshotReports, PeriodsAndTheEndOfTheData) {
  const std::vector<PeriodCase> cases = {
      {"months", {"2024-01", "2024-02", "2024-03"}, "2024-04-01T00:00:00Z", "2024-03"},
      {"firsts", {"2024-01-01", "2024-02-01", "2024-03-01"}, "2024-04-01T00:00:00Z", "2024-03"},
      {"lasts", {"2024-01-31", "2024-02-29", "2024-03-31"}, "2024-04-01T00:00:00Z", "2024-03"},
      {"quarters", {"2024-Q1", "2024-Q2", "2024-Q3"}, "2024-10-01T00:00:00Z", "2024-Q3"},
      {"firsts of quarters",
       {"2024-01-01", "2024-04-01", "2024-07-01"},
       "2024-10-01T00:00:00Z",
       "2024-Q3"},
      {"years", {"2021", "2022", "2023"}, "2024-01-01T00:00:00Z", "2023"},
      {"weeks", {"2024-W05", "2024-W06", "2024-W07"}, "2024-02-19T00:00:00Z", "2024-02"},
      {"days a week apart",
       {"2024-01-03", "2024-01-10", "2024-01-24"},
       "2024-01-31T00:00:00Z",
       "2024-01"},
      {"any days", {"2024-01-03", "2024-01-11", "2024-02-20"}, "2024-02-21T00:00:00Z", "2024-02"},
      {"times of day",
       {"2024-01-03 08:00", "2024-01-11 09:30", "2024-02-20 23:59"},
       "2024-02-21T00:00:00Z",
       "2024-02"},
  };
  for (const PeriodCase& c : cases) {
    std::string text = "customer,snapshot date,plan\n";
    for (const char* day : c.days) text += std::string("a,") + day + ",basic\nb," + day + ",pro\n";
    const Outcome outcome = run(text);
    ASSERT_FALSE(outcome.error) << c.name << outcome.error->advice;
    const Json report = outcome.json();
    EXPECT_EQ(report["settings"]["dataUntil"], c.dataUntil) << c.name;
    EXPECT_EQ(report["periods"].back()["label"], c.lastLabel) << c.name;
    EXPECT_EQ(report["periods"].back()["closing"], 2) << c.name;
  }
}

}  // namespace
}  // namespace upgrade_rate
