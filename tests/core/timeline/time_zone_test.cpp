// Clock changes of real zones, as the IANA database has them; the answers are worked out by hand
// from the rules: of a repeated local time the earlier instant, of a skipped one the first instant
// after the gap.
#include "core/timeline/time_zone.h"

#include <gtest/gtest.h>

#include "tests/core/timeline/history.h"

namespace upgrade_rate {
namespace {

struct Case {
  const char* name;
  const char* local;
  const char* instant;
  const char* back;  ///< the wall clock at that instant
};

void check(const TimeZone& zone, const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    EXPECT_EQ(zone.instant(utc(c.local)), utc(c.instant)) << c.name;
    EXPECT_EQ(zone.local(utc(c.instant)), utc(c.back)) << c.name;
  }
}

TEST(TimeZone, BerlinAroundItsClockChanges) {
  check(berlin(),
        {
            {"winter", "2024-01-15T12:00", "2024-01-15T11:00", "2024-01-15T12:00"},
            {"summer", "2024-07-15T12:00", "2024-07-15T10:00", "2024-07-15T12:00"},
            {"last second before the gap", "2024-03-31T01:59:59", "2024-03-31T00:59:59",
             "2024-03-31T01:59:59"},
            {"first skipped", "2024-03-31T02:00", "2024-03-31T01:00", "2024-03-31T03:00"},
            {"in the gap", "2024-03-31T02:30", "2024-03-31T01:00", "2024-03-31T03:00"},
            {"last skipped", "2024-03-31T02:59:59", "2024-03-31T01:00", "2024-03-31T03:00"},
            {"after the gap", "2024-03-31T03:00", "2024-03-31T01:00", "2024-03-31T03:00"},
            {"a minute after the gap", "2024-03-31T03:01", "2024-03-31T01:01", "2024-03-31T03:01"},
            {"before the repeat", "2024-10-27T01:59", "2024-10-26T23:59", "2024-10-27T01:59"},
            {"first repeated", "2024-10-27T02:00", "2024-10-27T00:00", "2024-10-27T02:00"},
            {"repeated", "2024-10-27T02:30", "2024-10-27T00:30", "2024-10-27T02:30"},
            {"after the repeat", "2024-10-27T03:00", "2024-10-27T02:00", "2024-10-27T03:00"},
            {"before the first transition", "1850-01-01T00:00", "1849-12-31T23:00",
             "1850-01-01T00:00"},
            {"long after the last", "2300-07-01T00:00", "2300-06-30T23:00", "2300-07-01T00:00"},
        });
  EXPECT_EQ(berlin().local(utc("2024-10-27T01:30")), utc("2024-10-27T02:30"))
      << "the second of two equal wall clocks";
}

// The clock of Sao Paulo jumped at midnight, so that the day began at 01:00.
TEST(TimeZone, DayWithoutMidnight) {
  const TimeZone saoPaulo("America/Sao_Paulo",
                          {{utc("2018-02-18T02:00") / kMicrosPerSecond, -10'800},
                           {utc("2018-11-04T03:00") / kMicrosPerSecond, -7'200},
                           {utc("2019-02-17T02:00") / kMicrosPerSecond, -10'800}});
  check(saoPaulo, {{"midnight", "2018-11-04", "2018-11-04T03:00", "2018-11-04T01:00"},
                   {"00:59", "2018-11-04T00:59", "2018-11-04T03:00", "2018-11-04T01:00"},
                   {"01:00", "2018-11-04T01:00", "2018-11-04T03:00", "2018-11-04T01:00"},
                   {"repeated 23:30", "2019-02-16T23:30", "2019-02-17T01:30", "2019-02-16T23:30"},
                   {"midnight after the repeat", "2019-02-17", "2019-02-17T03:00", "2019-02-17"}});
  EXPECT_EQ(saoPaulo.dayStart(dayOf("2018-11-04")), utc("2018-11-04T03:00"));
  EXPECT_EQ(saoPaulo.day(utc("2018-11-04T02:59:59")), dayOf("2018-11-03"));
  EXPECT_EQ(saoPaulo.day(utc("2018-11-04T03:00")), dayOf("2018-11-04"));
}

// Samoa left out 30 December 2011 when it crossed the date line.
TEST(TimeZone, DayThatNeverWas) {
  const TimeZone apia("Pacific/Apia", {{utc("2011-09-24T14:00") / kMicrosPerSecond, -36'000},
                                       {utc("2011-12-30T10:00") / kMicrosPerSecond, 50'400}});
  check(apia, {{"noon of the lost day", "2011-12-30T12:00", "2011-12-30T10:00", "2011-12-31"},
               {"the day after", "2011-12-31", "2011-12-30T10:00", "2011-12-31"},
               {"the day before", "2011-12-29T23:00", "2011-12-30T09:00", "2011-12-29T23:00"}});
  EXPECT_EQ(apia.dayStart(dayOf("2011-12-30")), apia.dayStart(dayOf("2011-12-31")));
}

TEST(TimeZone, OneOffsetForAllTime) {
  const TimeZone kolkata("Asia/Kolkata", {{0, 19'800}});
  check(kolkata, {{"now", "2024-01-01T05:30", "2024-01-01", "2024-01-01T05:30"},
                  {"before 1970", "1960-01-01", "1959-12-31T18:30", "1960-01-01"}});
  check(TimeZone(), {{"UTC", "2024-01-01", "2024-01-01", "2024-01-01"}});
  check(TimeZone("none", {}), {{"no transition is UTC", "2024-01-01", "2024-01-01", "2024-01-01"}});
}

TEST(TimeZone, CellsWithAnOffsetAreInstantsAlready) {
  EXPECT_EQ(berlin().instant(CellTime(utc("2024-07-01"), true)), utc("2024-06-30T22:00"));
  EXPECT_EQ(berlin().instant(CellTime(utc("2024-07-01"), false)), utc("2024-07-01"));
}

TEST(TimeZone, MicrosecondsBefore1970) {
  EXPECT_EQ(TimeZone().day(-1), -1);
  EXPECT_EQ(TimeZone().day(-kMicrosPerDay), -1);
  EXPECT_EQ(TimeZone().day(-kMicrosPerDay - 1), -2);
  EXPECT_EQ(berlin().local(-1), 3'600 * kMicrosPerSecond - 1);
  const int64_t change = utc("2024-03-31T01:00");
  EXPECT_EQ(berlin().local(change - 1), utc("2024-03-31T02:00") - 1);
}

// The definition itself, tried out slowly: of all instants whose wall clock is the one asked for,
// the first; where there is none, the first instant whose wall clock is later.
TEST(TimeZone, EveryTenMinutesOfAYearBySearch) {
  const TimeZone zone = berlin();
  constexpr int64_t kStep = 600 * kMicrosPerSecond;
  const int64_t begin = utc("2024-01-01");
  for (int64_t local = begin; local < utc("2025-01-01"); local += kStep) {
    int64_t found = local - 3 * 3'600 * kMicrosPerSecond;
    while (zone.local(found) < local) found += kStep;
    ASSERT_EQ(zone.instant(local), found) << (local - begin) / kStep;
  }
}

}  // namespace
}  // namespace upgrade_rate
