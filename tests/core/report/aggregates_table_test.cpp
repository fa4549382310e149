// Counts that a warehouse made, read back as a report: by hand, in the dresses that engines print
// them in, and broken.
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "tests/core/report/engine_run.h"

namespace upgrade_rate {
namespace {

// Two months and a headline of both. January: of 100 customers 20 upgrade, 5 leave, 10 come.
// February: of 105 customers 21 upgrade; 95 were in both bases, 4 of whom upgraded in both months,
// 16 only in January, 15 only in February.
const std::string kHeader = "part,start,end,name,other,currency,measure,value\n";
const std::string kAbout =
    "about,,,,,,version,1\n"
    "about,,,,,,settings,\"{\"\"plans\"\":[{\"\"plan\"\":\"\"Basic\"\",\"\"role\"\":\"\"tier\"\","
    "\"\"tier\"\":1},{\"\"plan\"\":\"\"Pro\"\",\"\"role\"\":\"\"tier\"\",\"\"tier\"\":2}],"
    "\"\"segmentBy\"\":[]}\"\n"
    "about,,,,,,dataUntil,2024-03-01T00:00:00Z\n"
    "about,,,,,,rows,300\nabout,,,,,,used,290\nabout,,,,,,rejected,10\nabout,,,,,,customers,110\n";

std::string period(const std::string& part, const std::string& days, const std::string& name,
                   const std::vector<std::pair<std::string, std::string>>& counts) {
  std::string text;
  for (const auto& [measure, value] : counts) {
    text += part + "," + days + "," + name + ",,," + measure + "," + value + "\n";
  }
  return text;
}

const std::string kJanuary = period("period", "2024-01-01,2024-02-01", "",
                                    {{"opening", "100"},
                                     {"closing", "105"},
                                     {"joined", "10"},
                                     {"new", "10"},
                                     {"left", "5"},
                                     {"churned", "5"},
                                     {"active", "110"},
                                     {"eligible", "60"},
                                     {"upgraded", "20"},
                                     {"kept", "18"},
                                     {"upgradedOrUpsold", "20"},
                                     {"upgradedEligible", "20"},
                                     {"keptEligible", "18"},
                                     {"upgradedOrUpsoldEligible", "20"},
                                     {"upgradeEvents", "22"},
                                     {"upgradeEventsEligible", "22"}});
const std::string kFebruary = period("period", "2024-02-01,2024-03-01", "",
                                     {{"opening", "105"},
                                      {"closing", "105"},
                                      {"active", "105"},
                                      {"eligible", "50"},
                                      {"upgraded", "21"},
                                      {"upgradedOrUpsold", "21"},
                                      {"upgradeEvents", "21"}});
const std::string kOverlap =
    "overlap,2024-02-01,2024-03-01,before,2024-01-01,,both,4\n"
    "overlap,2024-02-01,2024-03-01,before,2024-01-01,,onlyFirst,16\n"
    "overlap,2024-02-01,2024-03-01,before,2024-01-01,,onlySecond,15\n"
    "overlap,2024-02-01,2024-03-01,before,2024-01-01,,neither,60\n";
const std::string kHeadline = period("headline", "2024-01-01,2024-03-01", "longestRun",
                                     {{"opening", "100"},
                                      {"closing", "105"},
                                      {"joined", "10"},
                                      {"left", "5"},
                                      {"churned", "5"},
                                      {"active", "110"},
                                      {"upgraded", "38"},
                                      {"upgradedOrUpsold", "38"},
                                      {"upgradeEvents", "43"}});

std::string wholeTable() { return kHeader + kAbout + kJanuary + kFebruary + kOverlap + kHeadline; }

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
  return text;
}

int64_t lineAt(const std::string& text, size_t place) {
  return std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(place), '\n') + 1;
}

