#include "core/input/row_places.h"

#include <gtest/gtest.h>

#include <vector>

namespace upgrade_rate {
namespace {

using Numbers = std::vector<uint64_t>;

NumberRuns runsOf(const Numbers& numbers) {
  NumberRuns runs;
  for (uint32_t i = 0; i < numbers.size(); ++i) runs.add(i, numbers[i]);
  return runs;
}

Numbers numbersOf(const NumberRuns& runs, size_t count) {
  Numbers numbers;
  for (uint32_t i = 0; i < count; ++i) numbers.push_back(runs.at(i));
  return numbers;
}

const Numbers kNumbers[] = {
    {2, 3, 4, 5},
    {1, 1, 1, 1},                       // JSON in one line
    {2, 3, 5, 6, 9, 10},                // rows set aside between them
    {4, 4, 4, 5, 6, 6, 7, 8, 8, 8, 2},  // some rows in one line, another file
    {7},
};

TEST(NumberRuns, GiveWhatWasAdded) {
  for (const Numbers& numbers : kNumbers) {
    EXPECT_EQ(numbersOf(runsOf(numbers), numbers.size()), numbers);
  }
}

TEST(NumberRuns, CutForgetsWhatComesFromThereOn) {
  for (const Numbers& numbers : kNumbers) {
    for (uint32_t cut = 0; cut < numbers.size(); ++cut) {
      NumberRuns runs = runsOf(numbers);
      runs.cut(cut);
      Numbers expected = numbers;
      for (uint32_t i = cut; i < numbers.size(); ++i) runs.add(i, expected[i] = 100 + 3 * i);
      EXPECT_EQ(numbersOf(runs, numbers.size()), expected) << cut;
    }
  }
}

TEST(NumberRuns, AreAddedBehindOthers) {
  FlatWriter out;
  for (const Numbers& numbers : kNumbers) runsOf(numbers).write(out);
  FlatReader in(out.bytes());
  NumberRuns all;
  Numbers expected;
  for (const Numbers& numbers : kNumbers) {
    all.addWritten(in, static_cast<uint32_t>(expected.size()), 50);
    for (const uint64_t number : numbers) expected.push_back(number + 50);
  }
  EXPECT_EQ(numbersOf(all, expected.size()), expected);
}

}  // namespace
}  // namespace upgrade_rate
