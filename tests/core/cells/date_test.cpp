// Dates as exports write them. Expected instants are spelled out as ISO 8601 by hand; how those
// are printed is tested in iso_test.cpp.
#include "core/cells/date.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/cells/iso.h"

namespace upgrade_rate {
namespace {

constexpr bool kCivil = true, kAbsolute = false;
using enum DateFormat;

struct Accepted {
  std::string_view cell;
  DateFormat format;
  std::string_view iso;
  bool civil = kCivil;
};

constexpr Accepted kAccepted[] = {
    // ISO 8601, Stripe, Chargebee, Python isoformat, Postgres, BigQuery, JS toISOString
    {"2024-03-31", yearMonthDay, "2024-03-31T00:00:00Z"},
    {"2024-01-03T10:05:30", yearMonthDay, "2024-01-03T10:05:30Z"},
    {"2024-01-03 10:05", yearMonthDay, "2024-01-03T10:05:00Z"},
    {"2024-01-03T10:05:30Z", yearMonthDay, "2024-01-03T10:05:30Z", kAbsolute},
    {"2024-01-03T10:05:30.123Z", yearMonthDay, "2024-01-03T10:05:30.123Z", kAbsolute},
    {"2024-01-03T10:05:30.123456", yearMonthDay, "2024-01-03T10:05:30.123456Z"},
    {"2024-01-03T10:05:30.123456789Z", yearMonthDay, "2024-01-03T10:05:30.123456Z", kAbsolute},
    {"2024-01-03T10:05:30.9999999", yearMonthDay, "2024-01-03T10:05:30.999999Z"},
    {"2024-01-03 10:00:00 UTC", yearMonthDay, "2024-01-03T10:00:00Z", kAbsolute},
    {"2024-01-03 10:00:00.5 UTC", yearMonthDay, "2024-01-03T10:00:00.5Z", kAbsolute},
    {"2024-01-03 10:00:00.123456+00", yearMonthDay, "2024-01-03T10:00:00.123456Z", kAbsolute},
    {"2024-01-03T10:00:00+02:00", yearMonthDay, "2024-01-03T08:00:00Z", kAbsolute},
    {"2024-01-03T10:00:00-0530", yearMonthDay, "2024-01-03T15:30:00Z", kAbsolute},
    {"2024-01-03T10:00:00.25+05:30", yearMonthDay, "2024-01-03T04:30:00.25Z", kAbsolute},
    {"2024-01-01T00:30:00+01:00", yearMonthDay, "2023-12-31T23:30:00Z", kAbsolute},
    {"2024-01-03 10:00 GMT", yearMonthDay, "2024-01-03T10:00:00Z", kAbsolute},
    {"2024-01-03 10:00:00 +0100", yearMonthDay, "2024-01-03T09:00:00Z", kAbsolute},
    {"2024-01-03 10:00:00 UTC+2", yearMonthDay, "2024-01-03T08:00:00Z", kAbsolute},
    {"2024-01-03 10:00:00 \u221203:00", yearMonthDay, "2024-01-03T13:00:00Z", kAbsolute},
    {"2024-01-03T10:00+01:00[Europe/Berlin]", yearMonthDay, "2024-01-03T09:00:00Z", kAbsolute},
    {"2024-01-03T10:00Z[UTC]", yearMonthDay, "2024-01-03T10:00:00Z", kAbsolute},
    {"2024-01-03 10:00:00.5 +0100 CET", yearMonthDay, "2024-01-03T09:00:00.5Z", kAbsolute},
    {"2024-01-03Z", yearMonthDay, "2024-01-03T00:00:00Z", kAbsolute},
    {"2024-01-03+02:00", yearMonthDay, "2024-01-02T22:00:00Z", kAbsolute},
    {"2024-01-03t10:05:30z", yearMonthDay, "2024-01-03T10:05:30Z", kAbsolute},
    {"2024-01-03T10", yearMonthDay, "2024-01-03T10:00:00Z"},
    {"2024-01-03 10:05:30,250", yearMonthDay, "2024-01-03T10:05:30.25Z"},
    {"2024-01-03  10:05", yearMonthDay, "2024-01-03T10:05:00Z"},
    {"2024/3/1", yearMonthDay, "2024-03-01T00:00:00Z"},
    {"2024/03/31 9:05", yearMonthDay, "2024-03-31T09:05:00Z"},
    {"2024.03.31", yearMonthDay, "2024-03-31T00:00:00Z"},
    {"2024. 3. 31.", yearMonthDay, "2024-03-31T00:00:00Z"},
    {"2024 03 31", yearMonthDay, "2024-03-31T00:00:00Z"},
    {"2024-Mar-31", yearMonthDay, "2024-03-31T00:00:00Z"},
    {"20240331", yearMonthDay, "2024-03-31T00:00:00Z"},
    {"20240331T100000Z", yearMonthDay, "2024-03-31T10:00:00Z", kAbsolute},
    {"20240331T1005", yearMonthDay, "2024-03-31T10:05:00Z"},
    {"20240331 10:05:00", yearMonthDay, "2024-03-31T10:05:00Z"},
    {"20240331100530", yearMonthDay, "2024-03-31T10:05:30Z"},
    {"20240331100530Z", yearMonthDay, "2024-03-31T10:05:30Z", kAbsolute},
    {"202403311005", yearMonthDay, "2024-03-31T10:05:00Z"},
    {"99991231", yearMonthDay, "9999-12-31T00:00:00Z"},
    {"9999-12-31 23:59:59.9999999", yearMonthDay, "9999-12-31T23:59:59.999999Z"},
    {"0001-01-01", yearMonthDay, "0001-01-01T00:00:00Z"},
    {"2024-02-29", yearMonthDay, "2024-02-29T00:00:00Z"},
    {"Wed 2024-01-03", yearMonthDay, "2024-01-03T00:00:00Z"},
    // the end of a day and leap seconds
    {"2024-03-31T24:00", yearMonthDay, "2024-04-01T00:00:00Z"},
    {"2024-03-31 24:00:00", yearMonthDay, "2024-04-01T00:00:00Z"},
    {"2016-12-31T23:59:60Z", yearMonthDay, "2016-12-31T23:59:59.999999Z", kAbsolute},
    {"2016-12-31T23:59:60.5Z", yearMonthDay, "2016-12-31T23:59:59.999999Z", kAbsolute},
    {"2017-01-01T00:59:60+01:00", yearMonthDay, "2016-12-31T23:59:59.999999Z", kAbsolute},
    // day first: Excel in German and French
    {"31.03.2024", dayMonthYear, "2024-03-31T00:00:00Z"},
    {"3.1.2024", dayMonthYear, "2024-01-03T00:00:00Z"},
    {"31.03.24", dayMonthYear, "2024-03-31T00:00:00Z"},
    {"31.03.2024 10:05", dayMonthYear, "2024-03-31T10:05:00Z"},
    {"31.03.2024 10:05:30", dayMonthYear, "2024-03-31T10:05:30Z"},
    {"31.03.2024, 10:05 Uhr", dayMonthYear, "2024-03-31T10:05:00Z"},
    {"31. 03. 2024", dayMonthYear, "2024-03-31T00:00:00Z"},
    {"31.03.2024.", dayMonthYear, "2024-03-31T00:00:00Z"},
    {"Mi, 03.01.2024", dayMonthYear, "2024-01-03T00:00:00Z"},
    {"31/03/2024", dayMonthYear, "2024-03-31T00:00:00Z"},
    {"31/03/2024 à 10h05", dayMonthYear, "2024-03-31T10:05:00Z"},
    {"31/03/2024, 10:05:30", dayMonthYear, "2024-03-31T10:05:30Z"},
    {"31-03-2024T10:05:30Z", dayMonthYear, "2024-03-31T10:05:30Z", kAbsolute},
    {"31 03 2024", dayMonthYear, "2024-03-31T00:00:00Z"},
    {"01/02/2024", dayMonthYear, "2024-02-01T00:00:00Z"},
    {"01/02/69", dayMonthYear, "2069-02-01T00:00:00Z"},
    {"01/02/70", dayMonthYear, "1970-02-01T00:00:00Z"},
    {"01/02/00", dayMonthYear, "2000-02-01T00:00:00Z"},
    // month first: Excel in American English
    {"03/31/2024", monthDayYear, "2024-03-31T00:00:00Z"},
    {"3-31-24", monthDayYear, "2024-03-31T00:00:00Z"},
    {"01/02/2024", monthDayYear, "2024-01-02T00:00:00Z"},
    {"1/3/24 10:05 AM", monthDayYear, "2024-01-03T10:05:00Z"},
    {"1/3/2024 10:05:30 PM", monthDayYear, "2024-01-03T22:05:30Z"},
    {"1/3/24, 10:05\u202FPM", monthDayYear, "2024-01-03T22:05:00Z"},
    {"1/3/2024 12:00 AM", monthDayYear, "2024-01-03T00:00:00Z"},
    {"1/3/2024 12:00 PM", monthDayYear, "2024-01-03T12:00:00Z"},
    {"1/3/2024 12:59:59pm", monthDayYear, "2024-01-03T12:59:59Z"},
    {"1/3/2024 3 p.m.", monthDayYear, "2024-01-03T15:00:00Z"},
    {"01/03/2024 10:05:30", monthDayYear, "2024-01-03T10:05:30Z"},
    {"03.31.2024", monthDayYear, "2024-03-31T00:00:00Z"},
    {"Wed 01/03/2024", monthDayYear, "2024-01-03T00:00:00Z"},
    // names
    {"31 Mar 2024", dayMonthName, "2024-03-31T00:00:00Z"},
    {"3-Jan-24", dayMonthName, "2024-01-03T00:00:00Z"},
    {"31-March-24", dayMonthName, "2024-03-31T00:00:00Z"},
    {"31MAR2024", dayMonthName, "2024-03-31T00:00:00Z"},
    {"3. März 2024", dayMonthName, "2024-03-03T00:00:00Z"},
    {"3. Ma\u0308rz 2024", dayMonthName, "2024-03-03T00:00:00Z"},
    {"03. Mrz. 2024", dayMonthName, "2024-03-03T00:00:00Z"},
    {"3. Jänner 2024", dayMonthName, "2024-01-03T00:00:00Z"},
    {"Mittwoch, 3. Januar 2024 um 10:05", dayMonthName, "2024-01-03T10:05:00Z"},
    {"3 janv. 2024", dayMonthName, "2024-01-03T00:00:00Z"},
    {"3-janv.-24", dayMonthName, "2024-01-03T00:00:00Z"},
    {"1er août 2024", dayMonthName, "2024-08-01T00:00:00Z"},
    {"1er AOÛT 2024", dayMonthName, "2024-08-01T00:00:00Z"},
    {"15 déc. 2023", dayMonthName, "2023-12-15T00:00:00Z"},
    {"mercredi 3 janvier 2024 à 10:05", dayMonthName, "2024-01-03T10:05:00Z"},
    {"mar. 2 janv. 2024", dayMonthName, "2024-01-02T00:00:00Z"},
    {"14 juil. 2024", dayMonthName, "2024-07-14T00:00:00Z"},
    {"14 juin 2024", dayMonthName, "2024-06-14T00:00:00Z"},
    {"3 de enero de 2024", dayMonthName, "2024-01-03T00:00:00Z"},
    {"3rd of January 2024", dayMonthName, "2024-01-03T00:00:00Z"},
    {"Wed, 03 Jan 2024 10:05:30 GMT", dayMonthName, "2024-01-03T10:05:30Z", kAbsolute},
    {"03/Jan/2024:10:05:30 +0100", dayMonthName, "2024-01-03T09:05:30Z", kAbsolute},
    {"Jan 3, 2024, 10:05 AM", monthNameDay, "2024-01-03T10:05:00Z"},
    {"January 3rd, 2024", monthNameDay, "2024-01-03T00:00:00Z"},
    {"Mar 31, 2024", monthNameDay, "2024-03-31T00:00:00Z"},
    {"Sept. 1, 2024", monthNameDay, "2024-09-01T00:00:00Z"},
    {"mar 2, 2024", monthNameDay, "2024-03-02T00:00:00Z"},
    {"MAY-04-24", monthNameDay, "2024-05-04T00:00:00Z"},
    {"Wednesday, January 3, 2024 at 10:05\u202FAM", monthNameDay, "2024-01-03T10:05:00Z"},
    {"Wed Jan 03 2024 10:05:30 GMT+0100 (Central European Standard Time)", monthNameDay,
     "2024-01-03T09:05:30Z", kAbsolute},
    // months
    {"2024-03", yearMonth, "2024-03-01T00:00:00Z"},
    {"2024/3", yearMonth, "2024-03-01T00:00:00Z"},
    {"202403", yearMonth, "2024-03-01T00:00:00Z"},
    {"2024M03", yearMonth, "2024-03-01T00:00:00Z"},
    {"03/2024", yearMonth, "2024-03-01T00:00:00Z"},
    {"3.2024", yearMonth, "2024-03-01T00:00:00Z"},
    {"Mar 2024", monthNameYear, "2024-03-01T00:00:00Z"},
    {"March 24", monthNameYear, "2024-03-01T00:00:00Z"},
    {"Mar-24", monthNameYear, "2024-03-01T00:00:00Z"},
    {"Mar '24", monthNameYear, "2024-03-01T00:00:00Z"},
    {"Mrz 24", monthNameYear, "2024-03-01T00:00:00Z"},
    {"févr.-24", monthNameYear, "2024-02-01T00:00:00Z"},
    {"Dezember 2023", monthNameYear, "2023-12-01T00:00:00Z"},
    {"enero de 2024", monthNameYear, "2024-01-01T00:00:00Z"},
    {"2024 March", monthNameYear, "2024-03-01T00:00:00Z"},
    // quarters
    {"Q3 2024", yearQuarter, "2024-07-01T00:00:00Z"},
    {"2024-Q3", yearQuarter, "2024-07-01T00:00:00Z"},
    {"2024Q3", yearQuarter, "2024-07-01T00:00:00Z"},
    {"q1/24", yearQuarter, "2024-01-01T00:00:00Z"},
    {"Q4'23", yearQuarter, "2023-10-01T00:00:00Z"},
    {"3Q24", yearQuarter, "2024-07-01T00:00:00Z"},
    {"T2 2024", yearQuarter, "2024-04-01T00:00:00Z"},
    // weeks: Mondays from a calendar
    {"2024-W07", yearWeek, "2024-02-12T00:00:00Z"},
    {"2024W07", yearWeek, "2024-02-12T00:00:00Z"},
    {"2024-W1", yearWeek, "2024-01-01T00:00:00Z"},
    {"2020-W53", yearWeek, "2020-12-28T00:00:00Z"},
    {"KW 7/2024", yearWeek, "2024-02-12T00:00:00Z"},
    {"Week 7 2024", yearWeek, "2024-02-12T00:00:00Z"},
    {"2024", year, "2024-01-01T00:00:00Z"},
    {"1900", year, "1900-01-01T00:00:00Z"},
    {"2200", year, "2200-01-01T00:00:00Z"},
    // counts: `date -u -d @1704276330`
    {"1704276330", unixSeconds, "2024-01-03T10:05:30Z", kAbsolute},
    {"631152000", unixSeconds, "1990-01-01T00:00:00Z", kAbsolute},
    {"4133980799", unixSeconds, "2100-12-31T23:59:59Z", kAbsolute},
    {"1704276330123", unixMillis, "2024-01-03T10:05:30.123Z", kAbsolute},
    {"631152000000", unixMillis, "1990-01-01T00:00:00Z", kAbsolute},
    {"45292", serial, "2024-01-01T00:00:00Z"},
    {"45292.416666667", serial, "2024-01-01T10:00:00Z"},
    {"45292.4166666666642413", serial, "2024-01-01T10:00:00Z"},
    {"45292,5", serial, "2024-01-01T12:00:00Z"},
    {"45292.999999", serial, "2024-01-02T00:00:00Z"},
    {"45292.0", serial, "2024-01-01T00:00:00Z"},
    {"20000", serial, "1954-10-03T00:00:00Z"},
    {"80000", serial, "2119-01-11T00:00:00Z"},
};

TEST(Date, Accepts) {
  for (const Accepted& c : kAccepted) {
    const auto time = readDate(c.cell, c.format);
    ASSERT_TRUE(time) << c.cell << " as " << dateFormatName(c.format);
    EXPECT_EQ(isoInstant(time->micros()), c.iso) << c.cell;
    EXPECT_EQ(time->civil(), c.civil) << c.cell;
  }
}

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
  EXPECT_FALSE(readDate(std::string(1 << 20, '1'), unixSeconds));
}

TEST(Date, HeaderSaysUtc) {
  EXPECT_FALSE(readDate("2024-01-03 10:05", yearMonthDay, true)->civil());
  EXPECT_FALSE(readDate("2024-01-03 00:00:00", yearMonthDay, true)->civil());
  EXPECT_FALSE(readDate("1/3/24 12:00 AM", monthDayYear, true)->civil());
  EXPECT_FALSE(readDate("45292.5", serial, true)->civil());
  EXPECT_TRUE(readDate("2024-01-03", yearMonthDay, true)->civil());
  EXPECT_TRUE(readDate("45292", serial, true)->civil());
  EXPECT_TRUE(readDate("2024-03", yearMonth, true)->civil());
  EXPECT_EQ(readDate("2024-01-03T10:00:00+02:00", yearMonthDay, true)->micros(),
            readDate("2024-01-03T08:00:00Z", yearMonthDay)->micros());
}

TEST(Date, FormatNames) {
  constexpr std::string_view kNames[] = {"Y-M-D", "D/M/Y",      "M/D/Y", "D Mon Y", "Mon D Y",
                                         "Y-M",   "Mon Y",      "Y-Q",   "Y-W",     "Y",
                                         "unix",  "unixMillis", "serial"};
  constexpr DateFormat kFormats[] = {yearMonthDay, dayMonthYear, monthDayYear,  dayMonthName,
                                     monthNameDay, yearMonth,    monthNameYear, yearQuarter,
                                     yearWeek,     year,         unixSeconds,   unixMillis,
                                     serial};
  for (size_t i = 0; i < std::size(kNames); i++) {
    EXPECT_EQ(dateFormatName(kFormats[i]), kNames[i]);
    EXPECT_EQ(dateFormatNamed(kNames[i]), kFormats[i]);
  }
  EXPECT_EQ(dateFormatNamed("D.M.Y"), dayMonthYear);
  EXPECT_EQ(dateFormatNamed("D-M-Y"), dayMonthYear);
  EXPECT_EQ(dateFormatNamed(""), std::nullopt);
  EXPECT_EQ(dateFormatNamed("y-m-d"), std::nullopt);
  EXPECT_EQ(dateFormatName(none), "");
}

TEST(Date, Spans) {
  EXPECT_EQ(dateSpan(yearMonthDay), DateSpan::day);
  EXPECT_EQ(dateSpan(yearMonth), DateSpan::month);
  EXPECT_EQ(dateSpan(monthNameYear), DateSpan::month);
  EXPECT_EQ(dateSpan(yearQuarter), DateSpan::quarter);
  EXPECT_EQ(dateSpan(yearWeek), DateSpan::week);
  EXPECT_EQ(dateSpan(year), DateSpan::year);
  EXPECT_EQ(dateSpan(unixMillis), DateSpan::instant);
}

}  // namespace
}  // namespace upgrade_rate
