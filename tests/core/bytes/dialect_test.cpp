// Guessing the punctuation: files as people have them, with the dialect they were written in.
#include "core/bytes/dialect.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>

namespace upgrade_rate {

void PrintTo(const Dialect& d, std::ostream* out) {
  *out << "delimiter " << int(d.delimiter) << " quote " << int(d.quote) << " escape "
       << int(d.escape);
}

namespace {

struct Case {
  const char* name;
  std::string sample;
  Dialect expected;
};

std::string times(std::string_view line, size_t count) {
  std::string text;
  for (size_t i = 0; i < count; ++i) text += line;
  return text;
}

const Case kCases[] = {
    {"empty", "", {}},
    {"one word", "hello", {}},
    {"comma", "id,plan\n1,basic\n2,pro\n", {}},
    {"semicolon", "id;plan\n1;basic\n", {';'}},
    {"tab", "id\tplan\n1\tbasic\n", {'\t'}},
    {"pipe", "id|plan\n1|basic\n", {'|'}},
    {"caret", "id^plan\n1^basic\n", {'^'}},
    {"tilde", "id~plan~x\n1~basic~2\n", {'~'}},
    {"colon", "id:total:upgraded\n1:100:5\n2:90:4\n", {':'}},
    {"0x01",
     "id\x01plan\n1\x01"
     "basic\n",
     {'\x01'}},
    {"0x1f",
     "id\x1fplan\n1\x1f"
     "basic, or so\n",
     {'\x1f'}},
    {"space", "month total upgraded\n1 100 5\n2 120 7\n", {' '}},
    {"one line", "customers;120;7", {';'}},
    {"one line of commas", "a,b", {}},
    {"no line end", "id;plan\n1;basic", {';'}},
    {"CRLF", "id;plan\r\n1;basic\r\n", {';'}},
    {"lone CR", "id;plan\r1;basic\r", {';'}},
    {"decimal commas", "name;price;share\nA;1,50;2,5\nB;3,25;1,5\n", {';'}},
    {"decimal commas without a header", "1,5;2,5\n3,5;4,5\n", {';'}},
    {"many decimal commas", times("1,5;2,5;3,5;4,5;5,5\n", 5), {';'}},
    {"decimal commas by tab", "1,5\t2,5\n3,5\t4,5\n", {'\t'}},
    {"thousands and semicolons", "id;value\nA;1,234,567\nB;2,345,678\n", {';'}},
    {"text with commas", "id;note\n1;late, again\n2;one, two, three\n3;fine\n", {';'}},
    {"text with commas by tab", "id\tnote\n1\tHello, world\n2\tBye, moon\n", {'\t'}},
    {"text with semicolons", "id,note\n1,a; b\n2,c; d\n", {}},
    {"quoted cells full of semicolons", "id,list\n1,\"a;b;c\"\n2,\"d;e;f\"\n", {}},
    {"quoted line ends", "id;note\n1;\"two\nlines, yes\"\n2;\"three\nmore, lines\n\"\n", {';'}},
    {"title lines",
     "Report of upgrades\nCreated 2024-05-01, by Ann\n\nid;plan;price\n1;basic;5\n2;pro;9\n",
     {';'}},
    {"footer", "id;plan;price\n1;basic;5\n2;pro;9\n\nTotal: 2 customers, 14\n", {';'}},
    {"timestamps", "id,at\n1,2024-01-01 10:00:00\n2,2024-01-02 11:30:00\n", {}},
    {"one column of times", "10:30\n11:45\n12:00\n", {}},
    {"one column of timestamps", "at\n2024-01-01 10:00:00\n2024-01-02 10:00:00\n", {}},
    {"one column of dates", "2024-01-01\n2024-01-02\n", {}},
    {"one column of numbers", "3.14\n2.72\n", {}},
    {"one column of names", "name\nAnn Lee\nBob Ray\n", {}},
    {"one column of names without a header", "Ann Lee\nBob Ray\nCy Fox\n", {}},
    {"one column of mail", "a@x.com\nb@y.org\n", {}},
    {"one column of addresses", "https://a.com/x\nhttps://b.com/y\n", {}},
    {"one column of plans", "Plan 1\nPlan 2\nPlan 2\n", {}},
    {"one quoted column", "\"a;b\"\n\"c;d\"\n", {}},
    {"prose", "It rains; it pours.\nThe old man snores\nHe went to bed\nand bumped\n", {}},
    {"a header and one line of prose", "note\nHi; there\n", {}},
    {"single quotes", "'id';'name'\n'1';'x;y'\n'2';'z'\n", {';', '\''}},
    {"apostrophes in text", "id,name\n1,O'Neil\n2,D'Arcy\n3,'t Hooft\n", {}},
    {"backslash escapes", "id,name\n1,\"a \\\"b\\\", c\"\n2,\"d\"\n", {',', '"', '\\'}},
    {"backslash escapes without delimiters",
     "id,name\n1,\"a \\\"b\\\" c\"\n2,\"d\"\n",
     {',', '"', '\\'}},
    {"a path that ends in a backslash", "path,n\n\"C:\\x\\\",1\n\"D:\\\",2\n", {}},
    {"doubled quotes", "id,name\n1,\"a \"\"b\"\", c\"\n2,d\n", {}},
    {"inch marks", "id,size\n1,5\"\n2,6\"\n", {}},
    {"a stray quote at a cell's start",
     times("1,pipe,3\n", 20) + "\"5 inch,pipe,3\n" + times("1,pipe,3\n", 40),
     {',', 0}},
    {"cut inside quotes", times("1;\"a,b\"\n", 50) + "2;\"long text, cut", {';'}},
    {"cut inside a record", "a;b;c\n1;2;3\n4;5", {';'}},
    {"ragged rows", "a;b;c\n1;2;3\n4;5\n6;7;8;9\n1;2;3\n4\n5;6;7\n", {';'}},
    {"very ragged rows", "a;b\n1;2;3\n4;5;6;7\n1;2;3;4;5\n1;2;3;4;5;6\n", {';'}},
    {"money by pipe", "id|mrr|note\n1|1,200.50|a;b\n2|900.00|c;d\n", {'|'}},
    {"UTF-8",
     "navn;pris\nK\xc3\xb8"
     "benhavn;1,5\n\xc3\x85rhus;2,5\n",
     {';'}},
    {"blank cells", ";;\n;;\n1;;\n", {';'}},
};

class SniffDialect : public testing::TestWithParam<Case> {};
void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

TEST_P(SniffDialect, AsWritten) { EXPECT_EQ(sniffDialect(GetParam().sample), GetParam().expected); }

INSTANTIATE_TEST_SUITE_P(Table, SniffDialect, testing::ValuesIn(kCases));

/// A table of a common kind is known from any cut of its first lines on.
TEST(SniffDialectCuts, AnyCutBehindTheSecondLine) {
  const std::string text =
      "id;plan;price;note\n1;basic;9,50;\"a, b\nc\"\n2;pro;19,00;none\n3;pro;19,00;\"x;y\"\n";
  const size_t secondLine = text.find("\n2;pro") + 1;
  for (size_t size = secondLine; size <= text.size(); ++size) {
    EXPECT_EQ(sniffDialect(text.substr(0, size)), (Dialect{';'})) << size;
  }
}

/// Whatever the bytes, the delimiter is never a letter, a digit, a quote or a line end.
TEST(SniffDialectCuts, NeverAnImpossibleDelimiter) {
  for (int byte = 0; byte < 256; ++byte) {
    const char c = static_cast<char>(byte);
    const std::string line = {'-', c, '-', c, '-', '\n'};
    const char found = sniffDialect(times(line, 5)).delimiter;
    const bool impossible = (found >= '0' && found <= '9') || (found >= 'A' && found <= 'Z') ||
                            (found >= 'a' && found <= 'z') || found == '"' || found == '\'' ||
                            found == '\n' || found == '\r' || found == 0 || (found & 0x80) != 0;
    EXPECT_FALSE(impossible) << byte << " gave " << int(found);
  }
}

}  // namespace
}  // namespace upgrade_rate
