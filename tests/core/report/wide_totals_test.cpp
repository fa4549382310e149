// Totals with one column per period say what the same totals with one row per period say.
#include <gtest/gtest.h>

#include "tests/core/report/engine_run.h"

namespace upgrade_rate {
namespace {

const std::string kLong =
    "region,month,customers,upgraded\n"
    "EU,2024-01,100,5\nUS,2024-01,1200,6\n"
    "EU,2024-02,110,11\nUS,2024-02,1190,7\n"
    "EU,2024-04,120,0\nUS,2024-04,1180,9\n";

struct WideCase {
  const char* name;
  std::string bytes;
};

// March is not there, so no figure of it is.
TEST(WideTotals, SayWhatRowsPerPeriodSay) {
  const WideCase cases[] = {
      {"as a spreadsheet has them",
       "region,metric,Jan 2024,Feb 2024,Mar 2024,Apr 2024\n"
       "EU,Customers,100,110,,120\nEU,Upgraded,5,11,,0\n"
       "US,Customers,\"1,200\",\"1,190\",,\"1,180\"\nUS,Upgraded,6,7,,9\n"},
      {"counts apart, other rows between, months in any order",
       "2024-04,metric,2024-01,region,2024-02\n"
       "0,upgraded,5,EU,11\n120,customers,100,EU,110\n0.00,upgrade rate,0.05,EU,0.1\n"
       "1180,customers,1200,US,1190\n9,upgraded,6,US,7\n"},
      {"in German",
       "region;Kennzahl;01/2024;02/2024;04/2024\n"
       "EU;Kunden;100;110;120\nUS;Kunden;1.200;1.190;1.180\n"
       "EU;Hochgestuft;5;11;0\nUS;Hochgestuft;6;7;9\n"},
      {"as objects",
       R"([{"region":"EU","m":"customers","2024-01":100,"2024-02":110,"2024-04":120},
           {"region":"EU","m":"upgraded","2024-01":5,"2024-02":11,"2024-04":0},
           {"region":"US","m":"customers","2024-01":1200,"2024-02":1190,"2024-04":1180},
           {"region":"US","m":"upgraded","2024-01":6,"2024-02":7,"2024-04":9}])"}};
  const std::string settings = R"({"files":[{"mapping":{"segments":["region"]}}]})";
  const Json expected = run(kLong, settings).json();
  for (const WideCase& c : cases) {
    const Outcome wide = run(c.bytes, settings);
    ASSERT_FALSE(wide.error) << c.name << ": " << wide.error->advice;
    for (const char* part : {"headline", "periods", "segments", "trend", "notes", "findings"}) {
      EXPECT_EQ(dumpJson(wide.json()[part]), dumpJson(expected[part])) << c.name << ": " << part;
    }
    EXPECT_EQ(run(c.bytes, wide.settings()).report, wide.report) << c.name;
  }
}

// Without the column of regions each pair stands for its month, and the last one counts.
TEST(WideTotals, TheLastPairOfAPeriodCounts) {
  const Json report =
      run("metric,2024-01,2024-02\ncustomers,100,110\nupgraded,5,11\ncustomers,100,120\n"
          "upgraded,5,6\n")
          .json();
  EXPECT_EQ(ledgerSums(report), "4 = 2 0 2 0 0");
  EXPECT_EQ(report["periods"][1]["opening"], 120);
}

TEST(WideTotals, EveryRowIsAccountedFor) {
  const Json report = run("metric,2024-01,2024-02\nactive,90,95\nCustomers,100,many\nUpgraded,5,6\n"
                          "metric,2024-01,2024-02\nUpgraded,,\nChurned,3,3\n")
                          .json();
  // Used: two. Ignored: "active", since "Customers" says it better; the header again; "Churned".
  // Rejected: upgraded once more, without customers. "many" costs its period only.
  EXPECT_EQ(ledgerSums(report), "6 = 2 0 0 3 1");
  EXPECT_EQ(report["periods"].size(), 1u);
}

}  // namespace
}  // namespace upgrade_rate
