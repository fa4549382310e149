#include "core/input/totals_counts.h"

#include <gtest/gtest.h>

#include <optional>
#include <string_view>
#include <vector>

namespace upgrade_rate {
namespace {

constexpr std::optional<int64_t> kNo = std::nullopt;

struct ColumnCase {
  const char* name;
  std::vector<std::string_view> cells;
  std::vector<std::optional<int64_t>> counts;  // by the first reading, or by the second one
  char shown = 0;                              // the sign of a second reading
};

const ColumnCase kColumns[] = {
    {"no signs", {"1000", "12", "0"}, {1000, 12, 0}},
    {"points group", {"1.000", "1.012", "2.500"}, {1000, 1012, 2500}},
    {"points group, all even", {"1.000", "2.000", "99"}, {1000, 2000, 99}},
    {"commas group", {"1,000", "1,012", "2,500"}, {1000, 1012, 2500}},
    {"either groups", {"1.000", "1,012"}, {1000, 1012}},
    {"millions", {"1.000", "1.234.567"}, {1000, 1'234'567}},
    {"a decimal point without use", {"1204.0", "38.00"}, {1204, 38}},
    {"a decimal comma without use", {"1204,0", "1.000", "1.012,00"}, {1204, 1000, 1012}},
    {"three decimals: zero shows it", {"1.000", "0.000"}, {1, 0}, '.'},
    {"three decimals: four digits show it", {"1.000", "1012.000"}, {1, 1012}, '.'},
    {"three decimals with a comma", {"1,000", "1012,000", "14"}, {1, 1012, 14}, ','},
    {"a half shows it", {"1.000", "12.5"}, {1, kNo}, '.'},
    {"a half against more groups", {"1.000", "1.012", "12.5"}, {1000, 1012, kNo}},
    {"one way each shows nothing", {"1.000", "12.5", "12,5"}, {1000, kNo, kNo}},
    {"no counts", {"-1.000", "3 %", "many", ""}, {kNo, kNo, kNo, kNo}},
};

TEST(CountColumn, DecidesOnceForAllItsCells) {
  for (const ColumnCase& c : kColumns) {
    CountColumn first;
    std::vector<std::optional<int64_t>> counts;
    for (const std::string_view cell : c.cells) counts.push_back(first.read(cell));
    EXPECT_EQ(first.verdict().value_or(0), c.shown) << c.name;
    if (c.shown != 0) {
      EXPECT_NE(counts, c.counts) << c.name;
      CountColumn second(c.shown);
      for (size_t i = 0; i < c.cells.size(); ++i) counts[i] = second.read(c.cells[i]);
      EXPECT_EQ(second.verdict().value_or(0), c.shown) << c.name;
    }
    EXPECT_EQ(counts, c.counts) << c.name;
  }
}

TEST(CountColumns, AreDecidedOneByOne) {
  CountColumns columns({});
  EXPECT_EQ(columns.read(Part::total, "1.000"), 1000);
  EXPECT_EQ(columns.read(Part::upgraded, "1.000"), 1000);
  EXPECT_EQ(columns.read(Part::upgraded, "0.000"), 0);
  EXPECT_EQ(columns.verdicts(), (std::map<Part, char>{{Part::upgraded, '.'}}));
  CountColumns again(columns.verdicts());
  EXPECT_EQ(again.read(Part::total, "1.000"), 1000);
  EXPECT_EQ(again.read(Part::upgraded, "1.000"), 1);
}

}  // namespace
}  // namespace upgrade_rate
