// What a report says of how the order of the plans was found.
#include <gtest/gtest.h>

#include "tests/core/report/engine_run.h"

namespace upgrade_rate {
namespace {

struct OrderCase {
  const char* name;
  std::string bytes;
  const char* note;
};

const OrderCase kCases[] = {
    {"all by words",
     "customer,date,plan\nA,2024-01-05,Pro\nB,2024-01-05,Business\nA,2024-02-05,Business Plus\n",
     "info words"},
    {"no word tells lite from basic",
     "customer,date,plan\nA,2024-01-05,Lite\nB,2024-01-05,Basic\nA,2024-02-05,Pro\n",
     "warning partly"},
    {"nothing but appearance",
     "customer,date,plan\nA,2024-01-05,Lite\nB,2024-01-05,Basic\nA,2024-02-05,Basic\n",
     "warning appearance"},
};

TEST(PlanOrder, IsAWarningWhereSomeOfItIsAGuess) {
  for (const OrderCase& c : kCases) {
    const Json report = run({{"plans.csv", c.bytes}}).json();
    std::string said;
    for (const Json& note : report["notes"]) {
      if (note["code"] != "tiers.guessed") continue;
      said +=
          note["severity"].get<std::string>() + " " + note["params"]["method"].get<std::string>();
    }
    EXPECT_EQ(said, c.note) << c.name;
  }
}

}  // namespace
}  // namespace upgrade_rate
