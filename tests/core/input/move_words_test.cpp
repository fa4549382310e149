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

TEST(MoveWords, OfAPhraseEveryWordIsKnown) {
  const WordCase cases[] = {
      // What else happens to cards, invoices, trials and accounts.
      {"card_expired", std::nullopt},
      {"invoice_expired", std::nullopt},
      {"coupon_expired", std::nullopt},
      {"payment_lost", std::nullopt},
      {"Deal lost", std::nullopt},
      {"charge_expired", std::nullopt},
      {"trial_started", std::nullopt},
      {"trial_expired", std::nullopt},
      {"customer.subscription.trial_will_end", std::nullopt},
      {"new_trial", std::nullopt},
      {"lead_created", std::nullopt},
      {"account_created", std::nullopt},
      {"customer.created", std::nullopt},
      {"user_signed_up", std::nullopt},
      {"plan_created", std::nullopt},
      {"plan_deleted", std::nullopt},
      {"team_left", std::nullopt},
      {"price_change", std::nullopt},
      {"SUBSCRIPTION_PRICE_CHANGE_CONFIRMED", std::nullopt},
      {"status change", std::nullopt},
      {"account_changed", std::nullopt},
      {"price_increase", std::nullopt},
      // What has not happened, or not yet.
      {"cancellation_scheduled", std::nullopt},
      {"cancellation_reverted", std::nullopt},
      {"cancel_requested", std::nullopt},
      {"churn_prevented", std::nullopt},
      {"churn_risk", std::nullopt},
      {"upgrade_page_viewed", std::nullopt},
      {"upgrade_failed", std::nullopt},
      {"upgrade_scheduled", std::nullopt},
      {"upgrade_clicked", std::nullopt},
      {"upgrade_cancelled", std::nullopt},
      {"upgrade_started", std::nullopt},
      {"signup_started", std::nullopt},
      {"cancellation_stopped", std::nullopt},
      {"renewal_cancelled", std::nullopt},
      {"DID_FAIL_TO_RENEW", std::nullopt},
      {"not renewed", std::nullopt},
      {"add-on removed", std::nullopt},
  };
  for (const WordCase& c : cases) EXPECT_EQ(moveKindByWords(c.text), c.kind) << c.text;
}

TEST(MoveWords, BesideWordsThatChangeNothing) {
  const WordCase cases[] = {
      {"subscription_created", MoveKind::join},
      {"New paid customer", MoveKind::join},
      {"New Business Customer", MoveKind::join},
      {"new_subscription_notification", MoveKind::join},
      {"SUBSCRIPTION_CHARGE_ACTIVATED", MoveKind::join},
      {"customer.subscription.deleted", MoveKind::leave},
      {"SUBSCRIPTION_CHARGE_CANCELED", MoveKind::leave},
      {"SUBSCRIPTION_EXPIRED", MoveKind::leave},
      {"Voluntary churn", MoveKind::leave},
      {"Churn (involuntary)", MoveKind::leave},
      {"Churned MRR", MoveKind::leave},
      {"account_deleted", MoveKind::leave},
      {"Kündigung des Kunden", MoveKind::leave},
      {"reactivated_account_notification", MoveKind::rejoin},
      {"user.plan.upgraded", MoveKind::up},
      {"Upgrade to Pro", MoveKind::up},
      {"upgrade_completed", MoveKind::up},
      {"Existing Business - Upgrade", MoveKind::up},
      {"self-serve downgrade", MoveKind::down},
      {"Expansion MRR", MoveKind::more},
      {"seats increased", MoveKind::more},
      {"seat reduction", MoveKind::less},
      {"DID_RENEW", MoveKind::stay},
      {"auto-renewal", MoveKind::stay},
      {"RENEWAL", MoveKind::stay},
      {"PRODUCT_CHANGE", MoveKind::change},
      {"subscription_changed_with_backdating", MoveKind::change},
      {"Wechsel zu Premium", MoveKind::change},
      {"START_BILLING_ADD_ON", MoveKind::start},
  };
  for (const WordCase& c : cases) EXPECT_EQ(moveKindByWords(c.text), c.kind) << c.text;
}

TEST(MoveWords, OfTwoKindsTheOneThatSaysMore) {
  const WordCase cases[] = {
      {"plan change: upgrade", MoveKind::up},
      {"upgrade (plan change)", MoveKind::up},
      {"Renewal with upsell", MoveKind::more},
      {"Reactivate with Upgrade", MoveKind::rejoin},
      {"Bestandskunde Kündigung", MoveKind::leave},
      {"upgrade/expansion", MoveKind::up},
      {"expansion/upgrade", MoveKind::more},
      {"churn - cancellation", MoveKind::leave},
      {"upgrade or downgrade", std::nullopt},
      {"upgrade downgrade", std::nullopt},
      {"new churn", std::nullopt},
  };
  for (const WordCase& c : cases) EXPECT_EQ(moveKindByWords(c.text), c.kind) << c.text;
}

TEST(MoveWords, NamesAKindWithoutBeingOne) {
  EXPECT_TRUE(namesMoveKind("card_expired"));
  EXPECT_TRUE(namesMoveKind("upgrade"));
  EXPECT_FALSE(namesMoveKind("invoice_paid"));
  EXPECT_FALSE(namesMoveKind(""));
}

}  // namespace
}  // namespace upgrade_rate
