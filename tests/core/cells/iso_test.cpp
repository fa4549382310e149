// ISO weeks from the table in Wikipedia, "ISO week date"; instants counted with `date -u -d @N`.
#include "core/cells/iso.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>

#include "core/cells/time.h"

namespace upgrade_rate {
namespace {

struct WeekCase {
  CivilDate date;
  IsoWeek week;
};

constexpr WeekCase kWeeks[] = {
    {{2005, 1, 1}, {2004, 53}},  {{2005, 1, 2}, {2004, 53}},   {{2005, 12, 31}, {2005, 52}},
    {{2006, 1, 1}, {2005, 52}},  {{2006, 1, 2}, {2006, 1}},    {{2006, 12, 31}, {2006, 52}},
    {{2007, 1, 1}, {2007, 1}},   {{2007, 12, 30}, {2007, 52}}, {{2007, 12, 31}, {2008, 1}},
    {{2008, 1, 1}, {2008, 1}},   {{2008, 12, 28}, {2008, 52}}, {{2008, 12, 29}, {2009, 1}},
    {{2008, 12, 31}, {2009, 1}}, {{2009, 1, 1}, {2009, 1}},    {{2009, 12, 31}, {2009, 53}},
    {{2010, 1, 1}, {2009, 53}},  {{2010, 1, 3}, {2009, 53}},
};

TEST(Iso, WeeksOfThePublishedTable) {
  for (const WeekCase& c : kWeeks) {
    EXPECT_EQ(isoWeek(dayNumber(c.date)).year, c.week.year) << isoDay(dayNumber(c.date));
    EXPECT_EQ(isoWeek(dayNumber(c.date)).week, c.week.week) << isoDay(dayNumber(c.date));
  }
}

TEST(Iso, MondayOfAWeek) {
  EXPECT_EQ(isoDay(isoWeekMonday(2004, 53)), "2004-12-27");
  EXPECT_EQ(isoDay(isoWeekMonday(2009, 1)), "2008-12-29");
  EXPECT_EQ(isoDay(isoWeekMonday(2024, 7)), "2024-02-12");
  EXPECT_EQ(isoDay(isoWeekMonday(2024, 1)), "2024-01-01");
}

// The 71 long years of each 400-year cycle are published; these are those of 1990 to 2040.
TEST(Iso, LongYears) {
  constexpr int kLong[] = {1992, 1998, 2004, 2009, 2015, 2020, 2026, 2032, 2037};
  for (int year = 1990; year <= 2040; year++) {
    const bool isLong = std::find(std::begin(kLong), std::end(kLong), year) != std::end(kLong);
    EXPECT_EQ(isoWeeksInYear(year), isLong ? 53 : 52) << year;
  }
  int longYears = 0;
  for (int year = 2001; year <= 2400; year++) longYears += isoWeeksInYear(year) == 53;
  EXPECT_EQ(longYears, 71);
}

struct InstantCase {
  int64_t micros;
  const char* text;
};

constexpr InstantCase kInstants[] = {
    {0, "1970-01-01T00:00:00Z"},
    {-1, "1969-12-31T23:59:59.999999Z"},
    {1711929600000000, "2024-04-01T00:00:00Z"},
    {1711929600250000, "2024-04-01T00:00:00.25Z"},
    {1711929600000010, "2024-04-01T00:00:00.00001Z"},
    {1704276305123456, "2024-01-03T10:05:05.123456Z"},
    {-62135596800000000, "0001-01-01T00:00:00Z"},
    {253402300799999999, "9999-12-31T23:59:59.999999Z"},
    {253402300800000000, "+010000-01-01T00:00:00Z"},
    {-62135596800000001, "0000-12-31T23:59:59.999999Z"},
    {-62167219200000001, "-000001-12-31T23:59:59.999999Z"},
};

TEST(Iso, Instants) {
  for (const InstantCase& c : kInstants) EXPECT_EQ(isoInstant(c.micros), c.text);
  EXPECT_EQ(isoDay(19814), "2024-04-01");
  EXPECT_EQ(isoDay(-719162), "0001-01-01");
}

}  // namespace
}  // namespace upgrade_rate