TEST(AggregatesTable, GivesTheReport) {
  const Outcome outcome = run(wholeTable());
  ASSERT_FALSE(outcome.error) << outcome.error->code << " " << outcome.error->advice;
  const Json report = outcome.json();
  EXPECT_EQ(report["data"]["shape"], "aggregates");
  EXPECT_EQ(report["data"]["customers"], 110);
  EXPECT_EQ(ledgerSums(report), "300 = 290 0 0 0 10");
  EXPECT_EQ(report["headline"]["rate"], 0.38);
  EXPECT_EQ(report["headline"]["label"], "2024-01/2024-02");
  EXPECT_EQ(report["headline"]["reason"], "longestRun");
  EXPECT_EQ(report["headline"]["band"], "exceptional");
  EXPECT_TRUE(report["headline"]["change"].is_null());
  ASSERT_EQ(report["periods"].size(), 2u);
  EXPECT_EQ(report["periods"][0]["rate"], 0.2);
  EXPECT_EQ(report["periods"][0]["kept"], 18);
  EXPECT_EQ(report["periods"][1]["rate"], 0.2);
  EXPECT_EQ(report["periods"][1]["change"]["points"], 0);
  for (const char* block : {"segments", "cohorts", "paths", "stickiness", "timeToUpgrade"}) {
    const bool none = report[block].is_null() || report[block].empty();
    EXPECT_TRUE(none) << block;
  }
  EXPECT_NE(noteCodes(report).find("aggregates.missing "), std::string::npos);
  EXPECT_EQ(run(wholeTable(), outcome.settings()).json(), report);
}

// phi of the overlap above is (4*60 - 16*15) / sqrt(20*75*19*76) = 0, so the interval is that of
// two samples of their own; without overlap rows there is none at all.
TEST(AggregatesTable, KnowsNoChangeWithoutOverlaps) {
  const Json with = run(wholeTable()).json();
  EXPECT_EQ(with["periods"][1]["change"]["clear"], false);
  const Json without = run(replaced(wholeTable(), kOverlap, "")).json();
  EXPECT_TRUE(without["periods"][1]["change"].is_null());
  const Json other = run(wholeTable(), R"({"numerator":"kept"})").json();
  EXPECT_TRUE(other["periods"][1]["change"].is_null());
  EXPECT_EQ(other["periods"][0]["rate"], 0.18);
  EXPECT_NE(noteCodes(other).find("aggregates.overlaps "), std::string::npos);
}

struct Dress {
  const char* name;
  std::string bytes;
};

std::string asJson(const std::string& table) {
  Json list = Json::array();
  std::vector<std::string> names;
  size_t from = 0;
  while (from < table.size()) {
    std::vector<std::string> cells(1);
    bool quoted = false;
    for (; from < table.size() && (quoted || table[from] != '\n'); ++from) {
      const char c = table[from];
      if (c == '"' && quoted && table[from + 1] == '"') {
        cells.back() += c;
        ++from;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.emplace_back();
      } else {
        cells.back() += c;
      }
    }
    ++from;
    if (names.empty()) {
      names = cells;
      continue;
    }
    Json row = Json::object();
    for (size_t i = 0; i < cells.size(); ++i) {
      if (!cells[i].empty()) row[names[i]] = cells[i];
    }
    list.push_back(row);
  }
  return list.dump();
}

std::string backslashed(const std::string& table) {
  std::string text;
  bool quoted = false, blank = true;
  for (size_t i = 0; i < table.size(); ++i) {
    const char c = table[i];
    if (c == '"' && quoted && table[i + 1] == '"') {
      text += '"';
      ++i;
    } else if (c == '"') {
      quoted = !quoted;
    } else if (!quoted && (c == ',' || c == '\n')) {
      if (blank) text += "\\N";
      text += c == ',' ? '\t' : '\n';
      blank = true;
    } else {
      text += c;
      blank = false;
    }
  }
  return text;
}

TEST(AggregatesTable, IsReadInEveryDress) {
  const std::string plain = wholeTable();
  const std::string rows = plain.substr(kHeader.size());
  const Dress dresses[] = {
      {"byte order mark, CRLF", "\xEF\xBB\xBF" + replaced(plain, "\n", "\r\n")},
      {"header in capitals", "PART,START,END,NAME,OTHER,CURRENCY,MEASURE,VALUE\n" + rows},
      {"quoted numbers", replaced(plain, ",100\n", ",\"100\"\n")},
      {"decimals", replaced(replaced(plain, ",105\n", ",105.000000\n"), ",20\n", ",2e1\n")},
      {"timestamps", replaced(replaced(plain, "2024-02-01,", "2024-02-01 00:00:00,"), "2024-01-01,",
                              "2024-01-01T00:00:00.000Z,")},
      {"NULL", replaced(plain, ",,,,,", ",NULL,null,,NULL,")},
      {"JSON without nulls", asJson(plain)},
      {"tabs and \\N", backslashed(plain)},
      {"rows in another order", kHeader + kHeadline + kOverlap + kFebruary + kJanuary + kAbout},
      {"a query's footer", plain + "(49 rows)\n"},
      {"the header again", plain + kHeader},
  };
  const Json expected = run(plain).json();
  for (const Dress& dress : dresses) {
    SCOPED_TRACE(dress.name);
    const Outcome outcome = run(dress.bytes);
    ASSERT_FALSE(outcome.error) << outcome.error->code << " " << outcome.error->where << " "
                                << outcome.error->advice;
    for (const char* block : {"headline", "periods", "trend", "findings"}) {
      EXPECT_EQ(outcome.json()[block], expected[block]) << block;
    }
  }
}

