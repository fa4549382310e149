// Order of rows and the default of dataUntil, by the definition: files in settings order, newest
// first files read backwards, rows of one instant by position.
#include "core/timeline/order.h"

#include <gtest/gtest.h>

#include "tests/core/kpi/random_history.h"
#include "tests/core/timeline/history.h"

namespace upgrade_rate {
namespace {

std::string plansOf(const History& history, const OrderedEvents& ordered, uint32_t customer) {
  std::string text;
  for (uint32_t place = ordered.firstOf[customer]; place < ordered.firstOf[customer + 1]; ++place) {
    text += text.empty() ? "" : " ";
    text += history.events.spellings.key(ordered.spelling[place]);
    EXPECT_EQ(ordered.customerAt(place), customer);
    EXPECT_EQ(ordered.spelling[place], history.events.spelling[ordered.eventAt(place)]);
    EXPECT_EQ(ordered.value[place], history.events.value[ordered.eventAt(place)]);
  }
  return text;
}

struct OrderCase {
  const char* name;
  std::vector<std::vector<Row>> files;
  std::vector<uint32_t> backward;
  std::vector<const char*> plans;  ///< of each customer
};

TEST(Order, RowsByCustomerInstantAndPosition) {
  const OrderCase cases[] = {
      {"already in order",
       {{{"a", "2024-01-01", "basic"}, {"a", "2024-02-01", "pro"}}},
       {},
       {"basic pro"}},
      {"out of order, but not newest first",
       {{{"a", "2024-02-01", "pro"}, {"a", "2024-01-01", "basic"}, {"a", "2024-03-01", "max"}}},
       {},
       {"basic pro max"}},
      {"position decides at one instant",
       {{{"a", "2024-01-01", "max"}, {"a", "2024-01-01", "basic"}, {"a", "2024-02-01", "pro"}}},
       {},
       {"max basic pro"}},
      {"newest first: the lower row is the earlier one",
       {{{"a", "2024-02-01", "pro"}, {"a", "2024-01-01", "max"}, {"a", "2024-01-01", "basic"}}},
       {0},
       {"basic max pro"}},
      {"newest first over all customers",
       {{{"a", "2024-03-01", "pro"}, {"b", "2024-02-01", "max"}, {"a", "2024-01-01", "basic"}}},
       {0},
       {"basic pro", "max"}},
      {"all at one instant never decreases",
       {{{"a", "2024-01-01", "basic"}, {"a", "2024-01-01", "pro"}}},
       {},
       {"basic pro"}},
      {"instants are compared, not wall clocks",
       {{{"a", "2024-01-01T12:00Z", "basic"}, {"a", "2024-01-01T11:00-02:00", "pro"}}},
       {},
       {"basic pro"}},
      {"files in order, the second newest first",
       {{{"a", "2024-01-01", "basic"}},
        {{"a", "2024-02-01", "max"}, {"a", "2024-01-01", "cancelled"}, {"a", "2024-01-01", "pro"}}},
       {1},
       {"basic pro cancelled max"}},
      {"an earlier file holds later rows",
       {{{"a", "2024-02-01", "pro"}, {"b", "2024-05-01", "max"}}, {{"a", "2024-01-01", "basic"}}},
       {},
       {"basic pro", "max"}},
      {"an empty file between two",
       {{{"a", "2024-01-01", "basic"}}, {}, {{"a", "2024-01-01", "pro"}}},
       {},
       {"basic pro"}},
  };
  for (const OrderCase& c : cases) {
    History history;
    for (const auto& file : c.files) history.addFile(file);
    const OrderedEvents ordered = orderEvents(history.events, TimeZone());
    EXPECT_EQ(ordered.backwardFiles, c.backward) << c.name;
    for (uint32_t customer = 0; customer < c.plans.size(); ++customer) {
      EXPECT_EQ(plansOf(history, ordered, customer), c.plans[customer]) << c.name;
    }
  }
}

TEST(Order, NoEventsAtAll) {
  const OrderedEvents ordered = orderEvents(Events{}, TimeZone());
  EXPECT_EQ(ordered.size(), 0u);
  EXPECT_EQ(ordered.firstOf.size(), 1u);
}

// 02:30 stands before 02:10 in the file, but both are skipped: the same first instant after.
TEST(Order, SkippedTimesFallTogether) {
  const History history({{"a", "2024-03-31T02:30", "pro"}, {"a", "2024-03-31T02:10", "max"}});
  const OrderedEvents ordered = orderEvents(history.events, berlin());
  EXPECT_TRUE(ordered.backwardFiles.empty());
  EXPECT_EQ(plansOf(history, ordered, 0), "pro max");
}

struct UntilCase {
  const char* name;
  std::vector<const char*> instants;
  const char* today;
  const char* until;
};

TEST(DefaultDataUntil, EndOfTheLastDayOrOfItsMonth) {
  const UntilCase cases[] = {
      {"end of its day", {"2024-05-01", "2024-05-10T15:00"}, "2024-07-01", "2024-05-11"},
      {"midnight belongs to the day it starts", {"2024-05-10"}, "2024-07-01", "2024-05-11"},
      {"order does not matter", {"2024-05-10", "2024-05-01"}, "2024-07-01", "2024-05-11"},
      {"seven days before the month's end", {"2024-05-24T01:00"}, "2024-07-01", "2024-06-01"},
      {"eight days before it", {"2024-05-23T23:00"}, "2024-07-01", "2024-05-24"},
      {"on the last day", {"2024-05-31T23:59:59"}, "2024-07-01", "2024-06-01"},
      {"February of a leap year", {"2024-02-22"}, "2024-07-01", "2024-03-01"},
      {"December", {"2023-12-28"}, "2024-07-01", "2024-01-01"},
      {"the month ends today", {"2024-05-28"}, "2024-05-31", "2024-05-29"},
      {"the month ended yesterday", {"2024-05-28"}, "2024-06-01", "2024-06-01"},
      {"instants on today count",
       {"2024-05-10", "2024-06-15T23:59:59"},
       "2024-06-15",
       "2024-06-16"},
      {"those after it do not", {"2024-05-10", "2024-06-16"}, "2024-06-15", "2024-05-11"},
  };
  for (const UntilCase& c : cases) {
    History history;
    for (const char* each : c.instants) {
      history.add("c", CellTime(utc(each), true), "pro", kUnknown, kUnknown);
    }
    history.endFile();
    const OrderedEvents times = orderEvents(history.events, TimeZone());
    EXPECT_EQ(defaultDataUntil(times, TimeZone(), dayOf(c.today)), utc(c.until)) << c.name;
  }
}

// 22:30 UTC is half past midnight of the next day in Berlin's summer.
TEST(DefaultDataUntil, DaysAreLocal) {
  const OrderedEvents summer =
      orderEvents(History({{"c", "2024-06-09T22:30Z", "pro"}}).events, TimeZone());
  EXPECT_EQ(defaultDataUntil(summer, berlin(), dayOf("2024-06-15")), utc("2024-06-10T22:00"));
  EXPECT_EQ(defaultDataUntil(summer, TimeZone(), dayOf("2024-06-15")), utc("2024-06-10"));
  const OrderedEvents autumn =
      orderEvents(History({{"c", "2024-10-25T12:00Z", "pro"}}).events, TimeZone());
  EXPECT_EQ(defaultDataUntil(autumn, berlin(), dayOf("2024-12-01")), utc("2024-10-31T23:00"))
      << "the end of October is winter time";
}

// Rows and zones of random histories: what is put back and ordered again for another zone is what
// a first ordering for that zone gives.
TEST(Order, AgainForAnotherZone) {
  for (uint64_t seed = 1; seed <= 60; ++seed) {
    RandomHistory source(seed);
    const std::vector<RandomRow> rows = source.rows(12, 9, 2);
    std::vector<size_t> ends;
    if (rows.size() > 4) ends = {rows.size() / 2};
    History history = historyOf(rows, ends);
    Events events = history.events;
    OrderedEvents ordered = orderEvents(std::move(events), TimeZone());
    restoreEvents(std::move(ordered), events);
    const OrderedEvents again = orderEvents(std::move(events), berlin());
    const OrderedEvents fresh = orderEvents(history.events, berlin());
    ASSERT_EQ(again.time, fresh.time) << seed;
    ASSERT_EQ(again.spelling, fresh.spelling) << seed;
    ASSERT_EQ(again.value, fresh.value) << seed;
    ASSERT_EQ(again.quantity, fresh.quantity) << seed;
    ASSERT_EQ(again.firstOf, fresh.firstOf) << seed;
    ASSERT_EQ(again.backwardFiles, fresh.backwardFiles) << seed;
    ASSERT_EQ(std::pair(again.first, again.last), std::pair(fresh.first, fresh.last)) << seed;
    for (uint32_t place = 0; place < fresh.size(); ++place) {
      ASSERT_EQ(again.eventAt(place), fresh.eventAt(place)) << seed;
    }
  }
}

}  // namespace
}  // namespace upgrade_rate
