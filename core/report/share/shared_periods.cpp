#include "core/report/share/shared_periods.h"

#include <algorithm>

namespace upgrade_rate {

namespace {

// What is forecast is counted in periods from the first on.
constexpr int64_t kLongestShared = 100'000;  // days

bool sameTimes(const PeriodList& list, const std::vector<PeriodFigures>& periods) {
  if (list.size() != periods.size()) return false;
  for (size_t p = 0; p < periods.size(); ++p) {
    const PeriodFigures& period = periods[p];
    if (period.start != list.boundaries[p] || period.end != list.boundaries[p + 1] ||
        period.label != list.labels[p]) {
      return false;
    }
  }
  return true;
}

PeriodFigures periodOf(int64_t start, int64_t end, std::string label, int32_t months,
                       const TimeZone& zone) {
  PeriodFigures period;
  period.start = start;
  period.end = end;
  period.label = std::move(label);
  period.length = {months, zone.day(end) - zone.day(start)};
  return period;
}

std::vector<PeriodFigures> readDays(ListReader& times, int32_t months, const TimeZone& zone) {
  std::vector<PeriodFigures> periods;
  const size_t count = static_cast<size_t>(times.number(1, kMostShared));
  const std::vector<int64_t> starts = times.column(count, kLastSharedDay);
  const std::vector<int64_t> ends = times.column(count, kLastSharedDay);
  ListReader labels(times.next(), times.where(), times.error());
  for (size_t p = 0; p < count && times.ok(); ++p) {
    const bool ascending = starts[p] < ends[p] && (p == 0 || ends[p - 1] <= starts[p]);
    if (!ascending || starts[p] < kFirstSharedDay) times.fail();
    if (!times.ok()) return {};
    periods.push_back(
        periodOf(zone.dayStart(starts[p]), zone.dayStart(ends[p]), labels.text(), months, zone));
  }
  if (times.ok() && ends.back() - starts.front() > kLongestShared) times.fail();
  return periods;
}

}  // namespace

std::optional<PeriodList> calendarPeriods(int32_t months, int64_t firstDay, size_t count,
                                          int32_t fiscalStartMonth, const TimeZone& zone) {
  const int64_t length = static_cast<int64_t>(count);
  const int64_t end =
      months == 0 ? firstDay + 7 * length : monthStartDay(monthNumber(firstDay) + months * length);
  if (count == 0 || end > kLastSharedDay) return std::nullopt;
  const PeriodUnit unit = months == 0   ? PeriodUnit::week
                          : months == 1 ? PeriodUnit::month
                          : months == 3 ? PeriodUnit::quarter
                                        : PeriodUnit::year;
  PeriodList list = periodsCovering(zone.dayStart(firstDay), zone.dayStart(end) - 1, unit,
                                    fiscalStartMonth, zone);
  if (list.size() != count || list.boundaries.front() != zone.dayStart(firstDay)) {
    return std::nullopt;
  }
  return list;
}

Json writeTimes(const std::vector<PeriodFigures>& periods, int32_t fiscalStartMonth,
                const TimeZone& zone) {
  Json times = Json::array();
  if (periods.empty() || !periods.front().start) return times;
  const int32_t months = periods.front().length.months;
  const int64_t firstDay = zone.day(*periods.front().start);
  times.push_back(months);
  times.push_back(fiscalStartMonth);
  const bool known = months == 0 || months == 1 || months == 3 || months == 12;
  const auto calendar =
      known ? calendarPeriods(months, firstDay, periods.size(), fiscalStartMonth, zone)
            : std::nullopt;
  if (calendar && sameTimes(*calendar, periods)) {
    times.push_back(firstDay);
    times.push_back(periods.size());
    return times;
  }
  std::vector<int64_t> starts, ends;
  Json labels = Json::array();
  for (const PeriodFigures& period : periods) {
    starts.push_back(zone.day(*period.start));
    ends.push_back(zone.day(*period.end));
    labels.push_back(period.label);
  }
  times.push_back(nullptr);
  times.push_back(periods.size());
  times.push_back(writeColumn(starts));
  times.push_back(writeColumn(ends));
  times.push_back(std::move(labels));
  return times;
}

std::vector<PeriodFigures> readTimes(const Json& list, const TimeZone& zone,
                                     int32_t& fiscalStartMonth, std::optional<Error>& error) {
  ListReader times(list, "periods", error);
  if (times.size() == 0) return {};
  const int32_t months = static_cast<int32_t>(times.number(0, 12));
  fiscalStartMonth = static_cast<int32_t>(times.number(1, 12));
  const auto firstDay = times.numberOrNull(kFirstSharedDay, kLastSharedDay);
  if (!firstDay) return readDays(times, months, zone);
  const size_t count = static_cast<size_t>(times.number(1, kMostShared));
  const bool known = months == 0 || months == 1 || months == 3 || months == 12;
  const auto calendar = known && !error
                            ? calendarPeriods(months, *firstDay, count, fiscalStartMonth, zone)
                            : std::nullopt;
  if (!calendar) {
    times.fail();
    return {};
  }
  std::vector<PeriodFigures> periods;
  for (size_t p = 0; p < count; ++p) {
    periods.push_back(periodOf(calendar->boundaries[p], calendar->boundaries[p + 1],
                               calendar->labels[p], months, zone));
  }
  return periods;
}

}  // namespace upgrade_rate
