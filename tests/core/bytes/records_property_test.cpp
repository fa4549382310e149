// The record reader against a plain reader that is written from the grammar, one byte at a time,
// on random bytes that are mostly punctuation; and its limits.
#include <gtest/gtest.h>

#include "core/bytes/records.h"
#include "tests/core/bytes/random_bytes.h"
#include "tests/core/bytes/read_all.h"

namespace upgrade_rate {
namespace {

/// The grammar of records.h and nothing else: whole text, no limits, contents built as it goes.
class PlainReader {
 public:
  PlainReader(std::string_view text, Dialect dialect) : text_(text), dialect_(dialect) {}

  std::vector<ReadRecord> records() {
    std::vector<ReadRecord> all;
    while (at_ < text_.size()) {
      if (takeLineEnd()) continue;  // a blank line
      ReadRecord record = {line_, {}};
      do {
        record.cells.push_back(cell(record.fault));
      } while (takeDelimiter());
      takeLineEnd();
      all.push_back(record);
    }
    return all;
  }

 private:
  bool more() const { return at_ < text_.size(); }
  bool isQuote() const { return more() && dialect_.quote != 0 && text_[at_] == dialect_.quote; }
  bool isLineEnd() const { return more() && (text_[at_] == '\n' || text_[at_] == '\r'); }
  bool isDelimiter() const { return more() && text_[at_] == dialect_.delimiter; }
  bool takeDelimiter() { return isDelimiter() && ++at_ > 0; }
  bool takeLineEnd() {
    if (!isLineEnd()) return false;
    at_ += text_.substr(at_, 2) == "\r\n" ? 2 : 1;
    ++line_;
    return true;
  }
  void take(std::string& content) {
    const size_t begin = at_;
    if (!takeLineEnd()) ++at_;
    content += text_.substr(begin, at_ - begin);
  }
  void takeEscaped(std::string& content) {
    if (!more()) {
      content += '\\';
    } else if (isQuote() || isDelimiter() || text_[at_] == '\\') {
      content += text_[at_++];
    } else {
      if (!isLineEnd()) content += '\\';
      take(content);
    }
  }
  /// What stands behind a quote that closed nothing, up to the one that does.
  std::string notDoubled(std::string_view behind) const {
    behind.remove_suffix(1);
    const std::string two(2, dialect_.quote);
    std::string content;
    while (!behind.empty()) {
      content += behind[0];
      behind.remove_prefix(behind.starts_with(two) ? 2 : 1);
    }
    return content;
  }
  std::string cell(RecordFault& fault) {
    std::string content;
    bool quoted = false;
    if (isQuote()) {
      quoted = true;
      ++at_;
      for (;;) {
        if (!more()) {
          fault = RecordFault::unclosedQuote;
          return content;
        }
        if (isQuote()) {
          ++at_;
          if (!isQuote()) break;
          content += text_[at_++];
        } else if (dialect_.escape != 0 && text_[at_] == dialect_.escape) {
          ++at_;
          takeEscaped(content);
        } else {
          take(content);
        }
      }
    }
    std::string behind;
    while (more() && !isDelimiter() && !isLineEnd()) behind += text_[at_++];
    const bool endsQuoted = quoted && dialect_.escape == 0 && behind.ends_with(dialect_.quote);
    return content + (endsQuoted ? dialect_.quote + notDoubled(behind) : behind);
  }

