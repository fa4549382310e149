#include "core/input/period_columns.h"

#include <vector>

#include "core/input/key_order.h"
#include "core/input/rows.h"

namespace upgrade_rate {

namespace {

bool countsSeconds(DateFormat format) {
  return format == DateFormat::unixSeconds || format == DateFormat::unixMillis ||
         format == DateFormat::serial;
}

}  // namespace

PeriodHeaders periodHeaders(std::span<const std::string> headers, std::optional<DateFormat> asked) {
  PeriodHeaders periods;
  DateEvidence evidence;
  for (const std::string& header : headers) evidence.add(header);
  periods.found = evidence.decide();
  if (asked) periods.found.format = *asked;
  const DateFormat format = periods.found.format;
  if (format == DateFormat::none || countsSeconds(format)) return periods;
  std::vector<PeriodColumn> found;
  std::vector<double> days;
  for (size_t c = 0; c < headers.size(); ++c) {
    const std::optional<CellTime> time = readDate(headers[c], format);
    if (!time) continue;
    const int64_t day = floorDivide(time->micros(), kMicrosPerDay);
    if (day < kFirstDayMeant || day >= kEndDayMeant) continue;
    found.push_back({static_cast<int32_t>(c), day});
    days.push_back(static_cast<double>(day));
  }
  for (const uint32_t i : orderByKey(days)) periods.columns.push_back(found[i]);
  return periods;
}

}  // namespace upgrade_rate
