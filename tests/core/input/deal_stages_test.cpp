// Stages of deals as CRMs and people write them.
#include "core/input/deal_stages.h"

#include <gtest/gtest.h>

namespace upgrade_rate {
namespace {

TEST(DealStages, OnlyWonDealsCount) {
  for (const char* won : {"Closed Won", "closedwon", "Won", "Closed Won (Sales Pipeline)",
                          "6 - Closed/Won", "Gewonnen", "Abgeschlossen und gewonnen", "true"}) {
    EXPECT_TRUE(isWonStage(won)) << won;
  }
  for (const char* other :
       {"Closed Lost", "closedlost", "Not won", "Nicht gewonnen", "Lost (won back)",
        "Negotiation/Review", "Wonder", "false", "Verloren", ""}) {
    EXPECT_FALSE(isWonStage(other)) << other;
  }
}

}  // namespace
}  // namespace upgrade_rate
