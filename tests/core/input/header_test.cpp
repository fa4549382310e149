// Where the header stands, what its names mean, and what the columns below look like.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/input/header_words.h"
#include "core/input/profile.h"

namespace upgrade_rate {
namespace {

struct PlaceCase {
  const char* name;
  SampleRows rows;
  bool header;
  uint32_t skipRows;
};

const PlaceCase kPlaces[] = {
    {"a usual header", {{"customer", "date"}, {"u1", "2024-01-05"}}, true, 0},
    {"unknown names above dates", {{"wer", "wann"}, {"u1", "2024-01-05"}}, true, 0},
    {"words only, one usual name", {{"foo", "plan"}, {"u1", "Basic"}}, true, 0},
    {"words only, no usual name", {{"foo", "bar"}, {"u1", "Basic"}}, false, 0},
    {"data at once", {{"u1", "2024-01-05"}, {"u2", "2024-01-06"}}, false, 0},
    {"two numbers", {{"38", "1204"}}, false, 0},
    {"a usual header alone", {{"customer", "date", "plan"}}, true, 0},
    {"a shorter title", {{"Plans"}, {"customer", "date"}, {"u1", "2024-01-05"}}, true, 1},
    {"a padded title",
     {{"Plans", "", ""}, {"", "", ""}, {"customer", "date", "plan"}, {"u1", "2024-01-05", "Pro"}},
     true,
     2},
    {"a title above data without a header",
     {{"Plans"}, {"u1", "2024-01-05"}, {"u2", "2024-01-06"}},
     false,
     1},
    {"a name that is a year, beside usual ones",
     {{"customer", "date", "2024"}, {"u1", "2024-01-05", "7"}},
     true,
     0},
    {"periods for names", {{"customer", "2024-01", "2024-02"}, {"u1", "1", "2"}}, true, 0},
    {"starts and ends", {{"u1", "2024-01-05", "2024-02-05"}, {"u2", "2024-01-06", ""}}, false, 0},
    {"no rows", {}, false, 0},
    {"one column", {{"customer"}, {"u1"}, {"u2"}}, true, 0},
};

TEST(FindHeader, TellsNamesFromDataAndTitles) {
  for (const PlaceCase& c : kPlaces) {
    const HeaderPlace place = findHeader(c.rows);
    EXPECT_EQ(place.header, c.header) << c.name;
    EXPECT_EQ(place.skipRows, c.skipRows) << c.name;
  }
}

TEST(Profile, SaysWhatAColumnHolds) {
  const SampleRows rows = {{"Datum", "", "n", "Mixed"},
                           {"2024-01-05", "x", "1,5", "1"},
                           {"2024-01-06", "x", "-", "2.5"},
                           {"soon", "", "2,5", "three"},
                           {"2024-01-08"}};
  const std::vector<ColumnProfile> columns = profileColumns(rows, {true, 0});
  ASSERT_EQ(columns.size(), 4U);
  EXPECT_EQ(columns[0].header, "Datum");
  EXPECT_EQ(columns[0].key, "datum");
  EXPECT_EQ(columns[0].values, 4U);
  EXPECT_EQ(columns[0].kind(), ColumnKind::date);
  EXPECT_DOUBLE_EQ(columns[0].dateShare(), 0.75);
  EXPECT_DOUBLE_EQ(columns[0].wordShare(), 0.25);
  EXPECT_EQ(columns[1].header, "#2");
  EXPECT_EQ(columns[1].key, "");
  EXPECT_EQ(columns[1].kind(), ColumnKind::text);
  EXPECT_EQ(columns[1].distinct.size(), 1U);
  EXPECT_EQ(columns[1].blanks, 2U);
  EXPECT_EQ(columns[2].kind(), ColumnKind::number);
  EXPECT_EQ(columns[2].numbers.decide().format.decimal, ',');
  EXPECT_EQ(columns[2].blanks, 2U) << "- and the short row";
  EXPECT_EQ(columns[2].counts, 0U);
  EXPECT_EQ(columns[3].counts, 1U);
  EXPECT_EQ(columns[3].kind(), ColumnKind::number);
}

TEST(Profile, NamesColumnsByNumberWithoutAHeader) {
  const auto columns = profileColumns({{"Title"}, {"u1", "7"}, {"u2", "8"}}, {false, 1});
  ASSERT_EQ(columns.size(), 2U);
  EXPECT_EQ(columns[0].header, "#1");
  EXPECT_EQ(columns[0].values, 2U);
  EXPECT_EQ(columns[1].counts, 2U);
  EXPECT_TRUE(profileColumns({{"a"}}, {true, 1}).empty());
}

struct WordCase {
  const char* key;
  Part part;
  double least, most;
};

constexpr WordCase kWords[] = {
    {"customer", Part::customer, 1, 1},
    {"kundennummer", Part::customer, 1, 1},
    {"customerno", Part::customer, 1, 1},
    {"kundennr", Part::customer, 1, 1},
    {"acctnum", Part::customer, 0.7, 0.7},
    {"piano", Part::customer, 0, 0},
    {"no", Part::customer, 0, 0},
    {"subscriptionno", Part::subscription, 1, 1},
    {"id", Part::customer, 0.1, 0.5},
    {"stripecustomerid", Part::customer, 0.5, 0.9},
    {"accountmanager", Part::customer, 0, 0},
    {"custo", Part::customer, 0, 0},
    {"", Part::customer, 0, 0},
    {"date", Part::date, 1, 1},
    {"signupdate", Part::date, 0.5, 0.9},
    {"createdat", Part::date, 0.7, 1},
    {"updatedat", Part::date, 0.1, 0.7},
    {"datum", Part::date, 1, 1},
    {"plan", Part::plan, 1, 1},
    {"tarif", Part::plan, 1, 1},
    {"status", Part::plan, 0, 0},
    {"mrr", Part::value, 1, 1},
    {"lifetimevalue", Part::value, 0, 0},
    {"annualrevenue", Part::value, 0, 0},
    {"seats", Part::quantity, 1, 1},
    {"month", Part::period, 1, 1},
    {"customers", Part::total, 0.95, 0.95},
    {"startingcustomers", Part::total, 1, 1},
    {"activecustomers", Part::total, 0.8, 0.8},
    {"accountaccountnumber", Part::customer, 1, 1},
    {"subscriptionsbillingperiod", Part::interval, 0.5, 0.9},
    {"newcustomers", Part::total, 0, 0},
    {"upgraded", Part::upgraded, 1, 1},
    {"downgraded", Part::upgraded, 0, 0},
    {"converted", Part::upgraded, 0, 0},
    {"upsells", Part::upgraded, 0, 0},
};

TEST(HeaderWords, ScoreNames) {
  for (const WordCase& c : kWords) {
    EXPECT_GE(headerScore(c.key, c.part), c.least) << c.key;
    EXPECT_LE(headerScore(c.key, c.part), c.most) << c.key;
  }
}

TEST(HeaderWords, KnowsNamesOfAnyPart) {
  EXPECT_TRUE(isHeaderWord("plan"));
  EXPECT_TRUE(isHeaderWord("hochgestuft"));
  EXPECT_FALSE(isHeaderWord("basic"));
  EXPECT_FALSE(isHeaderWord("u1"));
  EXPECT_FALSE(isHeaderWord(""));
}

}  // namespace
}  // namespace upgrade_rate
