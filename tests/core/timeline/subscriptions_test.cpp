// Subscriptions beside one another, by the definition of the timeline (docs: "What the numbers
// mean", 1). Every expected sequence is worked by hand. The ladder: tests/core/timeline/history.h.
#include "core/timeline/subscriptions.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/cells/iso.h"
#include "core/cells/number.h"
#include "tests/core/timeline/history.h"

namespace upgrade_rate {
namespace {

// "" is open, or unknown, or the row's own subscription.
struct Stretch {
  const char* id;
  const char* start;
  const char* end;
  const char* plan;
  const char* value = "";
  const char* quantity = "";
  bool trialing = false;
};

std::string amount(int64_t millionths) {
  return millionths == kUnknown ? "?" : std::to_string(millionths / 1'000'000);
}

struct Case {
  const char* name;
  std::vector<Stretch> rows;
  std::vector<std::string> states;
  const char* fates;
};

class Merged {
 public:
  explicit Merged(const std::vector<Stretch>& written) {
    for (uint32_t p = 0; p < plans_.plans.size(); ++p) plans_.planOf.push_back(p);
    uint32_t own = 1'000;
    for (const Stretch& row : written) {
      const std::string id = row.id;
      const uint32_t number = id.empty() ? own++ : static_cast<uint32_t>(id[0]);
      rows_.push_back({utc(row.start),
                       *row.end == 0 ? kOpenEnd : utc(row.end),
                       *row.end == 0 ? kOpenEnd : utc(row.end),
                       number,
                       spellingOf(row.plan),
                       row.trialing ? 1u : 0u,
                       row.trialing ? StatusRole::prospect : StatusRole::plan,
                       {millionthsOf(row.value), kMonthlyAmount, kNoCurrency},
                       millionthsOf(row.quantity),
                       kMillionths});
    }
  }

  void check(const Case& expected, const StateRules& rules) {
    SubscriptionStates builder(plans_, rules);
    builder.build(rows_);
    std::vector<std::string> states;
    for (const State& state : builder.states()) states.push_back(text(state, builder));
    std::string fates;
    for (const RowFate fate : builder.fates()) fates += "udsiiiiir"[static_cast<size_t>(fate)];
    EXPECT_EQ(states, expected.states) << expected.name;
    EXPECT_EQ(fates, expected.fates) << expected.name;
  }

  std::optional<int64_t> lastInstant(const StateRules& rules) {
    SubscriptionStates builder(plans_, rules);
    builder.build(rows_);
    if (!builder.span()) return std::nullopt;
    return builder.span()->last;
  }

 private:
  // One spelling for each plan.
  uint32_t spellingOf(const std::string& name) {
    for (uint32_t p = 0; p < plans_.plans.size(); ++p) {
      if (plans_.plans[p].name == name) return p;
    }
    ADD_FAILURE() << name;
    return 0;
  }

  std::string text(const State& state, const SubscriptionStates& builder) const {
    std::string text = isoInstant(state.instant).substr(0, 10);
    if (state.standing == Standing::none) return text + " none";
    text += " " + plans_.plans[state.plan].name;
    if (state.standing == Standing::prospect) text += " (prospect)";
    text += " " + amount(state.value) + "x" + amount(state.quantity);
    for (uint32_t i = state.addOnBegin; i < state.addOnEnd; ++i) {
      const AddOn& addOn = builder.addOns()[i];
      text += " +" + plans_.plans[addOn.plan].name + "(" + amount(addOn.quantity) + ")";
    }
    return text;
  }

