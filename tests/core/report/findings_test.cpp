// The findings as the report carries them: every code once, with the names and values of its
// parameters, as tests/core/report/findings.json has them. The test of the page's words reads the
// same file. Its figures are from the formulas (Wilson, Newcombe) worked out apart from this code.
#include <gtest/gtest.h>

#include <cstdio>
#include <set>

#include "core/report/findings_json.h"
#include "tests/core/kpi/findings_cases.h"
#include "tests/core/stats/near.h"

namespace upgrade_rate {
namespace {

std::string fileText(const char* path) {
  std::string text;
  if (std::FILE* file = std::fopen(path, "rb")) {
    char bytes[4096];
    for (size_t n; (n = std::fread(bytes, 1, sizeof bytes, file)) > 0;) text.append(bytes, n);
    std::fclose(file);
  }
  return text;
}

PeriodFigures badYear() {
  PeriodCounts counts;
  counts.opening = counts.closing = 1000;
  counts.active = 3000;
  counts.eligible = 400;
  counts.upgraded = 200;
  counts.kept = 100;
  counts.downgraded = 220;
  counts.churned = counts.upsold = 300;
  counts.upgradedNew = 80;
  counts.byTier = {{1, 200, 170}, {2, 200, 30}, {3, 600, 0}};
  PeriodFigures year = yearOf(counts);
  year.change = ShareChange{-0.05, {-0.08, -0.02}, 0, true, {}, {}};
  return year;
}

PeriodFigures goodQuarter() {
  PeriodFigures quarter = quietYear([](PeriodCounts& c) { c.upgraded = c.kept = 300; });
  quarter.length = {3, 91};
  quarter.change = ShareChange{0.05, {0.02, 0.08}, 0, true, {}, {}};
  quarter.chances = {0, 0.3, 0.7};
  return quarter;
}

LaunchFound launch(const char* name, Share before, Share after) {
  return {name, before, after, *shareChange(before, after, {}, 0.95), 90};
}

FindingsInput besideTheRate() {
  FindingsInput input;
  input.segments = {{"region", {{"EMEA", {60, 100}}, {"APAC", {10, 400}}, {"Malta", {5, 8}}}}};
  input.mixes = {{"region", 0.02, 0.015, true}};
  input.direction = DirectionFound{};
  input.direction->trend.direction = TrendDirection::rising;
  input.direction->trend.slopePoints = 0.05;
  input.direction->periods = 24;
  input.unusual = {{"2025-03", 0.041, 0.019}};
  input.launches = {launch("New price", {56, 70}, {48, 80}), launch("New Pro", {48, 80}, {56, 70}),
                    launch("New logo", {48, 80}, {48, 80})};
  input.heldAfter90Days = Share{60, 100};
  input.churn = ChurnAfterUpgrade{90, {81, 2500}, {182, 7500}};
  input.median = MedianToUpgrade{500, 143};
  input.money = {{"EUR", 400, 1200, 800, 0.932}};
  return input;
}

Json everything() {
  Json lists = Json::array();
  const auto add = [&](const FindingsInput& input) {
    lists.push_back(writeFindings(findAll(input)));
  };
  const PeriodFigures low = yearOf(fewCounts(9, 90)), bad = badYear(), good = goodQuarter();
  PeriodFigures last;
  last.label = "2025-11";
  last.partial = true;
  FindingsInput input;
  input.headline = &low;
  add(input);
  input.headline = &bad;
  input.periods = {&last, 1};
  add(input);
  input.headline = &good;
  input.periods = {};
  add(input);
  input = besideTheRate();
  add(input);
  FindingsInput falling;
  falling.direction = input.direction;
  falling.direction->trend.direction = TrendDirection::falling;
  falling.direction->trend.slopePoints = -0.05;
  add(falling);
  return lists;
}

// Names and text exactly, numbers to 1e-12 of their size.
void expectSame(const Json& got, const Json& want, const std::string& where) {
  if (want.is_number_float() && got.is_number()) {
    EXPECT_TRUE(near(got.get<double>(), want.get<double>(), 1e-12)) << where;
    return;
  }
  ASSERT_EQ(got.is_structured(), want.is_structured()) << where;
  if (!want.is_structured()) {
    EXPECT_EQ(got, want) << where;
    return;
  }
  ASSERT_EQ(got.size(), want.size())
      << where << ": " << got.dump() << " instead of " << want.dump();
  for (const auto& [key, value] : want.items()) {
    if (want.is_object()) {
      ASSERT_TRUE(got.contains(key)) << where << " " << key;
      expectSame(got[key], value, where + " " + key);
    } else {
      expectSame(got[static_cast<size_t>(std::stoul(key))], value, where + " " + key);
    }
  }
}

TEST(FindingsReport, EveryFindingWithItsParameters) {
  const std::string text = fileText("tests/core/report/findings.json");
  ASSERT_FALSE(text.empty()) << "run from the repository's root";
  const Json want = parseJson(text, "findings.json").value();
  std::set<std::string> codes;
  for (const Json& list : want) {
    for (const Json& finding : list) codes.insert(finding["code"].get<std::string>());
  }
  EXPECT_EQ(codes.size(), std::size(kFindingRules)) << "every rule";
  expectSame(everything(), want, "");
}

}  // namespace
}  // namespace upgrade_rate
