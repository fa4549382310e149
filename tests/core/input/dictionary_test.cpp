#include "core/input/dictionary.h"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <string>
#include <vector>

namespace upgrade_rate {
namespace {

TEST(Dictionary, GivesIndicesInOrderOfFirstAppearance) {
  Dictionary dictionary;
  EXPECT_EQ(dictionary.size(), 0U);
  EXPECT_EQ(dictionary.index("b"), 0U);
  EXPECT_EQ(dictionary.index("a"), 1U);
  EXPECT_EQ(dictionary.index("b"), 0U);
  EXPECT_EQ(dictionary.index(""), 2U) << "the empty text is a key too";
  EXPECT_EQ(dictionary.index(""), 2U);
  EXPECT_EQ(dictionary.size(), 3U);
  EXPECT_EQ(dictionary.key(0), "b");
  EXPECT_EQ(dictionary.key(1), "a");
  EXPECT_EQ(dictionary.key(2), "");
}

// Blank cells come as views of nothing, which no copy may be made from.
TEST(Dictionary, TakesAKeyOfNothing) {
  Dictionary dictionary;
  EXPECT_EQ(dictionary.index({}), 0U);
  EXPECT_EQ(dictionary.index(""), 0U);
  EXPECT_EQ(dictionary.key(0), "");
}

TEST(Dictionary, TellsNearlyEqualKeysApart) {
  Dictionary dictionary;
  const std::vector<std::string> keys = {"abcdefgh",
                                         "abcdefghi",
                                         "abcdefg",
                                         "Abcdefgh",
                                         std::string("a\0", 2),
                                         "a",
                                         std::string("a\0\0", 3),
                                         std::string(8, '\0'),
                                         std::string(16, '\0'),
                                         "ä",
                                         "a\xcc\x88"};
  for (size_t i = 0; i < keys.size(); ++i) EXPECT_EQ(size_t{dictionary.index(keys[i])}, i) << i;
  for (uint32_t i = 0; i < keys.size(); ++i) EXPECT_EQ(dictionary.key(i), keys[i]) << i;
}

// Against a map, over batches that meet new and known keys, repeats within a batch, and growth.
TEST(Dictionary, AgreesWithAMap) {
  std::mt19937 random(7);
  Dictionary dictionary;
  std::map<std::string, uint32_t> expected;
  for (int batch = 0; batch < 300; ++batch) {
    std::vector<std::string> keys;
    for (auto i = random() % 200; i > 0; --i) {
      keys.push_back("customer " + std::to_string(random() % 20'000));
    }
    const std::vector<std::string_view> views(keys.begin(), keys.end());
    std::vector<uint32_t> indices(keys.size(), 4'000'000);
    dictionary.indexAll(views, indices.data());
    for (size_t i = 0; i < keys.size(); ++i) {
      const auto size = static_cast<uint32_t>(expected.size());
      ASSERT_EQ(indices[i], expected.try_emplace(keys[i], size).first->second) << keys[i];
    }
  }
  ASSERT_GT(expected.size(), 10'000U);
  ASSERT_EQ(dictionary.size(), expected.size());
  for (const auto& [key, index] : expected) ASSERT_EQ(dictionary.key(index), key);
}

TEST(Dictionary, AskingAddsNothing) {
  Dictionary dictionary;
  EXPECT_EQ(dictionary.indexOf("Basic"), std::nullopt);
  for (int i = 0; i < 1000; ++i) dictionary.index("plan " + std::to_string(i));
  EXPECT_EQ(dictionary.indexOf("plan 0"), 0u);
  EXPECT_EQ(dictionary.indexOf("plan 999"), 999u);
  EXPECT_EQ(dictionary.indexOf("plan 1000"), std::nullopt);
  EXPECT_EQ(dictionary.size(), 1000u);
}

}  // namespace
}  // namespace upgrade_rate
