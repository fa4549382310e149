#include "core/report/share/shared_cohorts.h"

#include <algorithm>

#include "core/report/share/hold_back.h"
#include "core/report/share/shared_periods.h"

namespace upgrade_rate {

namespace {

std::vector<const Cohort*> shownCohorts(const Cohorts& cohorts, HeldBack& held) {
  std::vector<CellSize> sizes;
  for (const Cohort& row : cohorts.rows) sizes.push_back({row.customers, 0});
  const std::vector<bool> small = heldBack(sizes, held.fewest);
  std::vector<const Cohort*> shown;
  for (size_t i = 0; i < small.size(); ++i) {
    if (small[i]) {
      ++held.cohorts;
    } else {
      shown.push_back(&cohorts.rows[i]);
    }
  }
  return shown;
}

}  // namespace

// [months per period, first day, periods until the data ends, customers without a beginning, the
// place of each cohort, customers, and first upgrades at each age, one cohort after the other].
Json writeSharedCohorts(const Journeys& journeys, const TimeZone& zone, HeldBack& held) {
  const std::vector<const Cohort*> shown = shownCohorts(journeys.cohorts, held);
  const int32_t months = monthsOf(journeys.cohortUnit);
  Json list = Json::array();
  list.push_back(months);
  const int64_t firstDay = shown.empty() ? 0 : zone.day(shown[0]->start);
  std::vector<int64_t> places, customers, firsts;
  int64_t periods = 0;
  for (const Cohort* cohort : shown) {
    const int64_t place = (monthNumber(zone.day(cohort->start)) - monthNumber(firstDay)) / months;
    places.push_back(place);
    customers.push_back(cohort->customers);
    periods = std::max(periods, place + static_cast<int64_t>(cohort->upgraded.size()));
    int64_t before = 0;
    for (const int64_t upgraded : cohort->upgraded) {
      firsts.push_back(upgraded - before);
      before = upgraded;
    }
  }
  list.push_back(firstDay);
  list.push_back(periods);
  list.push_back(journeys.cohorts.unknownStart);
  list.push_back(shown.size());
  for (const auto& column : {places, customers, firsts}) list.push_back(writeColumn(column));
  return list;
}

namespace {

// The cohort that began in one of the periods, with its share of the first upgrades.
std::optional<Cohort> cohortAt(const PeriodList& periods, size_t place, int64_t customers,
                               std::span<const int64_t> firsts, int64_t dataUntil) {
  Cohort cohort{periods.boundaries[place],
                periods.boundaries[place + 1],
                periods.labels[place],
                customers,
                {},
                0};
  int64_t upgraded = 0;
  for (size_t age = 0; age < firsts.size(); ++age) {
    upgraded += firsts[age];
    if (firsts[age] < 0 || upgraded > customers) return std::nullopt;
    cohort.upgraded.push_back(upgraded);
    cohort.complete += periods.boundaries[place + age + 1] <= dataUntil ? 1 : 0;
  }
  return cohort;
}

}  // namespace

void readSharedCohorts(const Json& block, int32_t fiscalStartMonth, int64_t dataUntil,
                       const TimeZone& zone, Journeys& journeys, std::optional<Error>& error) {
  ListReader list(block, "cohorts", error);
  const bool quarters = list.number(1, 3) == 3;
  journeys.cohortUnit = quarters ? PeriodUnit::quarter : PeriodUnit::month;
  const int64_t firstDay = list.number(kFirstSharedDay, kLastSharedDay);
  const size_t count = static_cast<size_t>(list.number(0, kMostShared));
  journeys.cohorts.unknownStart = list.number(0, kLargestCount);
  const size_t rows = static_cast<size_t>(list.number(0, kMostShared));
  const std::vector<int64_t> places = list.column(rows, kMostShared);
  const std::vector<int64_t> customers = list.column(rows, kLargestCount);
  size_t cells = 0;
  for (size_t i = 0; i < rows && list.ok(); ++i) {
    const bool ascending = places[i] >= 0 && (i == 0 || places[i - 1] < places[i]);
    if (!ascending || static_cast<size_t>(places[i]) >= count || customers[i] < 1) list.fail();
    cells += std::min(kCohortAges, count - std::min(count, static_cast<size_t>(places[i])));
  }
  if (!list.ok() || rows == 0) return;
  const std::vector<int64_t> firsts = list.column(cells, kLargestCount);
  const auto periods = calendarPeriods(quarters ? 3 : 1, firstDay, count, fiscalStartMonth, zone);
  if (!periods) return list.fail();
  size_t at = 0;
  for (size_t i = 0; i < rows && list.ok(); ++i) {
    const size_t place = static_cast<size_t>(places[i]);
    const size_t ages = std::min(kCohortAges, count - place);
    const auto cohort =
        cohortAt(*periods, place, customers[i], std::span(firsts).subspan(at, ages), dataUntil);
    at += ages;
    if (!cohort) return list.fail();
    journeys.cohorts.rows.push_back(*cohort);
  }
}

}  // namespace upgrade_rate
