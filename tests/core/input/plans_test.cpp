// The guessed ladder: roles by words, tiers by value, by words or by appearance.
#include "core/input/plans.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "core/cells/number.h"
#include "core/input/plan_words.h"

namespace upgrade_rate {
namespace {

struct RoleCase {
  const char* key;
  Role role;
};

constexpr RoleCase kRoles[] = {
    {"basic", Role::tier},
    {"trial", Role::prospect},
    {"free", Role::prospect},
    {"free trial", Role::prospect},
    {"pro (trial)", Role::prospect},
    {"freedom", Role::tier},
    {"cancelled", Role::none},
    {"canceled", Role::none},
    {"churned", Role::none},
    {"trial expired", Role::none},
    {"gekündigt", Role::none},
    {"add on: extra seats", Role::addOn},
    {"add on: storage", Role::addOn},
    {"storage addon", Role::addOn},
    {"extra seats", Role::addOn},
    {"additional users", Role::addOn},
    {"extra", Role::tier},
    {"extra large", Role::tier},
    {"extra small plan", Role::tier},
    {"extra large storage", Role::tier},
    {"extra storage large", Role::addOn},
    {"lead", Role::prospect},
    {"new lead", Role::prospect},
    {"lead capture", Role::tier},
    {"lead pro", Role::tier},
    {"demo", Role::prospect},
    {"demo pro", Role::prospect},
    {"demo account", Role::prospect},
    {"demo builder", Role::tier},
    {"test prep", Role::tier},
    {"ad free", Role::tier},
    {"free plan", Role::prospect},
    {"", Role::tier},
};

TEST(PlanWords, TellRoles) {
  for (const RoleCase& c : kRoles) EXPECT_EQ(roleByWords(c.key), c.role) << c.key;
}

TEST(PlanWords, LeaveOutTheBillingTerm) {
  const char* const cases[][2] = {{"pro monthly", "pro"},
                                  {"pro annual", "pro"},
                                  {"pro (yearly)", "pro"},
                                  {"pro per month", "pro"},
                                  {"pro: billed yearly", "pro"},
                                  {"annual pro 12m", "pro"},
                                  {"basis jährlich", "basis"},
                                  {"pro 12 months", "pro"},
                                  {"pro 1 jahr", "pro"},
                                  {"pro 10 monthly", "pro 10"},
                                  {"pro 10", "pro 10"},
                                  {"monthly", "monthly"},
                                  {"12 months", "12 months"},
                                  {"pro+", "pro+"},
                                  {"pro", "pro"}};
  for (const auto& [key, rest] : cases) EXPECT_EQ(withoutBillingTerm(key), rest);
}

TEST(PlanWords, RankTheWellKnown) {
  // In the order of the KPI's definition: lite, basic, starter < standard, plus, team < pro,
  // premium, growth < business < enterprise, ultimate.
  const std::vector<std::vector<const char*>> ranks = {{"lite", "basic", "starter"},
                                                       {"standard", "plus", "team"},
                                                       {"pro", "premium", "growth"},
                                                       {"business"},
                                                       {"enterprise", "ultimate"}};
  for (size_t i = 0; i < ranks.size(); ++i) {
    for (const char* word : ranks[i]) EXPECT_EQ(rankByWords(word), static_cast<int32_t>(i) + 1);
  }
  EXPECT_EQ(rankByWords("team plan pro"), 3) << "the best known word";
  EXPECT_EQ(rankByWords("plan a"), std::nullopt);
  EXPECT_EQ(rankByWords("professionals"), std::nullopt) << "whole words only";
}

struct Row {
  const char* plan;
  std::optional<double> value;
};

Events eventsOf(const std::vector<Row>& rows) {
  Events events;
  for (const Row& row : rows) {
    events.customer.push_back(0);
    events.time.push_back({});
    const std::string_view plan = row.plan;
    events.spelling.push_back(plan.empty() ? kBlankPlan : events.spellings.index(plan));
    if (row.value) events.value.resize(events.customer.size() - 1, kUnknown);
    if (row.value) events.value.push_back(static_cast<int64_t>(*row.value * kMillionths));
  }
  if (!events.value.empty()) events.value.resize(events.customer.size(), kUnknown);
  return events;
}

/// "Basic=1/value Trial=prospect/words", in the order found.
std::string described(const Plans& plans) {
  constexpr const char* kRoleNames[] = {"tier", "addOn", "prospect", "none"};
  constexpr const char* kOrders[] = {"value", "words", "appearance", "settings"};
  std::string text;
  for (const Plan& plan : plans.plans) {
    const bool tier = plan.rule.role == Role::tier;
    text +=
        (text.empty() ? "" : " ") + plan.name + "=" +
        (tier ? std::to_string(plan.rule.tier) : kRoleNames[static_cast<size_t>(plan.rule.role)]) +
        "/" + kOrders[static_cast<size_t>(plan.order)];
  }
  return text;
}

struct GuessCase {
  const char* name;
  std::vector<Row> rows;
  const char* expected;
  bool backward = false;
};

const GuessCase kGuesses[] = {
    {"by value, whatever the names say",
     {{"Enterprise", 10}, {"Basic", 50}, {"Pro", 20}, {"Enterprise", 12}, {"Basic", 40}},
     "Enterprise=1/value Basic=3/value Pro=2/value"},
    {"by the median, not the mean",
     {{"A", 10}, {"A", 10}, {"A", 900}, {"B", 20}, {"B", 30}},
     "A=1/value B=2/value"},
    {"a value for one family only: by words",
     {{"Pro", 10}, {"Basic", std::nullopt}},
     "Pro=2/words Basic=1/words"},
    {"by words",
     {{"Business", {}}, {"Pro", {}}, {"Starter", {}}, {"Enterprise", {}}, {"Team", {}}},
     "Business=4/words Pro=3/words Starter=1/words Enterprise=5/words Team=2/words"},
    {"a word like plus is above the name without it",
     {{"Business Plus", {}}, {"Enterprise", {}}, {"Business", {}}},
     "Business Plus=2/words Enterprise=3/words Business=1/words"},
    {"starter below standard below plus",
     {{"Business Plus", {}}, {"Business Starter", {}}, {"Business Standard", {}}},
     "Business Plus=3/words Business Starter=1/words Business Standard=2/words"},
    {"a lowered name that is raised again stays below the name without either",
     {{"Pro", {}}, {"Pro Lite Plus", {}}, {"Pro Lite", {}}, {"Pro Plus", {}}},
     "Pro=3/words Pro Lite Plus=2/words Pro Lite=1/words Pro Plus=4/words"},
    {"larger numbers above smaller ones, as numbers",
     {{"Pro 50", {}}, {"Pro 5", {}}, {"Pro 10", {}}, {"Pro 1k", {}}, {"Pro 1,500", {}}},
     "Pro 50=3/words Pro 5=1/words Pro 10=2/words Pro 1k=4/words Pro 1,500=5/words"},
    {"terms of a number of months share a tier",
     {{"Pro 12 months", {}}, {"Basic", {}}, {"Pro 1 month", {}}, {"Pro monthly", {}}},
     "Pro 12 months=2/words Basic=1/words Pro 1 month=2/words Pro monthly=2/words"},
    {"years are versions",
     {{"Pro 2024", {}}, {"Pro 2023", {}}},
     "Pro 2024=1/appearance Pro 2023=2/appearance"},
    {"sizes that may be years are sizes",
     {{"Pro 2000", {}}, {"Pro 1000", {}}},
     "Pro 2000=2/words Pro 1000=1/words"},
    {"numbers of other units say nothing",
     {{"Pro 10gb", {}}, {"Pro 5users", {}}},
     "Pro 10gb=1/appearance Pro 5users=2/appearance"},
    {"a name without a number beside one with it",
     {{"Pro 10", {}}, {"Pro", {}}},
     "Pro 10=1/appearance Pro=2/appearance"},
    {"nothing tells which is the lower one: those by appearance, the others by words",
     {{"Pro", {}}, {"Lite", {}}, {"Basic", {}}},
     "Pro=3/words Lite=1/appearance Basic=2/appearance"},
    {"several offerings of one rank stay together",
     {{"CRM Pro", {}}, {"Mail Pro Plus", {}}, {"CRM Pro Plus", {}}, {"Mail Pro", {}}},
     "CRM Pro=1/appearance Mail Pro Plus=4/appearance CRM Pro Plus=2/appearance "
     "Mail Pro=3/appearance"},
    {"a usual word beside none says nothing",
     {{"Business Standard", {}}, {"Business", {}}},
     "Business Standard=1/appearance Business=2/appearance"},
    {"extra large is above large, extra small below small",
     {{"Large", {}}, {"Extra Large", {}}, {"Small", {}}, {"Extra Small", {}}},
     "Large=3/words Extra Large=4/words Small=2/words Extra Small=1/words"},
    {"extra large with values",
     {{"Small", 10}, {"Large", 59}, {"Extra Large", 99}},
     "Small=1/value Large=2/value Extra Large=3/value"},
    {"who pays is no prospect, whatever the plan is called",
     {{"Lead", 49}, {"Lead Pro", 99}, {"Trial", 0}, {"Free", 0}, {"Free Range", 20}},
     "Lead=2/value Lead Pro=3/value Trial=prospect/words Free=prospect/words Free Range=1/value"},
    {"equal values share a tier",
     {{"North", 10}, {"South", 10}, {"Pro", 20}},
     "North=1/value South=1/value Pro=2/value"},
    {"one name without a word: by appearance",
     {{"Pro", {}}, {"Alpha", {}}, {"Basic", {}}},
     "Pro=1/appearance Alpha=2/appearance Basic=3/appearance"},
    {"newest first: the last row appeared first",
     {{"Gamma", {}}, {"Beta", {}}, {"Alpha", {}}},
     "Gamma=3/appearance Beta=2/appearance Alpha=1/appearance",
     true},
    {"billing terms share a tier",
     {{"Pro monthly", 50}, {"Basic", 20}, {"Pro annual", 40}, {"Pro-Yearly", 41}},
     "Pro monthly=2/value Basic=1/value Pro annual=2/value Pro-Yearly=2/value"},
    {"roles by words",
     {{"Free Trial", {}}, {"Basic", {}}, {"Add-on: extra seats", {}}, {"Churned", {}}, {"Pro", {}}},
     "Free Trial=prospect/words Basic=1/words Add-on: extra seats=addOn/words "
     "Churned=none/words Pro=2/words"},
    {"blank plans are no plan", {{"", {}}, {"Basic", {}}, {"", {}}}, "Basic=1/words"},
    {"no plan at all", {{"", {}}}, ""},
};

TEST(GuessPlans, OrdersTheLadder) {
  for (const GuessCase& c : kGuesses) {
    EXPECT_EQ(described(guessPlans(eventsOf(c.rows), c.backward)), c.expected) << c.name;
  }
}

TEST(GuessPlans, MergesSpellings) {
  const Plans plans = guessPlans(eventsOf({{"basic_plan", {}},
                                           {"Basic Plan", {}},
                                           {"BASIC-PLAN", {}},
                                           {"Basic Plan", {}},
                                           {"Pro+", {}},
                                           {"Pro", {}}}),
                                 false);
  ASSERT_EQ(plans.plans.size(), 3U);
  EXPECT_EQ(plans.plans[0].name, "Basic Plan");
  EXPECT_EQ(plans.plans[0].spellings,
            (std::vector<std::string>{"basic_plan", "Basic Plan", "BASIC-PLAN"}));
  EXPECT_EQ(plans.plans[0].rows, 4U);
  EXPECT_EQ(plans.planOf, (std::vector<uint32_t>{0, 0, 0, 1, 2}));
  EXPECT_EQ(plans.plan(kBlankPlan), kNoPlan);
  EXPECT_EQ(plans.rule(kNoPlan).role, Role::none);
}

TEST(GuessPlans, TypicalValueIsTheMedian) {
  const Plans plans = guessPlans(
      eventsOf({{"A", 10}, {"A", 30}, {"A", 20}, {"A", 60}, {"B", 5}, {"C", {}}}), false);
  EXPECT_EQ(plans.plans[0].typicalValue, 25);
  EXPECT_EQ(plans.plans[1].typicalValue, 5);
  EXPECT_EQ(plans.plans[2].typicalValue, std::nullopt);
}

TEST(GuessPlans, WhatATrialPaysIsNotWhatThePlanCosts) {
  Events events = eventsOf({{"A", 0}, {"A", 30}, {"A", 0}, {"A", 50}, {"B", 35}});
  for (const char* status : {"trialing", "active", "In Trial", "unheard of", "active"}) {
    events.status.push_back(events.statuses.index(status));
  }
  const Plans plans = guessPlans(events, false);
  EXPECT_EQ(plans.plans[0].typicalValue, 40) << "of 30 and 50, not of 0, 0, 30 and 50";
  EXPECT_EQ(described(plans), "A=2/value B=1/value");
}

TEST(ApplySettings, InPart) {
  const Plans guess =
      guessPlans(eventsOf({{"Alpha", {}}, {"Beta", {}}, {"Gamma", {}}, {"Trial", {}}}), false);
  ASSERT_EQ(described(guess),
            "Alpha=1/appearance Beta=2/appearance Gamma=3/appearance Trial=prospect/words");
  // Tiers that the settings leave out stand above those they name, in the guessed order.
  EXPECT_EQ(described(applySettings(guess, {{"gamma", {Role::tier, 1}}})),
            "Alpha=2/appearance Beta=3/appearance gamma=1/settings Trial=prospect/words");
  EXPECT_EQ(
      described(applySettings(guess, {{"BETA", {Role::addOn, 0}}, {"trial", {Role::tier, 7}}})),
      "Alpha=8/appearance BETA=addOn/settings Gamma=10/appearance trial=7/settings");
}

TEST(ApplySettings, WhatRepeatsTheGuessKeepsItsOrigin) {
  const Plans guess = guessPlans(eventsOf({{"Alpha", {}}, {"Beta", {}}}), false);
  EXPECT_EQ(
      described(applySettings(guess, {{"Alpha", {Role::tier, 1}}, {"Beta", {Role::tier, 2}}})),
      described(guess));
}

TEST(ApplySettings, WhereOnePlanWasMovedTheOrderIsNoGuess) {
  const Plans guess =
      guessPlans(eventsOf({{"Alpha", {}}, {"Beta", {}}, {"Gamma", {}}, {"Trial", {}}}), false);
  EXPECT_EQ(described(applySettings(guess, {{"Alpha", {Role::tier, 1}},
                                            {"Beta", {Role::tier, 1}},
                                            {"Gamma", {Role::tier, 3}},
                                            {"Trial", {Role::prospect, 0}}})),
            "Alpha=1/settings Beta=1/settings Gamma=3/settings Trial=prospect/words");
}

TEST(ApplySettings, PlansThatNobodyHasStayKnown) {
  const Plans guess = guessPlans(eventsOf({{"Alpha", {}}}), false);
  const Plans plans =
      applySettings(guess, {{"Alpha", {Role::tier, 1}}, {"Omega", {Role::tier, 9}}});
  EXPECT_EQ(described(plans), "Alpha=1/appearance Omega=9/settings");
  EXPECT_EQ(plans.topTier(), 9) << "held or not";
  EXPECT_EQ(plans.plans[1].rows, 0U);
  EXPECT_EQ(plans.tiers(false), (std::vector<int32_t>{1, 9}));
  EXPECT_EQ(plans.tiers(true), (std::vector<int32_t>{0, 1, 9}));
}

}  // namespace
}  // namespace upgrade_rate
