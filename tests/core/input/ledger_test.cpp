#include "core/input/ledger.h"

#include <gtest/gtest.h>

#include <string>

#include "core/bytes/utf8.h"

namespace upgrade_rate {
namespace {

struct TextCase {
  const char* name;
  std::string text;
  std::string shown;
};

const std::string kBad = "\xef\xbf\xbd";

std::vector<TextCase> textCases() {
  return {
      {"plain", "31/02/2024", "31/02/2024"},
      {"empty", "", ""},
      {"cut at 80 bytes", std::string(81, 'x'), std::string(80, 'x')},
      {"80 bytes stay", std::string(80, 'x'), std::string(80, 'x')},
      {"no character is cut", std::string(79, 'x') + "ä", std::string(79, 'x')},
      {"one that just fits", std::string(78, 'x') + "ä", std::string(78, 'x') + "ä"},
      {"four bytes", std::string(77, 'x') + "\xf0\x9f\x98\x80", std::string(77, 'x')},
      {"a continuation alone", "a\x80z", "a" + kBad + "z"},
      {"a lead alone", "a\xc3", "a" + kBad},
      {"a lead before ASCII", "\xc3z", kBad + "z"},
      {"a character cut by the end", "a\xe2\x82", "a" + kBad + kBad},
      {"overlong slash", "\xc0\xaf", kBad + kBad},
      {"overlong in three", "\xe0\x80\xaf", kBad + kBad + kBad},
      {"overlong in four", "\xf0\x80\x80\xaf", kBad + kBad + kBad + kBad},
      {"surrogate", "\xed\xa0\x80", kBad + kBad + kBad},
      {"last before the surrogates", "\xed\x9f\xbf", "\xed\x9f\xbf"},
      {"above U+10FFFF", "\xf4\x90\x80\x80", kBad + kBad + kBad + kBad},
      {"U+10FFFF", "\xf4\x8f\xbf\xbf", "\xf4\x8f\xbf\xbf"},
      {"no lead at all", "\xff\xfe", kBad + kBad},
      {"NUL stays", std::string("a\0b", 3), std::string("a\0b", 3)},
      {"replacements count", std::string(79, 'x') + "\xff", std::string(79, 'x')},
      {"nothing but broken bytes", std::string(100, '\xff'),
       kBad + kBad + kBad + kBad + kBad + kBad + kBad + kBad + kBad + kBad + kBad + kBad + kBad +
           kBad + kBad + kBad + kBad + kBad + kBad + kBad + kBad + kBad + kBad + kBad + kBad +
           kBad},  // 26 of 3 bytes
  };
}

TEST(ProblemText, IsShortAndValidUtf8) {
  for (const TextCase& c : textCases()) EXPECT_EQ(problemText(c.text), c.shown) << c.name;
}

TEST(ProblemText, IsValidWhateverTheBytes) {
  uint32_t state = 1;
  for (int round = 0; round < 20'000; ++round) {
    std::string bytes;
    for (int i = round % 100; i >= 0; --i) {
      state = state * 1664525 + 1013904223;
      bytes += static_cast<char>(round % 2 == 0 ? state >> 24 : 0x80 | (state >> 25));
    }
    const std::string shown = problemText(bytes);
    const Utf8Check check = checkUtf8(shown);
    ASSERT_TRUE(check.valid && check.cutTail == 0) << round;
    ASSERT_LE(shown.size(), kProblemTextBytes);
  }
}

TEST(Problems, CountsAllAndKeepsTheFirstHundredOfEach) {
  Problems problems;
  for (uint64_t line = 1; line <= 250; ++line) {
    problems.add({"date.blank", "a.csv", line, "date", ""});
    EXPECT_EQ(problems.wantsExample("date.blank"), line < 100) << line;
  }
  problems.add({"customer.blank", "a.csv", 7, "customer", ""});
  problems.count("date.blank", 1'000'000);
  EXPECT_EQ(problems.counts().at("date.blank"), 1'000'250U);
  EXPECT_EQ(problems.counts().at("customer.blank"), 1U);
  ASSERT_EQ(problems.examples().size(), 101U);
  EXPECT_EQ(problems.examples()[99].line, 100U);
  EXPECT_EQ(problems.examples()[100].code, "customer.blank");
  EXPECT_TRUE(problems.wantsExample("customer.blank"));
  EXPECT_TRUE(problems.wantsExample("row.title"));
}

TEST(Problems, AppendKeepsTheBounds) {
  Problems one, two;
  for (uint64_t line = 1; line <= 60; ++line) one.add({"row.title", "a", line, "", ""});
  for (uint64_t line = 1; line <= 60; ++line) two.add({"row.title", "b", line, "", ""});
  two.count("row.title", 5);
  one.append(two);
  EXPECT_EQ(one.counts().at("row.title"), 125U);
  ASSERT_EQ(one.examples().size(), 100U);
  EXPECT_EQ(one.examples()[59].file, "a");
  EXPECT_EQ(one.examples()[60].file, "b");
  EXPECT_EQ(one.examples()[99].line, 40U);
}

TEST(ProblemAdvice, KnowsEveryCodeAndNoOther) {
  for (const char* code :
       {"cell.tooLong", "columns.tooMany", "customer.blank", "date.blank", "date.unreadable",
        "number.unreadable", "row.afterDataUntil", "row.duplicate", "row.extraCells", "row.nul",
        "row.repeatedHeader", "row.superseded", "row.title", "row.tooLong", "row.totalsLine",
        "row.unclosedQuote", "totals.notCount", "totals.upgradedOverTotal"}) {
    EXPECT_FALSE(problemAdvice(code).empty()) << code;
  }
  EXPECT_TRUE(problemAdvice("row.").empty());
  EXPECT_TRUE(problemAdvice("").empty());
}

}  // namespace
}  // namespace upgrade_rate
