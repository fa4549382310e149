// The record reader against hand-written records, one table per rule of core/bytes/records.h.
#include "core/bytes/records.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/core/bytes/read_all.h"

namespace upgrade_rate {
namespace {

using Rows = std::vector<ReadRecord>;

struct Case {
  const char* name;
  Dialect dialect;
  std::string text;
  Rows expected;  ///< line, cells, fault
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

constexpr Dialect kComma = {};
constexpr Dialect kBackslash = {',', '"', '\\'};
constexpr Dialect kSingle = {';', '\'', 0};
constexpr Dialect kNoQuotes = {',', 0, 0};

const std::string kNul("a,\0b\n", 5);
const std::string kPng("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);

const Case kCases[] = {
    {"empty text", kComma, "", {}},
    {"one cell, no line end", kComma, "a", {{1, {"a"}}}},
    {"no line end at all", kComma, "a,b", {{1, {"a", "b"}}}},
    {"LF", kComma, "a,b\nc,d\n", {{1, {"a", "b"}}, {2, {"c", "d"}}}},
    {"CRLF", kComma, "a,b\r\nc,d\r\n", {{1, {"a", "b"}}, {2, {"c", "d"}}}},
    {"lone CR", kComma, "a,b\rc,d\r", {{1, {"a", "b"}}, {2, {"c", "d"}}}},
    {"mixed line ends", kComma, "a\nb\rc\r\nd", {{1, {"a"}}, {2, {"b"}}, {3, {"c"}}, {4, {"d"}}}},
    {"empty cells", kComma, ",\n,,\n", {{1, {"", ""}}, {2, {"", "", ""}}}},
    {"empty last cell before CRLF", kComma, "a,\r\nb,\r\n", {{1, {"a", ""}}, {2, {"b", ""}}}},
    {"last cell empty at the end", kComma, "a,", {{1, {"a", ""}}}},
    {"blank lines are counted, not delivered",
     kComma,
     "\n\r\n\ra\n\n\nb\n",
     {{4, {"a"}}, {7, {"b"}}}},
    {"only blank lines", kComma, "\n\n\r\n", {}},
    {"CR CR LF is a line end and a blank line", kComma, "a\r\r\nb", {{1, {"a"}}, {3, {"b"}}}},
    {"white space is a record", kComma, "a\n  \n", {{1, {"a"}}, {2, {"  "}}}},
    {"an empty quoted cell is a record", kComma, "\"\"\na\n", {{1, {""}}, {2, {"a"}}}},
    {"quoted", kComma, "\"a\",\"b\"\n", {{1, {"a", "b"}}}},
    {"quoted delimiter", kComma, "\"a,b\",c\n", {{1, {"a,b", "c"}}}},
    {"quoted line ends count as lines",
     kComma,
     "\"a\r\nb\nc\rd\",e\nf\n",
     {{1, {"a\r\nb\nc\rd", "e"}}, {5, {"f"}}}},
    {"doubled quote", kComma, "\"a\"\"b\"\n", {{1, {"a\"b"}}}},
    {"only a doubled quote", kComma, "\"\"\"\"\n", {{1, {"\""}}}},
    {"doubled quote before a delimiter", kComma, "\"\"\",\"\n", {{1, {"\","}}}},
    {"quote in the middle is text",
     kComma,
     "5\" pipe,6\" pipe\n\"x\"\n",
     {{1, {"5\" pipe", "6\" pipe"}}, {2, {"x"}}}},
    {"quote behind a space is text", kComma, "a, \"b\",c\n", {{1, {"a", " \"b\"", "c"}}}},
    {"text behind a closing quote", kComma, "\"a\"b,c\n", {{1, {"ab", "c"}}}},
    {"quotes inside quotes that are not doubled",
     kComma,
     "\"a\"b\",\"5\" and 6\" pipe\"\n",
     {{1, {"a\"b", "5\" and 6\" pipe"}}}},
    {"quotes behind a closing quote and text", kComma, "\"a\"b\"c,d\"\n", {{1, {"ab\"c", "d\""}}}},
    {"unclosed quote",
     kComma,
     "a,b\nc,\"d\ne,f\n",
     {{1, {"a", "b"}}, {2, {"c", "d\ne,f\n"}, RecordFault::unclosedQuote}}},
    {"half a quoted cell", kComma, "\"", {{1, {""}, RecordFault::unclosedQuote}}},
    {"closing quote at the end", kComma, "\"a\"", {{1, {"a"}}}},
    {"single quotes", kSingle, "'a;b';'it''s';\"x\"\n", {{1, {"a;b", "it's", "\"x\""}}}},
    {"no quotes", kNoQuotes, "\"a,b\"\n", {{1, {"\"a", "b\""}}}},
    {"NUL is text for a dialect without quotes",
     kNoQuotes,
     kNul,
     {{1, {"a", std::string("\0b", 2)}}}},
    {"NUL bytes", kComma, kNul, {{1, {"a", std::string("\0b", 2)}}}},
    {"backslash escapes a quote", kBackslash, "\"a\\\"b\",c\n", {{1, {"a\"b", "c"}}}},
    {"backslash escapes itself", kBackslash, "\"a\\\\\",c\n", {{1, {"a\\", "c"}}}},
    {"backslash escapes delimiter and line end",
     kBackslash,
     "\"a\\,\\\nb\"\nc\n",
     {{1, {"a,\nb"}}, {3, {"c"}}}},
    {"backslash before a letter stays", kBackslash, "\"C:\\new\"\n", {{1, {"C:\\new"}}}},
    {"backslash outside quotes is text", kBackslash, "a\\,b\\\n", {{1, {"a\\", "b\\"}}}},
    {"doubling works with an escape byte", kBackslash, "\"a\"\"b\"\n", {{1, {"a\"b"}}}},
    {"backslash is text without an escape byte", kComma, "\"a\\\",b\n", {{1, {"a\\", "b"}}}},
    {"tab", {'\t', '"', 0}, "a\tb,c\n", {{1, {"a", "b,c"}}}},
    {"unit separator", {'\x1f', '"', 0}, "a\x1f\"b\x1f\"\n", {{1, {"a", "b\x1f"}}}},
    {"UTF-8 is kept",
     kComma,
     "Zo\xc3\xab,\"\xe2\x82\xac 5\"\n",
     {{1, {"Zo\xc3\xab", "\xe2\x82\xac 5"}}}},
    {"a PNG header",
     kComma,
     kPng,
     {{1, {"\x89PNG"}}, {2, {"\x1a"}}, {3, {std::string("\0\0\0", 3)}}, {4, {"IHDR"}}}},
};

class Records : public testing::TestWithParam<Case> {};

TEST_P(Records, AsExpectedInEveryChunking) {
  const Case& c = GetParam();
  for (size_t chunk = 1; chunk <= c.text.size() + 1; ++chunk) {
    EXPECT_EQ(readAll(c.text, c.dialect, chunk), c.expected) << "chunks of " << chunk;
  }
}

INSTANTIATE_TEST_SUITE_P(Table, Records, testing::ValuesIn(kCases));

TEST(RecordReader, PushDeliversEveryCompleteRecord) {
  RecordReader reader({});
  reader.push("a,b\nc,");
  EXPECT_EQ(reader.batch().size(), 1u);
  reader.push("d\ne\n");
  EXPECT_EQ(reader.batch().size(), 2u);
  reader.push("");
  EXPECT_EQ(reader.batch().size(), 0u);
  reader.finish();
  EXPECT_EQ(reader.batch().size(), 0u);
  EXPECT_EQ(reader.batch().firstField, Unfilled<uint32_t>{0});
}

TEST(RecordReader, BatchHoldsOnlyFieldsOfItsRecords) {
  RecordReader reader({});
  reader.push("a,b\nc,d,e");
  EXPECT_EQ(reader.batch().fields.size(), 2u);
  EXPECT_EQ(reader.batch().text, "a,b\n");
}

TEST(CellText, QuotedFlagAndViews) {
  RecordReader reader({});
  reader.push("a,\"b\",\"c\"\"\"\n");
  const RecordBatch& batch = reader.batch();
  ASSERT_EQ(batch.fields.size(), 3u);
  EXPECT_EQ(batch.fields[0].quoted, 0u);
  EXPECT_EQ(batch.fields[1].quoted, 1u);
  EXPECT_EQ(batch.fields[1].size, 3u);
  std::string scratch = "untouched";
  EXPECT_EQ(cellText(batch, batch.fields[1], {}, scratch), "b");
  EXPECT_EQ(scratch, "untouched");  // a view into the batch
  EXPECT_EQ(cellText(batch, batch.fields[2], {}, scratch), "c\"");
  EXPECT_EQ(scratch, "c\"");
}

}  // namespace
}  // namespace upgrade_rate