  std::string_view text_;
  Dialect dialect_;
  size_t at_ = 0;
  uint64_t line_ = 1;
};

const Dialect kDialects[] = {{',', '"', 0}, {',', '"', '\\'}, {';', '\'', 0}, {',', 0, 0}};

TEST(RecordsProperty, SameAsThePlainReaderOnRandomPunctuation) {
  RandomBytes random(2);
  const std::string_view alphabets[] = {"\",\n", "\",\r\na", "\"\"\"\"\\,\n\r", "aaaaaaaa,,\"\n",
                                        "'';\n\r ab\\,\""};
  for (int round = 0; round < 3000; ++round) {
    const Dialect& dialect = kDialects[random.below(4)];
    const std::string text = random.from(alphabets[random.below(5)], random.below(400));
    const std::vector<ReadRecord> expected = PlainReader(text, dialect).records();
    ASSERT_EQ(readAll(text, dialect, text.size() + 1), expected) << text;
    ASSERT_EQ(readAll(text, dialect, 1 + random.below(90)), expected) << text;
  }
}

/// A table whose cells are quoted as they should be, over more than one slice of the reader.
TEST(RecordsProperty, SameAsThePlainReaderOnLongWellQuotedText) {
  RandomBytes random(3);
  for (int round = 0; round < 20; ++round) {
    std::string text;
    while (text.size() < 20000) {
      std::string cell = random.from("abc \n,\"", random.below(60));
      std::string doubled;
      for (const char byte : cell) doubled += byte == '"' ? "\"\"" : std::string(1, byte);
      text += "\"" + doubled + "\"" + (random.below(4) == 0 ? "\r\n" : ",");
    }
    const std::vector<ReadRecord> expected = PlainReader(text, {}).records();
    ASSERT_EQ(readAll(text, {}, text.size()), expected);
    ASSERT_EQ(readAll(text, {}, 4096 + random.below(100)), expected);
  }
}

TEST(RecordsProperty, EveryChunkSizeOnAdversarialText) {
  RandomBytes random(4);
  for (const Dialect& dialect : kDialects) {
    const std::string text = random.from("\"\"',;\r\n\\a", 300);
    const std::vector<ReadRecord> expected = PlainReader(text, dialect).records();
    for (size_t chunk = 1; chunk <= text.size(); ++chunk) {
      ASSERT_EQ(readAll(text, dialect, chunk), expected) << "chunks of " << chunk;
    }
  }
}

struct LimitCase {
  const char* name;
  std::string text;
  std::vector<size_t> cellSizes;  ///< of the first record
  RecordFault fault;
};

std::string repeated(std::string_view part, size_t times) {
  std::string text;
  for (size_t i = 0; i < times; ++i) text += part;
  return text;
}

std::vector<LimitCase> limitCases() {
  const std::string full(kMaxCellBytes, 'x');
  const std::vector<size_t> columns(kMaxColumns, 1);
  return {
      {"longest cell", "a," + full + ",b", {1, kMaxCellBytes, 1}, RecordFault::none},
      {"longest cell before CRLF", full + "\r", {kMaxCellBytes}, RecordFault::none},
      {"one byte too long", "a," + full + "x,b", {1, kMaxCellBytes}, RecordFault::cellTooLong},
      {"10 MB line", std::string(10 << 20, 'x'), {kMaxCellBytes}, RecordFault::cellTooLong},
      {"cut between characters",
       std::string(kMaxCellBytes - 1, 'x') + "\xc3\xa9",
       {kMaxCellBytes - 1},
       RecordFault::cellTooLong},
      {"too long inside quotes",
       "\"" + full + "\n,\",b",
       {kMaxCellBytes - 1},
       RecordFault::cellTooLong},
      {"most columns", repeated("a,", kMaxColumns - 1) + "a", columns, RecordFault::none},
      {"one column too many", repeated("a,", kMaxColumns) + "a", columns,
       RecordFault::tooManyColumns},
      {"a million columns", repeated("a,", 1 << 20), columns, RecordFault::tooManyColumns},
      {"columns first, then a long cell", repeated("a,", kMaxColumns) + full + "x", columns,
       RecordFault::tooManyColumns},
      {"16 MiB of record", repeated(std::string((1 << 20) - 1, 'x') + ",", 15) + full,
       [] {
         std::vector<size_t> s(15, (1 << 20) - 1);
         s.push_back(1 << 20);
         return s;
       }(),
       RecordFault::none},
      {"more than 16 MiB of record", repeated(std::string((1 << 20) - 1, 'x') + ",", 17),
       std::vector<size_t>(16, (1 << 20) - 1), RecordFault::recordTooLong},
  };
}

TEST(RecordLimits, CutsTheRecordAndReadsOn) {
  for (const LimitCase& c : limitCases()) {
    const size_t innerLines = c.text.find('\n') == std::string::npos ? 0 : 1;
    const std::string text = c.text + "\nnext,record\n";
    for (const size_t chunk : {text.size(), size_t{1} << 20, size_t{65537}, size_t{9973}}) {
      const std::vector<ReadRecord> records = readAll(text, {}, chunk);
      ASSERT_EQ(records.size(), 2u) << c.name << ", chunks of " << chunk;
      std::vector<size_t> sizes;
      for (const std::string& cell : records[0].cells) sizes.push_back(cell.size());
      EXPECT_EQ(sizes, c.cellSizes) << c.name << ", chunks of " << chunk;
      EXPECT_EQ(records[0].fault, c.fault) << c.name << ", chunks of " << chunk;
      EXPECT_EQ(records[1], (ReadRecord{2 + innerLines, {"next", "record"}})) << c.name;
    }
  }
}

TEST(RecordLimits, UnclosedQuoteOverAWholeFile) {
  const std::string text = "a\n\"" + repeated("b,c\n", 1 << 20);
  for (const size_t chunk : {text.size(), size_t{100000}}) {
    const std::vector<ReadRecord> records = readAll(text, {}, chunk);
    ASSERT_EQ(records.size(), 2u);
    EXPECT_EQ(records[1].line, 2u);
    EXPECT_EQ(records[1].fault, RecordFault::unclosedQuote);
    ASSERT_EQ(records[1].cells.size(), 1u);
    EXPECT_EQ(records[1].cells[0].size(), kMaxCellBytes - 1);
  }
}

}  // namespace
}  // namespace upgrade_rate
