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
    {"2024-01-03T10:00:00.000+0000", yearMonthDay, "2024-01-03T10:00:00Z", kAbsolute},
    {"2024-01-03 10:05:30.1234567 +01:00", yearMonthDay, "2024-01-03T09:05:30.123456Z", kAbsolute},
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
    {"31.3.2024 10.05", dayMonthYear, "2024-03-31T10:05:00Z"},
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
    {"03JAN2024:10:05:30", dayMonthName, "2024-01-03T10:05:30Z"},
    {"03-JAN-24 10.05.30.123456000 PM", dayMonthName, "2024-01-03T22:05:30.123456Z"},
    {"03-Jan-2024 10:05", dayMonthName, "2024-01-03T10:05:00Z"},
    {"Jan  3 2024 10:05AM", monthNameDay, "2024-01-03T10:05:00Z"},
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

// A cell is a view into a larger text: what stands behind it must not matter.
TEST(Date, ReadsNothingBehindTheCell) {
  for (const Accepted& c : kAccepted)
    for (size_t bytes = 0; bytes < c.cell.size(); bytes++) {
      const std::vector<char> alone(c.cell.begin(), c.cell.begin() + static_cast<long>(bytes));
      for (size_t i = 1; i < kDateFormats; i++)
        ASSERT_EQ(readDate(c.cell.substr(0, bytes), static_cast<DateFormat>(i)),
                  readDate({alone.data(), bytes}, static_cast<DateFormat>(i)))
            << c.cell.substr(0, bytes);
    }
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
