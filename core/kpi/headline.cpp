#include "core/kpi/headline.h"

#include <algorithm>
#include <string>

#include "core/cells/iso.h"

namespace upgrade_rate {

namespace {

constexpr size_t kWindowMonths = 12;

// The same day of the month so many months before, or that month's last day.
int64_t monthsBefore(int64_t day, int32_t months) {
  const CivilDate date = civilDate(day);
  const int64_t month = monthNumber(day) - months;
  return std::min(monthStartDay(month) + date.day - 1, monthStartDay(month + 1) - 1);
}

HeadlineWindow windowOfMonths(HeadlineReason reason, int64_t firstMonth, int32_t months) {
  const int64_t startDay = monthStartDay(firstMonth);
  const int64_t endDay = monthStartDay(firstMonth + months);
  return {reason,
          startDay,
          endDay,
          monthStartDay(firstMonth - months),
          monthStartDay(firstMonth - 12),
          monthStartDay(firstMonth + months - 12),
          {months, endDay - startDay}};
}

}  // namespace

std::optional<HeadlineWindow> chooseHeadline(const PeriodList& months,
                                             std::span<const PeriodCounts> openings,
                                             const TimeZone& zone) {
  const size_t count = months.size();
  const auto monthOf = [&](size_t p) { return monthNumber(zone.day(months.boundaries[p])); };
  if (count >= kWindowMonths && openings[count - kWindowMonths].opening > 0) {
    return windowOfMonths(HeadlineReason::last12Months, monthOf(count - kWindowMonths), 12);
  }
  for (size_t p = 0; p < count; ++p) {
    if (openings[p].opening > 0) {
      return windowOfMonths(HeadlineReason::longestRun, monthOf(p),
                            static_cast<int32_t>(count - p));
    }
  }
  return std::nullopt;
}

HeadlineWindow rangeHeadline(int64_t startDay, int64_t endDay) {
  const bool wholeMonths = civilDate(startDay).day == 1 && civilDate(endDay).day == 1;
  if (wholeMonths) {
    const int64_t first = monthNumber(startDay);
    return windowOfMonths(HeadlineReason::range, first,
                          static_cast<int32_t>(monthNumber(endDay) - first));
  }
  const int64_t days = endDay - startDay;
  return {HeadlineReason::range,    startDay, endDay, startDay - days, monthsBefore(startDay, 12),
          monthsBefore(endDay, 12), {0, days}};
}

std::string headlineLabel(const HeadlineWindow& window) {
  const std::string first = isoDay(window.startDay);
  const std::string last = isoDay(window.endDay - 1);
  if (window.length.months == 0) return first + "/" + last;
  if (window.length.months == 1) return first.substr(0, 7);
  return first.substr(0, 7) + "/" + last.substr(0, 7);
}

}  // namespace upgrade_rate
