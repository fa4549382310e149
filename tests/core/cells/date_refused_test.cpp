// What is no date, whichever format it is read by, and which rule says so.
#include <gtest/gtest.h>

#include <string>

#include "core/cells/date.h"

namespace upgrade_rate {
namespace {

using enum DateFormat;

struct Refused {
  std::string_view cell;
  const char* rule;
};

constexpr Refused kRefused[] = {
    {"", "nothing"},
    {"abc", "no date"},
    {"0", "no date"},
    {"12", "no date"},
    {"31/02/2024", "no such day"},
    {"30.02.2024", "no such day"},
    {"2023-02-29", "no such day"},
    {"29 Feb 2023", "no such day"},
    {"2024-13-01", "no such month"},
    {"2024-00-10", "no such month"},
    {"2024-04-00", "no such day"},
    {"0000-00-00", "MySQL's zero date"},
    {"0000-01-01", "no year 0"},
    {"13/13/2024", "no such month"},
    {"32/01/2024", "no such day"},
    {"31/03-2024", "two separators"},
    {"2024-03/31", "two separators"},
    {"31/03/024", "a year of three digits"},
    {"124-03-31", "a year of three digits"},
    {"02024-03-31", "a year of five digits"},
    {"24-03-31x", "text behind"},
    {"2024-03-31x", "text behind"},
    {"2024-03-31 x", "text behind"},
    {"2024-03-31T", "no time behind T"},
    {"2024-03-31 25:00", "no such hour"},
    {"2024-03-31 10:60", "no such minute"},
    {"2024-03-31 10:05:61", "no such second"},
    {"2024-03-31 10:05:60", "no leap second there"},
    {"2024-03-31 24:00:01", "past the end of the day"},
    {"2024-03-31 24:01", "past the end of the day"},
    {"2024-03-31 10:5", "a minute of one digit"},
    {"2024-03-31 10", "an hour alone"},
    {"2024-03-31 10:05:30.", "no fraction"},
    {"2024-03-31T10:05:30.Z", "no fraction"},
    {"2024-03-31 13:05 PM", "no such hour with PM"},
    {"2024-03-31 0:05 AM", "no such hour with AM"},
    {"2024-03-31T10:05:30+16:00", "no such offset"},
    {"2024-03-31T10:05:30+02:60", "no such offset"},
    {"2024-03-31T10:05:30+2", "an offset of one digit"},
    {"2024-03-31-05", "an offset of two digits behind a date"},
    {"2024-03-31 10:05:30 CET", "which offset is a guess"},
    {"2024-03-31 10:05:30 EST", "which offset is a guess"},
    {"2024-03-31T10:05:30[Europe/Berlin]", "a zone without an offset"},
    {"2024-03-31T10:05:30+02:00[Europe/Berlin", "bracket left open"},
    {"2024-03-31T10:05:30ZZ", "text behind"},
    {"Thu 2024-01-03", "a Wednesday"},
    {"Di, 03.01.2024", "a Wednesday"},
    {"3 jui 2024", "juin or juillet"},
    {"3 Foo 2024", "no month"},
    {"3 Ma 2024", "no month"},
    {"Marchy 3, 2024", "no month"},
    {"24 Mar 20:10:10", "no year"},
    {"Mar 24 20:10:10", "no year"},
    {"Wed Jan  3 10:00:00 2024", "the year behind the time"},
    {"Mar 2024 10:00", "a month has no time"},
    {"2024-03 10:00", "a month has no time"},
    {"2024-3-", "no day"},
    {"13/2024", "no such month"},
    {"2024-14", "no such month"},
    {"00/2024", "no such month"},
    {"123456", "a compact month before 1900"},
    {"202413", "no such month"},
    {"12345678", "a compact date before 1900"},
    {"20241301", "no such month"},
    {"20240331250000", "no such hour"},
    {"Q5 2024", "no such quarter"},
    {"Q0 2024", "no such quarter"},
    {"2024-Q33", "no such quarter"},
    {"2024-W54", "no such week"},
    {"2024-W53", "2024 has 52 weeks"},
    {"2024-W00", "no such week"},
    {"2024-W07-3", "a day of a week"},
    {"1899", "before 1900"},
    {"2201", "after 2200"},
    {"1e9", "not all digits"},
    {"631151999", "Unix before 1990"},
    {"4133980800", "Unix after 2100"},
    {"1704276330.5", "not all digits"},
    {"-1704276330", "not all digits"},
    {"1704276330123456", "microseconds"},
    {"19999", "serial too early"},
    {"80001", "serial too late"},
    {"45292.", "no fraction"},
    {"45292.5.1", "text behind"},
    {"10:05:30", "a time alone"},
    {"1.2.3.4", "an address"},
    {"$45,292", "money"},
};

TEST(Date, RefusesInEveryFormat) {
  for (const Refused& c : kRefused)
    for (size_t i = 0; i < kDateFormats; i++)
      EXPECT_FALSE(readDate(c.cell, static_cast<DateFormat>(i)))
          << c.cell << " as " << dateFormatName(static_cast<DateFormat>(i)) << ": " << c.rule;
}

TEST(Date, ALongCellIsNoDate) {
  EXPECT_FALSE(readDate("2024-03-31" + std::string(1 << 20, ' ') + "10:00", yearMonthDay));
  EXPECT_FALSE(readDate("2024-03-31T10:05:30." + std::string(1 << 20, '0'), yearMonthDay));
  EXPECT_FALSE(readDate(std::string(1 << 20, '1'), unixSeconds));
}

}  // namespace
}  // namespace upgrade_rate
