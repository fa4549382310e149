// Kinds of movements as exports and people write them.
#include "core/input/move_words.h"

#include <gtest/gtest.h>

namespace upgrade_rate {
namespace {

struct WordCase {
  const char* text;
  std::optional<MoveKind> kind;
};

TEST(MoveWords, AsExportsWriteThem) {
  const WordCase cases[] = {
      {"new_biz", MoveKind::join},
      {"New Business", MoveKind::join},
      {"Neukunde", MoveKind::join},
      {"START_BILLING_BASE", MoveKind::start},
      {"ACTIVE_START", MoveKind::start},
      {"ACTIVE_END", MoveKind::end},
      {"ACTIVE_UPGRADE", MoveKind::up},
      {"ACTIVE_DOWNGRADE", MoveKind::down},
      {"Existing Customer - Upgrade", MoveKind::up},
      {"Existing Customer - Replacement", MoveKind::change},
      {"Existing Customer - Downgrade", MoveKind::down},
      {"New Customer", MoveKind::join},
      {"newbusiness", MoveKind::join},
      {"existingbusiness", MoveKind::again},
      {"Existing Business", MoveKind::again},
      {"Bestandskunde", MoveKind::again},
      {"Add-On", MoveKind::more},
      {"downgraded", MoveKind::down},
      {"expansion", MoveKind::more},
      {"Upsell", MoveKind::more},
      {"CONTRACTION", MoveKind::less},
      {"churn", MoveKind::leave},
      {"subscription.cancelled", MoveKind::leave},
      {"Kündigung", MoveKind::leave},
      {"STOP_ENTITLEMENT_BASE", MoveKind::end},
      {"reactivation", MoveKind::rejoin},
      {"Verlängerung", MoveKind::stay},
      {"plan change", MoveKind::change},
      {"invoice", std::nullopt},
      {"", std::nullopt},
  };
  for (const WordCase& c : cases) EXPECT_EQ(moveKindByWords(c.text), c.kind) << c.text;
}

}  // namespace
}  // namespace upgrade_rate
