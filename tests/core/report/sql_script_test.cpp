// Scripts out of steps: what becomes a table, what is written in place, and when a table goes. The
// expected statements are written down here by hand.

#include <gtest/gtest.h>

#include "core/report/sql/script.h"

namespace upgrade_rate {
namespace {

using Kept = SqlStep::Kept;

SqlStep step(const char* name, const char* body, Kept kept = Kept::inPlace,
             const char* order = "") {
  SqlStep made;
  made.name = name;
  made.comment = "-- " + made.name + "\n";
  made.body = body;
  made.kept = kept;
  made.order = order;
  return made;
}

const char* kSet = "SET join_use_nulls = 1, prefer_column_name_to_alias = 1;\n";

TEST(SqlScript, TablesAreMadeOnceAndDroppedBehindTheirLastReader) {
  const std::vector<SqlStep> steps = {
      step("cells", "  SELECT 1 AS a FROM `cells` AS t"),
      step("rows_read", "  SELECT c.a FROM cells AS c", Kept::large, "a"),
      step("most", "  SELECT MAX(r.a) AS a FROM rows_read AS r", Kept::small),
      step("states", "  SELECT r.a FROM rows_read AS r CROSS JOIN most AS m", Kept::large)};
  EXPECT_EQ(asScript(steps, "SELECT s.a FROM states AS s JOIN most AS m ON m.a = s.a\n"),
            std::string(kSet) +
                "-- rows_read\n"
                "CREATE OR REPLACE TEMPORARY TABLE upgrade_rate_rows_read ENGINE = MergeTree ORDER "
                "BY (a) SETTINGS allow_nullable_key = 1 AS\n"
                "WITH\n-- cells\ncells AS (\n  SELECT 1 AS a FROM `cells` AS t\n)\n"
                "  SELECT c.a FROM cells AS c;\n"
                "-- most\n"
                "CREATE OR REPLACE TEMPORARY TABLE upgrade_rate_most ENGINE = Memory AS\n"
                "  SELECT MAX(r.a) AS a FROM upgrade_rate_rows_read AS r;\n"
                "-- states\n"
                "CREATE OR REPLACE TEMPORARY TABLE upgrade_rate_states ENGINE = MergeTree ORDER BY "
                "tuple() AS\n"
                "  SELECT r.a FROM upgrade_rate_rows_read AS r CROSS JOIN upgrade_rate_most AS m;\n"
                "DROP TEMPORARY TABLE upgrade_rate_rows_read;\n"
                "SELECT s.a FROM upgrade_rate_states AS s JOIN upgrade_rate_most AS m ON m.a = "
                "s.a\n");
}

TEST(SqlScript, AStepInPlaceIsWrittenWithAllThatItReads) {
  const std::vector<SqlStep> steps = {step("one", "  SELECT 1 AS a"),
                                      step("unread", "  SELECT 2 AS a"),
                                      step("two", "  SELECT o.a FROM one AS o"),
                                      step("table", "  SELECT t.a FROM two AS t", Kept::small)};
  EXPECT_EQ(
      asScript(steps, "SELECT a FROM table"),
      std::string(kSet) +
          "-- table\nCREATE OR REPLACE TEMPORARY TABLE upgrade_rate_table ENGINE = Memory AS\n"
          "WITH\n-- one\none AS (\n  SELECT 1 AS a\n),\n"
          "-- two\ntwo AS (\n  SELECT o.a FROM one AS o\n)\n"
          "  SELECT t.a FROM two AS t;\n"
          "SELECT a FROM upgrade_rate_table");
}

TEST(SqlScript, OnlyAStepThatNamesItselfIsRecursive) {
  const std::vector<SqlStep> steps = {
      step("first", "  SELECT 1 AS n", Kept::large),
      step("choices", "  SELECT f.n FROM first AS f UNION ALL SELECT c.n + 1 FROM choices AS c"),
      step("last_one", "  SELECT MAX(c.n) AS n FROM choices AS c", Kept::small)};
  const std::string script = asScript(steps, "SELECT n FROM last_one");
  EXPECT_EQ(script.find("RECURSIVE"), script.find("RECURSIVE\n-- choices"));
  EXPECT_NE(script.find("WITH RECURSIVE\n-- choices\nchoices AS (\n  SELECT f.n FROM "
                        "upgrade_rate_first AS f UNION ALL SELECT c.n + 1 FROM choices AS c\n)"),
            std::string::npos);
  EXPECT_EQ(oneStatement({steps[0]}, "SELECT n FROM first"),
            "WITH\n-- first\nfirst AS (\n  SELECT 1 AS n\n)\nSELECT n FROM first");
  EXPECT_EQ(oneStatement(steps, "").substr(0, 14), "WITH RECURSIVE");
}

// One statement of two steps and `final` beside a table of that name.
std::string besideTable(const char* table, std::string final) {
  std::vector<SqlStep> steps = {step("cells", "  SELECT t.a FROM \"cells\" AS t"),
                                step("rows", "  SELECT c.a FROM cells AS c")};
  makeWay(steps, final, table);
  return oneStatement(steps, final);
}

TEST(SqlScript, AStepMakesWayForATableOfItsName) {
  EXPECT_EQ(besideTable("cells", "SELECT r.a FROM rows AS r JOIN cells AS c"),
            "WITH\n-- cells\nupgrade_rate_cells AS (\n  SELECT t.a FROM \"cells\" AS t\n),\n"
            "-- rows\nrows AS (\n  SELECT c.a FROM upgrade_rate_cells AS c\n)\n"
            "SELECT r.a FROM rows AS r JOIN upgrade_rate_cells AS c");
}

TEST(SqlScript, NoStepMakesWayForATableInASchema) {
  EXPECT_EQ(besideTable("", "SELECT c.a FROM (SELECT a FROM cells) AS c"),
            "WITH\n-- cells\ncells AS (\n  SELECT t.a FROM \"cells\" AS t\n),\n"
            "-- rows\nrows AS (\n  SELECT c.a FROM cells AS c\n)\n"
            "SELECT c.a FROM (SELECT a FROM cells) AS c");
}

TEST(SqlScript, NamesThatOnlyBeginLikeAStepStay) {
  const std::vector<SqlStep> steps = {step("rows", "  SELECT 1 AS a", Kept::small)};
  EXPECT_EQ(
      asScript(steps, "SELECT a FROM rows_read JOIN rows AS r").substr(asScript(steps, "").size()),
      "SELECT a FROM rows_read JOIN upgrade_rate_rows AS r");
}

}  // namespace
}  // namespace upgrade_rate
