// Which cells are quoted, and that the record reader gives every cell back.
#include "core/bytes/csv_writer.h"

#include <gtest/gtest.h>

#include "tests/core/bytes/random_bytes.h"
#include "tests/core/bytes/read_all.h"

namespace upgrade_rate {
namespace {

TEST(CsvWriter, Cells) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"", ""},
      {"plain", "plain"},
      {"two words", "two words"},
      {"a;b\tc|d", "a;b\tc|d"},
      {"a,b", "\"a,b\""},
      {"say \"hi\"", "\"say \"\"hi\"\"\""},
      {"\"", "\"\"\"\""},
      {"a\nb", "\"a\nb\""},
      {"a\rb", "\"a\rb\""},
      {" a", "\" a\""},
      {"a ", "\"a \""},
      {" ", "\" \""},
      {"=1+1", "=1+1"},
      {"Zo\xc3\xab", "Zo\xc3\xab"},
  };
  for (const auto& [cell, expected] : cases) {
    std::string out = "before:";
    appendCsvCell(out, cell);
    EXPECT_EQ(out, "before:" + std::string(expected));
  }
}

TEST(CsvWriter, ReadsBack) {
  RandomBytes random(5);
  for (int round = 0; round < 500; ++round) {
    ReadRecord record = {1, {}};
    std::string text;
    for (size_t i = 0; i < 5; ++i) {
      record.cells.push_back(random.from(",\"\r\n' a;", random.below(8)));
      appendCsvCell(text, record.cells.back());
      text += i < 4 ? "," : "\r\n";
    }
    ASSERT_EQ(readAll(text, {}, 1 + random.below(20)), std::vector<ReadRecord>{record}) << text;
  }
}

}  // namespace
}  // namespace upgrade_rate