  Plans plans_ = testLadder();
  std::vector<Subscription> rows_;
};

void check(const std::vector<Case>& cases, const StateRules& rules = {INT64_MAX}) {
  for (const Case& each : cases) Merged(each.rows).check(each, rules);
}

TEST(Subscriptions, OneAfterTheOther) {
  check({
      {"running", {{"A", "2024-01-01", "", "basic", "10", "1"}}, {"2024-01-01 basic 10x1"}, "u"},
      {"ended",
       {{"A", "2024-01-01", "2024-03-01", "basic", "10", "1"}},
       {"2024-01-01 basic 10x1", "2024-03-01 none"},
       "u"},
      {"a swap at one instant leaves no gap",
       {{"A", "2024-01-01", "2024-03-01", "basic", "10", "1"},
        {"B", "2024-03-01", "", "pro", "20", "1"}},
       {"2024-01-01 basic 10x1", "2024-03-01 pro 20x1"},
       "uu"},
      {"a gap is kept here; bridging comes later",
       {{"A", "2024-01-01", "2024-03-01", "basic"}, {"B", "2024-03-02", "", "pro"}},
       {"2024-01-01 basic ?x?", "2024-03-01 none", "2024-03-02 pro ?x?"},
       "uu"},
      {"rows in any order",
       {{"B", "2024-03-01", "", "pro", "20", "1"},
        {"A", "2024-01-01", "2024-03-01", "basic", "10", "1"}},
       {"2024-01-01 basic 10x1", "2024-03-01 pro 20x1"},
       "uu"},
  });
}

TEST(Subscriptions, OneSubscription) {
  check({
      {"a later start ends the earlier row",
       {{"A", "2024-01-01", "2024-12-31", "basic", "10", "1"},
        {"A", "2024-03-01", "2024-06-01", "pro", "20", "1"}},
       {"2024-01-01 basic 10x1", "2024-03-01 pro 20x1", "2024-06-01 none"},
       "uu"},
      {"of rows that start together the last is used",
       {{"A", "2024-01-01", "", "basic", "10", "1"},
        {"A", "2024-01-01", "", "pro", "20", "1"},
        {"A", "2024-01-01", "", "basic", "10", "1"}},
       {"2024-01-01 basic 10x1"},
       "dsu"},
      {"another end is another row",
       {{"A", "2024-01-01", "2024-02-01", "basic"}, {"A", "2024-01-01", "", "basic"}},
       {"2024-01-01 basic ?x?"},
       "su"},
      {"without an id each row is its own",
       {{"", "2024-01-01", "", "basic", "10", "1"}, {"", "2024-01-01", "", "basic", "10", "1"}},
       {"2024-01-01 basic 20x2"},
       "uu"},
      {"blanks carry while it runs on with its plan",
       {{"A", "2024-01-01", "", "basic", "10", "1"}, {"A", "2024-03-01", "", "basic", "", "2"}},
       {"2024-01-01 basic 10x1", "2024-03-01 basic 10x2"},
       "uu"},
      {"not past its end",
       {{"A", "2024-01-01", "2024-02-01", "basic", "10", "1"},
        {"A", "2024-03-01", "", "basic", "", "2"}},
       {"2024-01-01 basic 10x1", "2024-02-01 none", "2024-03-01 basic ?x2"},
       "uu"},
      {"not to another plan, nor from another subscription",
       {{"A", "2024-01-01", "2024-03-01", "basic", "10", "1"},
        {"A", "2024-02-01", "2024-03-01", "pro"},
        {"B", "2024-03-01", "", "pro"}},
       {"2024-01-01 basic 10x1", "2024-02-01 pro ?x?"},
       "uuu"},
      {"a row on a plan that is none ends nothing",
       {{"A", "2024-01-01", "", "basic", "10", "1"}, {"A", "2024-03-01", "", "cancelled"}},
       {"2024-01-01 basic 10x1"},
       "ui"},
  });
}

TEST(Subscriptions, SeveralAtOnce) {
  check({
      {"the highest tier, and the sum of all",
       {{"A", "2024-01-01", "", "basic", "10", "1"},
        {"B", "2024-02-01", "2024-04-01", "pro", "20", "2"}},
       {"2024-01-01 basic 10x1", "2024-02-01 pro 30x3", "2024-04-01 basic 10x1"},
       "uu"},
      {"an unknown part makes the sum unknown, as long as it lasts",
       {{"A", "2024-01-01", "", "basic", "10", "1"},
        {"B", "2024-02-01", "2024-03-01", "basic", "", "2"}},
       {"2024-01-01 basic 10x1", "2024-02-01 basic ?x3", "2024-03-01 basic 10x1"},
       "uu"},
      {"a tier beats a prospect, whose value is no revenue",
       {{"A", "2024-01-01", "", "free", "0", "1"},
        {"B", "2024-02-01", "2024-03-01", "basic", "10", "1"}},
       {"2024-01-01 free (prospect) 0x1", "2024-02-01 basic 10x1",
        "2024-03-01 free (prospect) 0x1"},
       "uu"},
      {"of equal tiers the plan already held stays, though the other is worth more",
       {{"A", "2024-01-01", "2024-03-01", "basic", "10", "1"},
        {"B", "2024-02-01", "", "basic annual", "90", "1"}},
       {"2024-01-01 basic 10x1", "2024-02-01 basic 100x2", "2024-03-01 basic annual 90x1"},
       "uu"},
      {"starting together: the larger value; unknown is smallest",
       {{"A", "2024-01-01", "", "basic", "", "1"},
        {"B", "2024-01-01", "2024-02-01", "basic annual", "0", "1"}},
       {"2024-01-01 basic annual ?x2", "2024-02-01 basic ?x1"},
       "uu"},
      {"of equal values the earlier start, met again when a higher tier ends",
       {{"A", "2024-01-01", "", "pro annual", "20", "1"},
        {"B", "2023-01-01", "", "pro", "20", "1"},
        {"C", "2023-06-01", "2024-02-01", "max", "50", "1"}},
       {"2023-01-01 pro 20x1", "2023-06-01 max 70x2", "2024-01-01 max 90x3", "2024-02-01 pro 40x2"},
       "uuu"},
      {"of equal starts the name",
       {{"A", "2024-01-01", "", "pro annual", "20", "1"},
        {"B", "2024-01-01", "", "pro", "20", "1"}},
       {"2024-01-01 pro 40x2"},
       "uu"},
  });
}

TEST(Subscriptions, TrialsAndAddOns) {
  check({
      {"a trial of a paid plan is a prospect",
       {{"A", "2024-01-01", "2024-01-15", "pro", "0", "1", true},
        {"A", "2024-01-15", "", "pro", "20", "1"}},
       {"2024-01-01 pro (prospect) 0x1", "2024-01-15 pro 20x1"},
       "uu"},
      {"an add-on adds its value between its start and its end",
       {{"A", "2024-01-01", "", "basic", "10", "1"},
        {"B", "2024-02-01", "2024-03-01", "seats", "5", "3"}},
       {"2024-01-01 basic 10x1", "2024-02-01 basic 15x1 +seats(3)", "2024-03-01 basic 10x1"},
       "uu"},
      {"two of one add-on are one with both quantities",
       {{"A", "2024-01-01", "", "basic", "10", "1"},
        {"B", "2024-01-01", "", "seats", "5", "3"},
        {"C", "2024-02-01", "", "seats", "", "1"}},
       {"2024-01-01 basic 15x1 +seats(3)", "2024-02-01 basic ?x1 +seats(4)"},
       "uuu"},
      {"a quantity of 0 is not held",
       {{"A", "2024-01-01", "", "basic", "10", "1"}, {"B", "2024-02-01", "", "seats", "5", "0"}},
       {"2024-01-01 basic 10x1"},
       "uu"},
      {"alone it makes no customer", {{"B", "2024-02-01", "", "seats", "5", "1"}}, {}, "u"},
  });
  const StateRules prospectsCount{INT64_MAX, 1, true};
  check({{"prospects as customers stand on tier 0 and their value counts",
          {{"A", "2024-01-01", "", "free", "1", "1"}, {"B", "2024-02-01", "", "basic", "10", "1"}},
          {"2024-01-01 free 1x1", "2024-02-01 basic 11x2"},
          "uu"}},
        prospectsCount);
}

TEST(Subscriptions, NothingAtOrAfterTheEndOfTheData) {
  const StateRules rules{utc("2024-06-01")};
  check({{"a later start is ignored and ends nothing, a later end is open",
          {{"A", "2024-01-01", "2024-06-01", "basic", "10", "1"},
           {"A", "2024-06-01", "", "pro", "20", "1"}},
          {"2024-01-01 basic 10x1"},
          "ui"}},
        rules);
  const auto last = [&](const std::vector<Stretch>& rows) {
    return isoInstant(*Merged(rows).lastInstant(rules)).substr(0, 10);
  };
  EXPECT_EQ(last({{"A", "2024-01-01", "2024-05-01", "basic"}}), "2024-05-01");
  EXPECT_EQ(last({{"A", "2024-01-01", "2024-07-01", "basic"}}), "2024-01-01");
  EXPECT_EQ(last({{"A", "2024-01-01", "2024-05-01", "basic"}, {"A", "2024-03-01", "", "pro"}}),
            "2024-03-01")
      << "an end that a later start cuts short does not count";
}

}  // namespace
}  // namespace upgrade_rate
