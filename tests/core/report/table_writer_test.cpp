// The table as it was read, written out again by RFC 4180.
#include "core/report/table_writer.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/core/report/engine_run.h"

namespace upgrade_rate {
namespace {

std::string table(const std::string& bytes, size_t chunk, std::string_view settings = "{}") {
  Engine engine;
  EXPECT_FALSE(engine.begin(settings, R"([{"name":"a"}])"));
  Outcome unused;
  readThrough(engine, 0, bytes, 1 << 20, unused);
  EXPECT_FALSE(engine.finish());
  engine.openTable(0);
  std::string text;
  for (size_t at = 0; at < bytes.size(); at += chunk) {
    const std::string piece = bytes.substr(at, chunk);
    engine.pushTable(piece);
    text += engine.tableText();
  }
  engine.closeTable();
  return text.append(engine.tableText());
}

struct TableCase {
  const char* name;
  std::string bytes;
  const char* written;
};

const TableCase kTables[] = {
    {"semicolons become commas", "customer;date;plan;value\nAnn;05.01.2024;Basic;19,90\n",
     "customer,date,plan,value\r\nAnn,05.01.2024,Basic,\"19,90\"\r\n"},
    {"quotes only where needed",
     "\"customer\",\"date\",\"plan\"\r\n\"Ann \"\"A\"\"\",\"2024-01-05\",\"Pro\nteam\"\r\n",
     "customer,date,plan\r\n\"Ann \"\"A\"\"\",2024-01-05,\"Pro\nteam\"\r\n"},
    {"titles above are left out, rows that are set aside stay",
     "Plans\ncustomer,date,plan\nAnn,2024-01-05,Basic\n,soon,\n",
     "customer,date,plan\r\nAnn,2024-01-05,Basic\r\n,soon,\r\n"},
    {"a byte order mark goes",
     "\xef\xbb\xbf"
     "customer\tdate\tplan\nAnn\t2024-01-05\tBasic",
     "customer,date,plan\r\nAnn,2024-01-05,Basic\r\n"},
    {"Windows-1252 becomes UTF-8", "customer,date,plan\nJos\xe9,2024-01-05,Basic\n",
     "customer,date,plan\r\nJos\xc3\xa9,2024-01-05,Basic\r\n"},
};

TEST(TableWriter, WritesWhatWasRead) {
  for (const TableCase& c : kTables) {
    for (const size_t chunk : {size_t{1}, size_t{3}, size_t{1} << 20}) {
      EXPECT_EQ(table(c.bytes, chunk), c.written) << c.name << ", chunks of " << chunk;
    }
  }
}

}  // namespace
}  // namespace upgrade_rate
