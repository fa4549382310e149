#include "core/kpi/periods.h"

#include <algorithm>

#include "core/cells/iso.h"

namespace upgrade_rate {

namespace {

std::string padded(int64_t number, size_t width) {
  std::string text = std::to_string(number);
  return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

// Periods of a unit are numbered along the calendar: number → first day and label.
class Numbering {
 public:
  Numbering(PeriodUnit unit, int32_t fiscalStartMonth)
      : unit_(unit), shift_(unit == PeriodUnit::month ? 0 : fiscalStartMonth - 1) {}

  int64_t numberOf(int64_t day) const {
    if (unit_ == PeriodUnit::week) return floorDivide(day + 3, 7);  // day -3 is a Monday
    return floorDivide(monthNumber(day) - shift_, monthsOf(unit_));
  }

  int64_t firstDay(int64_t number) const {
    if (unit_ == PeriodUnit::week) return number * 7 - 3;
    return monthStartDay(number * monthsOf(unit_) + shift_);
  }

  std::string label(int64_t number) const {
    if (unit_ == PeriodUnit::week) {
      const IsoWeek week = isoWeek(firstDay(number));
      return padded(week.year, 4) + "-W" + padded(week.week, 2);
    }
    if (unit_ == PeriodUnit::month) {
      return padded(floorDivide(number, 12), 4) + "-" +
             padded(number - floorDivide(number, 12) * 12 + 1, 2);
    }
    const int64_t perYear = 12 / monthsOf(unit_);
    const int64_t year = floorDivide(number, perYear);
    const std::string name = shift_ == 0 ? padded(year, 4) : "FY" + padded(year + 1, 4);
    return unit_ == PeriodUnit::year ? name
                                     : name + "-Q" + std::to_string(number - year * perYear + 1);
  }

  // The number of the same period a year before, where there is one (week 53 may have none).
  int64_t yearBefore(int64_t number) const {
    if (unit_ != PeriodUnit::week) return number - 12 / monthsOf(unit_);
    const IsoWeek week = isoWeek(firstDay(number));
    const int64_t monday = isoWeekMonday(week.year - 1, week.week);
    return isoWeek(monday).year == week.year - 1 ? numberOf(monday) : kNone;
  }

  static constexpr int64_t kNone = INT64_MIN;

 private:
  PeriodUnit unit_;
  int32_t shift_;
};

}  // namespace

int32_t monthsOf(PeriodUnit unit) {
  constexpr int32_t kMonths[] = {0, 1, 3, 12};
  return kMonths[static_cast<size_t>(unit)];
}

PeriodUnit unitFor(DateSpan span, PeriodUnit asked) {
  const PeriodUnit finest = span == DateSpan::month     ? PeriodUnit::month
                            : span == DateSpan::quarter ? PeriodUnit::quarter
                            : span == DateSpan::year    ? PeriodUnit::year
                                                        : PeriodUnit::week;
  return std::max(finest, asked);
}

PeriodList periodsCovering(int64_t first, int64_t last, PeriodUnit unit, int32_t fiscalStartMonth,
                           const TimeZone& zone) {
  const Numbering numbering(unit, fiscalStartMonth);
  const int64_t firstNumber = numbering.numberOf(zone.day(first));
  const int64_t lastNumber = numbering.numberOf(zone.day(last));
  PeriodList list;
  for (int64_t number = firstNumber; number <= lastNumber; ++number) {
    list.boundaries.push_back(zone.dayStart(numbering.firstDay(number)));
    list.labels.push_back(numbering.label(number));
    const int64_t before = numbering.yearBefore(number);
    list.yearBefore.push_back(before < firstNumber ? -1
                                                   : static_cast<int32_t>(before - firstNumber));
  }
  list.boundaries.push_back(zone.dayStart(numbering.firstDay(lastNumber + 1)));
  return list;
}

PeriodList completeMonths(int64_t first, int64_t until, const TimeZone& zone) {
  PeriodList months = periodsCovering(first, until - 1, PeriodUnit::month, 1, zone);
  while (months.size() > 0 && months.boundaries.back() > until) {
    months.boundaries.pop_back();
    months.labels.pop_back();
    months.yearBefore.pop_back();
  }
  return months;
}

}  // namespace upgrade_rate
