// The time to the first upgrade in an aggregates document, as rounded figures (shared_journeys.h).

#include <algorithm>
#include <array>
#include <cmath>

#include "core/report/share/shared_cohorts.h"
#include "core/report/share/shared_journeys.h"
#include "core/report/share/shared_periods.h"

namespace upgrade_rate {

namespace {

constexpr int64_t kOnCurve = 10'000, kAtAge = 1'000'000;
constexpr int64_t kLongestDay = kLastSharedDay - kFirstSharedDay;

int64_t rounded(double share, int64_t scale) {
  return std::llround(share * static_cast<double>(scale));
}

double figure(int64_t number, int64_t scale) {
  return static_cast<double>(number) / static_cast<double>(scale);
}

void writeInterval(const std::optional<Interval>& interval, int64_t scale, int64_t& low,
                   int64_t& high) {
  low = interval ? rounded(interval->low, scale) : -1;
  high = interval ? rounded(interval->high, scale) : -1;
}

std::optional<Interval> intervalOf(int64_t low, int64_t high, int64_t scale) {
  if (low < 0 || high < low) return std::nullopt;
  return Interval{figure(low, scale), figure(high, scale)};
}

// The last point, and before it those between any two of which enough customers ended.
std::vector<IncidencePoint> sharedCurve(const TimeToUpgrade& time, int64_t fewest) {
  const int64_t points = static_cast<int64_t>(kSharedCurvePoints);
  const uint64_t step =
      static_cast<uint64_t>(std::max(fewest, (time.customers + points - 1) / points));
  std::vector<IncidencePoint> kept;
  uint64_t before = static_cast<uint64_t>(time.customers) + step;
  for (const IncidencePoint& point : time.curve) {
    const bool last = &point == &time.curve.back();
    if (!last && before - point.atRisk < step) continue;
    if (last && !kept.empty() && before - point.atRisk < step) kept.pop_back();
    kept.push_back(point);
    before = point.atRisk;
  }
  return kept;
}

using CurveColumns = std::array<std::vector<int64_t>, 6>;

CurveColumns curveColumns(const std::vector<IncidencePoint>& curve) {
  CurveColumns columns;
  for (const IncidencePoint& point : curve) {
    int64_t low = 0, high = 0;
    writeInterval(point.interval, kOnCurve, low, high);
    const int64_t row[] = {static_cast<int64_t>(point.time),
                           static_cast<int64_t>(point.atRisk),
                           rounded(point.incidence, kOnCurve),
                           rounded(point.competingIncidence, kOnCurve),
                           low,
                           high};
    for (size_t c = 0; c < columns.size(); ++c) columns[c].push_back(row[c]);
  }
  return columns;
}

std::vector<IncidencePoint> readCurve(ListReader& list) {
  const size_t points = static_cast<size_t>(list.number(0, 2 * kSharedCurvePoints));
  CurveColumns columns;
  for (auto& column : columns) column = list.column(points, kLargestCount);
  std::vector<IncidencePoint> curve;
  for (size_t i = 0; i < points && list.ok(); ++i) {
    for (const auto& column : columns) {
      if (column[i] < -1) list.fail();
    }
    const bool fits = columns[0][i] >= 0 && columns[0][i] <= kLongestDay && columns[1][i] >= 0 &&
                      columns[2][i] <= kOnCurve && columns[3][i] <= kOnCurve &&
                      columns[5][i] <= kOnCurve;
    if (!fits || (i > 0 && columns[0][i] <= columns[0][i - 1])) list.fail();
    curve.push_back({static_cast<double>(columns[0][i]), static_cast<uint64_t>(columns[1][i]),
                     figure(columns[2][i], kOnCurve), figure(columns[3][i], kOnCurve), 0,
                     intervalOf(columns[4][i], columns[5][i], kOnCurve)});
  }
  return curve;
}

Json day(const std::optional<double>& days) {
  return days ? Json(static_cast<int64_t>(*days)) : Json(nullptr);
}

std::optional<double> readDay(ListReader& list) {
  const auto days = list.numberOrNull(0, kLongestDay);
  return days ? std::optional(static_cast<double>(*days)) : std::nullopt;
}

}  // namespace

Json writeSharedTime(const TimeToUpgrade& time, int64_t fewest) {
  if (time.customers > 0 && time.customers < fewest) return nullptr;
  Json list = Json::array();
  for (const int64_t count :
       {time.upgraded, time.churned, time.censored, time.newOnTopTier, time.unknownStart}) {
    list.push_back(count);
  }
  list.push_back(time.lastDay ? Json(*time.lastDay) : Json(nullptr));
  for (const auto& each : {time.median.time, time.median.low, time.median.high}) {
    list.push_back(day(each));
  }
  for (const IncidenceAtAge& age : time.atAges) {
    int64_t low = 0, high = 0;
    writeInterval(age.interval, kAtAge, low, high);
    list.push_back(
        writeColumn({age.watched, age.share ? rounded(*age.share, kAtAge) : -1, low, high}));
  }
  const std::vector<IncidencePoint> curve = sharedCurve(time, fewest);
  list.push_back(curve.size());
  for (const auto& column : curveColumns(curve)) list.push_back(writeColumn(column));
  return list;
}

void readSharedTime(const Json& block, TimeToUpgrade& time, std::optional<Error>& error) {
  ListReader list(block, "timeToUpgrade", error);
  for (int64_t* count :
       {&time.upgraded, &time.churned, &time.censored, &time.newOnTopTier, &time.unknownStart}) {
    *count = list.number(0, kLargestCount);
  }
  time.customers = time.upgraded + time.churned + time.censored;
  time.lastDay = list.numberOrNull(0, kLongestDay);
  time.median.time = readDay(list);
  time.median.low = readDay(list);
  time.median.high = readDay(list);
  for (size_t i = 0; i < kUpgradeAges.size(); ++i) {
    const std::vector<int64_t> age = list.column(4, kLargestCount);
    IncidenceAtAge& at = time.atAges[i];
    at.days = kUpgradeAges[i];
    at.watched = age[0];
    if (age[0] < 0 || age[1] > kAtAge || age[3] > kAtAge) list.fail();
    if (age[1] >= 0) at.share = figure(age[1], kAtAge);
    at.interval = intervalOf(age[2], age[3], kAtAge);
  }
  time.curve = readCurve(list);
  explainTimeToUpgrade(time);
}

}  // namespace upgrade_rate
