// Day numbers against published values: the epoch and 2000-03-01 are in Hinnant's paper, the ends
// of the range are Python's date.toordinal() - 719163.
#include "core/cells/time.h"

#include <gtest/gtest.h>

namespace upgrade_rate {
namespace {

struct DayCase {
  CivilDate date;
  int64_t day;
  int weekday;
};

constexpr DayCase kDays[] = {
    {{1970, 1, 1}, 0, 4},         {{2000, 3, 1}, 11017, 3},    {{1, 1, 1}, -719162, 1},
    {{9999, 12, 31}, 2932896, 5}, {{1969, 12, 31}, -1, 3},     {{2024, 2, 29}, 19782, 4},
    {{1900, 3, 1}, -25508, 4},    {{1899, 12, 30}, -25569, 6}, {{2024, 1, 1}, 19723, 1},
    {{1600, 2, 29}, -135081, 2},
};

TEST(Time, DayNumbersArePublishedValues) {
  for (const DayCase& c : kDays) {
    EXPECT_EQ(dayNumber(c.date), c.day) << c.date.year;
    EXPECT_EQ(civilDate(c.day), c.date) << c.day;
    EXPECT_EQ(weekday(c.day), c.weekday) << c.day;
  }
}

// Walks the calendar by the schoolbook rule and asks for the same day, number and week day.
TEST(Time, EveryDayFrom1600To2400GoesThereAndBack) {
  constexpr int kLengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  int64_t day = -135140;  // 1600-01-01, a Saturday
  int onWeekday = 6;
  for (int32_t year = 1600; year <= 2400; year++) {
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    for (int month = 1; month <= 12; month++) {
      const int length = kLengths[month - 1] + (leap && month == 2 ? 1 : 0);
      EXPECT_FALSE(isCivilDate(year, month, length + 1));
      for (int d = 1; d <= length; d++, day++, onWeekday = onWeekday % 7 + 1) {
        const CivilDate date{year, static_cast<uint8_t>(month), static_cast<uint8_t>(d)};
        ASSERT_TRUE(isCivilDate(year, month, d));
        ASSERT_EQ(dayNumber(date), day);
        ASSERT_EQ(civilDate(day), date);
        ASSERT_EQ(weekday(day), onWeekday);
      }
    }
  }
  EXPECT_EQ(day, 157420);  // 2401-01-01
}

TEST(Time, DatesThatDoNotExist) {
  constexpr int32_t kNone[][3] = {{2023, 2, 29}, {1900, 2, 29}, {2024, 2, 30}, {2024, 4, 31},
                                  {2024, 0, 1},  {2024, 13, 1}, {2024, 1, 0},  {2024, 1, 32},
                                  {0, 1, 1},     {10000, 1, 1}, {-4, 1, 1}};
  for (const auto& d : kNone) EXPECT_FALSE(isCivilDate(d[0], d[1], d[2])) << d[0] << '-' << d[1];
  EXPECT_TRUE(isCivilDate(2000, 2, 29));
  EXPECT_TRUE(isCivilDate(1, 1, 1));
  EXPECT_TRUE(isCivilDate(9999, 12, 31));
}

TEST(Time, CellTimeKeepsMicrosAndKind) {
  for (int64_t micros : {int64_t{0}, int64_t{-1}, int64_t{-62135596800000000}, int64_t{1},
                         int64_t{253402300799999999}}) {
    EXPECT_EQ(CellTime(micros, true).micros(), micros);
    EXPECT_EQ(CellTime(micros, false).micros(), micros);
    EXPECT_TRUE(CellTime(micros, true).civil());
    EXPECT_FALSE(CellTime(micros, false).civil());
  }
}

}  // namespace
}  // namespace upgrade_rate
