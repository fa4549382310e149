// Moves from plan to plan in the headline, followed by hand.
#include "core/kpi/paths.h"

#include <gtest/gtest.h>

#include "tests/core/kpi/followed.h"
#include "tests/core/kpi/slow_journeys.h"

namespace upgrade_rate {
namespace {

TEST(Paths, ByHand) {
  struct Case {
    const char* name;
    std::vector<Row> rows;
    std::vector<std::string> paths;  // kind from to: customers events valuedEvents value
  };
  // Of the ladder: basic 1, basic annual 2, pro 3, pro annual 4, max 5. The headline is from the
  // month after the anchor's on.
  const Case cases[] = {
      {"nobody moves", {}, {}},
      {"up, down and up again: one customer, two events",
       {{"a", "2024-02-01", "basic", "10"},
        {"a", "2024-02-02", "pro", "30"},
        {"a", "2024-02-03", "basic", "12"},
        {"a", "2024-02-04", "pro", "30.5"}},
       {"upgrade 1 3: 1 2 2 38500000", "downgrade 3 1: 1 1 1 -18000000"}},
      {"a switch of billing term, and with more seats an expansion",
       {{"a", "2024-02-01", "pro", "30", "1"},
        {"a", "2024-02-02", "pro annual", "25", "1"},
        {"b", "2024-02-01", "pro", "30", "1"},
        {"b", "2024-02-02", "pro annual", "50", "2"}},
       {"switch 3 4: 1 1 1 -5000000"}},
      {"value unknown before or after",
       {{"a", "2024-02-01", "basic"},
        {"a", "2024-02-02", "pro", "30"},
        {"b", "2024-02-01", "basic", "10"},
        {"b", "2024-02-02", "pro", "30"}},
       {"upgrade 1 3: 2 2 1 20000000"}},
      {"over the bridge",
       {{"a", "2024-02-01", "basic"}, {"a", "2024-02-05", ""}, {"a", "2024-02-06", "max"}},
       {"upgrade 1 5: 1 1 0 0"}},
      {"coming back higher is no path",
       {{"a", "2024-02-01", "basic"}, {"a", "2024-02-05", ""}, {"a", "2024-02-08", "max"}},
       {}},
      {"before the window, at its first instant, and at its end",
       {{"a", "2024-01-20", "basic"},
        {"a", "2024-01-31T23:59", "pro"},
        {"b", "2024-01-20", "basic"},
        {"b", "2024-02-01", "pro annual"},
        {"c", "2024-01-20", "basic"},
        {"c", "2024-03-01", "max"}},
       {"upgrade 1 4: 1 1 0 0"}},
      {"add-ons are in the value on both sides",
       {{"a", "2024-02-01", "basic", "10"},
        {"a", "2024-02-02", "support", "5", "1"},
        {"a", "2024-02-03", "pro", "30"}},
       {"upgrade 1 3: 1 1 1 20000000"}},
  };
  for (const Case& c : cases) {
    std::vector<Row> rows = {{"anchor", "2024-01-10", "max"}};
    rows.insert(rows.end(), c.rows.begin(), c.rows.end());
    const Analysis analysis = analysed(rows, {"2024-03-02"});
    ASSERT_EQ(analysis.headline->figures.label, "2024-02");
    std::vector<std::string> paths;
    for (const Path& path : *analysis.journeys->paths) paths.push_back(slow::written(path));
    EXPECT_EQ(paths, c.paths) << c.name;
  }
}

// Where prospects are customers, a subscription that is tried stands on tier 0 with its plan's
// name.
TEST(Paths, APlanThatIsTriedIsTheSamePlan) {
  const auto held = [](int64_t instant, uint32_t plan, int32_t tier) {
    State state = kNoState;
    state.instant = instant, state.plan = plan, state.standing = Standing::tier, state.tier = tier;
    return state;
  };
  const std::vector<std::vector<State>> customers = {
      {held(10, 4, 3), held(20, 1, 0)},
      {held(10, 4, 3), held(20, 1, 1)},
      {held(10, 4, 3), held(20, 2, 1), held(30, 1, 0)},
  };
  const std::vector<Movement> movements = {Movement::newCustomer, Movement::downgrade,
                                           Movement::downgrade};
  for (const bool backwards : {false, true}) {
    PathCounter counter(0, 100);
    for (uint32_t i = 0; i < 3; ++i) {
      const uint32_t customer = backwards ? 2 - i : i;
      const std::vector<State>& states = customers[customer];
      counter.add({customer, states, {}, {movements.data(), states.size()}});
    }
    std::vector<std::string> paths;
    for (const Path& path : counter.finish()) paths.push_back(slow::written(path));
    const std::vector<std::string> expected = {"downgrade 2 1: 1 1 0 0", "downgrade 4 1: 2 2 0 0",
                                               "downgrade 4 2: 1 1 0 0"};
    EXPECT_EQ(paths, expected);
  }
}

}  // namespace
}  // namespace upgrade_rate