struct Broken {
  const char* name;
  std::string bytes;
  std::string code;
  std::string row;  ///< in whose line it is found, or empty
};

TEST(AggregatesTable, SaysWhichLineCannotBe) {
  const std::string plain = wholeTable();
  const Broken cases[] = {
      {"no settings", replaced(plain, kAbout, ""), "aggregates.noSettings", ""},
      {"no version", replaced(plain, "about,,,,,,version,1\n", ""), "aggregates.noSettings", ""},
      {"newer", replaced(plain, "version,1\n", "version,2\n"), "aggregates.newer", ""},
      {"settings that are none", replaced(plain, "segmentBy", "sgmentBy"), "aggregates.settings",
       "settings"},
      {"told twice", plain + "period,2024-02-01,2024-03-01,,,,opening,105\n",
       "aggregates.duplicate", "period,2024-02-01,2024-03-01,,,,opening,105\n"},
      {"a fraction", replaced(plain, "upgraded,20\n", "upgraded,20.5\n"), "aggregates.value",
       "upgraded,20.5"},
      {"a word", replaced(plain, "upgraded,20\n", "upgraded,twenty\n"), "aggregates.value",
       "upgraded,twenty"},
      {"below 0", replaced(plain, "joined,10\n", "joined,-10\n"), "aggregates.value",
       "period,2024-01-01,2024-02-01,,,,joined,-10"},
      {"more upgraded than there are", replaced(plain, "upgraded,38\n", "upgraded,101\n"),
       "aggregates.contradiction", "upgraded,101"},
      {"a row is missing", replaced(plain, "period,2024-01-01,2024-02-01,,,,left,5\n", ""),
       "aggregates.contradiction", "period,2024-01-01,2024-02-01,,,,closing"},
      {"a month is missing", replaced(plain, "2024-01-01,2024-02-01", "2023-12-01,2024-01-01"),
       "aggregates.contradiction", ""},
      {"a period that is none", replaced(plain, "2024-01-01,2024-02-01", "2024-01-02,2024-02-01"),
       "aggregates.contradiction", ""},
      {"no opening", replaced(plain, "period,2024-02-01,2024-03-01,,,,opening,105\n", ""),
       "aggregates.contradiction", ""},
      {"closing is not the next opening", replaced(plain, "opening,105\n", "opening,106\n"),
       "aggregates.contradiction", ""},
      {"overlap of more than there are", replaced(plain, "neither,60\n", "neither,600\n"),
       "aggregates.contradiction", "both,4"},
      {"overlap with another period", replaced(plain, "before,2024-01-01,", "before,2023-01-01,"),
       "aggregates.contradiction", "both,4"},
      {"rows that do not add up", replaced(plain, "used,290\n", "used,291\n"),
       "aggregates.contradiction", "rows,300"},
      {"no end of the data", replaced(plain, "about,,,,,,dataUntil,2024-03-01T00:00:00Z\n", ""),
       "aggregates.noSettings", ""},
  };
  for (const Broken& each : cases) {
    SCOPED_TRACE(each.name);
    const Outcome outcome = run(each.bytes);
    ASSERT_TRUE(outcome.error);
    EXPECT_EQ(outcome.error->code, each.code) << outcome.error->advice;
    if (each.row.empty()) continue;
    const size_t at = each.bytes.rfind(each.row);
    ASSERT_NE(at, std::string::npos);
    EXPECT_EQ(outcome.error->where, "input.csv: line " + std::to_string(lineAt(each.bytes, at)));
  }
}

}  // namespace
}  // namespace upgrade_rate
