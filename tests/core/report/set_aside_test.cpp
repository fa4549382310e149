// The rows that a report does not use, as they came: each in the file, with its line and its
// reason.
#include <gtest/gtest.h>

#include <string>

#include "tests/core/report/engine_run.h"

namespace upgrade_rate {
namespace {

struct SetAsideCase {
  const char* name;
  std::vector<std::string> files;
  std::vector<std::string> setAside;  // of each file
  std::string_view settings = "{}";
};

std::string written(Engine& engine, uint32_t file, const std::string& bytes, size_t chunk) {
  engine.openSetAside(file);
  std::string text;
  for (size_t at = 0; at < bytes.size(); at += chunk) {
    engine.pushTable(bytes.substr(at, chunk));
    text += engine.tableText();
  }
  engine.closeTable();
  return text.append(engine.tableText());
}

const SetAsideCase kCases[] = {
    {"a row of every fate, quotes and line ends kept",
     {"Plans of 2024\n"
      "customer;date;plan;value\n"
      "Ann;2024-01-05;Basic;10\n"
      "Ann;2024-01-05;Basic;10\n"
      "Ann;2024-02-05;Pro;20\n"
      "\"Ann\";2024-02-05;\"Pro\n+\";30\n"
      "Bob;soon;Basic;10\n"
      "# checked\n"
      "Cid;2024-01-07;Basic;1;2;x\n"
      ";2024-01-07;Basic;=1+1\n"
      "Dee;2025-01-01;Pro;20\n"
      "Total;;;60\n"},
     {"line,reason,customer,date,plan,value\r\n"
      "1,row.title,Plans of 2024\r\n"
      "3,row.duplicate,Ann,2024-01-05,Basic,10\r\n"
      "5,row.superseded,Ann,2024-02-05,Pro,20\r\n"
      "8,date.unreadable,Bob,soon,Basic,10\r\n"
      "9,row.comment,# checked\r\n"
      "10,row.extraCells,Cid,2024-01-07,Basic,1,2,x\r\n"
      "11,customer.blank,,2024-01-07,Basic,=1+1\r\n"
      "12,row.afterDataUntil,Dee,2025-01-01,Pro,20\r\n"
      "13,row.totalsLine,Total,,,60\r\n"},
     R"({"dataUntil":"2024-12-31"})"},
    {"nothing",
     {"customer,date,plan\nAnn,2024-01-05,Basic\nAnn,2024-02-05,Pro\n"},
     {"line,reason,customer,date,plan\r\n"}},
    {"JSON in one line: the record counts, not the line",
     {R"([{"customer":"Ann","date":"2024-01-05","plan":"Basic"},{"customer":"","date":"2024-01-05","plan":"Pro"},{"customer":"Ann","date":"2024-02-05","plan":"Pro"},{"customer":"Ann","date":"2024-02-05","plan":"Pro"}])"},
     {"line,reason,customer,date,plan\r\n"
      "1,customer.blank,,2024-01-05,Pro\r\n"
      "1,row.duplicate,Ann,2024-02-05,Pro\r\n"}},
    {"a table beside the history",
     {"customer,date,plan\nann,2024-01-05,Basic\nann,2024-02-05,Pro\nbob,2024-01-05,\n"
      "bob,2024-01-05,Pro\n",
      "customer,region\nann,EMEA\nzoe,APAC\nann,APAC\n"},
     {"line,reason,customer,date,plan\r\n4,row.superseded,bob,2024-01-05,\r\n",
      "line,reason,customer,region\r\n2,lookup.superseded,ann,EMEA\r\n"
      "3,lookup.unmatched,zoe,APAC\r\n"},
     R"({"segmentBy":["region"]})"},
    {"a matrix: its row is set aside where none of its cells is used",
     {"customer,2024-01,2024-02\na,Basic,Pro\nb,Basic,Basic\na,Basic,Pro\n,Basic,Pro\n"},
     {"line,reason,customer,2024-01,2024-02\r\n2,row.duplicate,a,Basic,Pro\r\n"
      "5,customer.blank,,Basic,Pro\r\n"}},
    {"totals",
     {"month,total,upgraded\n2024-01,100,10\n2024-01,100,11\n2024-02,100,x\n2024-02,100,9\n"},
     {"line,reason,month,total,upgraded\r\n2,row.superseded,2024-01,100,10\r\n"
      "4,totals.notCount,2024-02,100,x\r\n"}},
    {"flags",
     {"customer,date,upgraded\na,2024-01-05,yes\nb,2024-01-06,maybe\nb,2024-03-06,no\n"},
     {"line,reason,customer,date,upgraded\r\n3,flag.unreadable,b,2024-01-06,maybe\r\n"
      "4,row.afterDataUntil,b,2024-03-06,no\r\n"},
     R"({"dataUntil":"2024-03-01"})"},
};

TEST(SetAside, IsWrittenAsItCame) {
  for (const SetAsideCase& c : kCases) {
    for (const size_t chunk : {size_t{3}, size_t{1} << 20}) {
      Engine engine;
      Json names = Json::array();
      for (size_t i = 0; i < c.files.size(); ++i) {
        names.push_back({{"name", std::string(1, static_cast<char>('a' + i))}});
      }
      ASSERT_FALSE(engine.begin(c.settings, dumpJson(names)));
      Outcome unused;
      for (uint32_t i = 0; i < c.files.size(); ++i) {
        readThrough(engine, i, c.files[i], chunk, unused);
      }
      ASSERT_FALSE(engine.finish()) << c.name;
      const Result<std::string> report = engine.report(c.settings, kTestHost);
      ASSERT_TRUE(report) << c.name;
      for (uint32_t i = 0; i < c.files.size(); ++i) {
        EXPECT_EQ(written(engine, i, c.files[i], chunk), c.setAside[i]) << c.name;
      }
    }
  }
}

// Whatever the settings: the rows that are written are those that the ledger does not call used.
TEST(SetAside, IsAllThatTheLedgerDoesNotCallUsed) {
  const SetAsideCase& all = kCases[0];
  for (const char* settings : {R"({"dataUntil":"2024-02-01"})", R"({"dataUntil":"2026-01-01"})",
                               R"({"dataUntil":"2023-01-01"})"}) {
    Engine engine;
    ASSERT_FALSE(engine.begin(settings, R"([{"name":"a"}])"));
    Outcome unused;
    readThrough(engine, 0, all.files[0], 1 << 20, unused);
    ASSERT_FALSE(engine.finish());
    const Result<std::string> report = engine.report(settings, kTestHost);
    ASSERT_TRUE(report) << settings;
    const Json ledger = Json::parse(report.value())["ledger"];
    const std::string text = written(engine, 0, all.files[0], 1 << 20);
    size_t lines = 0;
    for (size_t at = 0; (at = text.find("\r\n", at)) != std::string::npos; at += 2) ++lines;
    EXPECT_EQ(lines - 1, ledger["rows"].get<size_t>() - ledger["used"].get<size_t>()) << settings;
  }
}

}  // namespace
}  // namespace upgrade_rate
