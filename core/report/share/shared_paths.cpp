#include "core/report/share/shared_paths.h"

#include <algorithm>

#include "core/report/share/hold_back.h"
#include "core/report/share/money_columns.h"
#include "core/report/share/shared_periods.h"

namespace upgrade_rate {

namespace {

constexpr Movement kKinds[] = {Movement::upgrade, Movement::downgrade, Movement::switchPlan};
constexpr int64_t kDaySeconds = 86'400;
constexpr size_t kPathColumns = 7, kStickyColumns = 11;

int64_t placeOf(const Json& plans, const std::string& name) {
  for (size_t i = 0; i < plans.size(); ++i) {
    if (plans[i]["plan"] == name) return static_cast<int64_t>(i);
  }
  return -1;
}

// Of each kind by itself: how many events there are of one follows from the periods.
std::vector<bool> smallPaths(const std::vector<Path>& paths, int64_t fewest) {
  std::vector<bool> small(paths.size());
  for (const Movement kind : kKinds) {
    std::vector<size_t> places;
    std::vector<CellSize> sizes;
    for (size_t i = 0; i < paths.size(); ++i) {
      if (paths[i].kind != kind) continue;
      places.push_back(i);
      sizes.push_back({paths[i].customers, 0});
    }
    const std::vector<bool> held = heldBack(sizes, fewest);
    for (size_t i = 0; i < places.size(); ++i) small[places[i]] = held[i];
  }
  return small;
}

int64_t kindOf(Movement movement) {
  return std::find(std::begin(kKinds), std::end(kKinds), movement) - std::begin(kKinds);
}

// Their number, then their columns.
Json writeCountedRows(const std::vector<std::vector<int64_t>>& rows, size_t width) {
  Json list = writeRows(rows, width);
  list.insert(list.begin(), rows.size());
  return list;
}

}  // namespace

Json writeSharedPaths(const ReportParts& parts, const Json& plans,
                      const std::optional<int64_t>& unit, HeldBack& held) {
  const std::vector<Path>& paths = *parts.journeys->paths;
  const std::vector<bool> small = smallPaths(paths, held.fewest);
  std::vector<std::vector<int64_t>> rows;
  for (size_t i = 0; i < paths.size(); ++i) {
    const Path& path = paths[i];
    const int64_t from = placeOf(plans, parts.planNames[path.from]);
    const int64_t to = placeOf(plans, parts.planNames[path.to]);
    if (small[i] || from < 0 || to < 0) {
      ++held.paths;
      continue;
    }
    const bool valued = unit && parts.oneCurrency && path.value % *unit == 0 &&
                        path.value / *unit <= kLargestCount && path.value / *unit >= -kLargestCount;
    rows.push_back({kindOf(path.kind), from, to, path.customers, path.events - path.customers,
                    valued ? path.events - path.valuedEvents : path.events,
                    valued ? amountIn(*unit, path.value) : 0});
  }
  return writeCountedRows(rows, kPathColumns);
}

std::vector<Path> readSharedPaths(const Json& block, int64_t unit, size_t plans,
                                  std::optional<Error>& error) {
  ListReader list(block, "paths", error);
  const size_t rows = static_cast<size_t>(list.number(0, 100'000));
  std::vector<std::vector<int64_t>> columns;
  for (size_t c = 0; c < kPathColumns && list.ok(); ++c) {
    columns.push_back(list.column(rows, kLargestCount));
  }
  std::vector<Path> paths;
  const int64_t last = static_cast<int64_t>(plans) - 1;
  for (size_t i = 0; i < rows && list.ok(); ++i) {
    const auto at = [&](size_t c) { return columns[c][i]; };
    const int64_t events = at(4) + at(3);
    const bool fits = at(0) >= 0 && at(0) < static_cast<int64_t>(std::size(kKinds)) && at(1) >= 0 &&
                      at(1) <= last && at(2) >= 0 && at(2) <= last && at(3) >= 0 && at(4) >= 0 &&
                      at(5) >= 0 && at(5) <= events;
    if (!fits) {
      list.fail();
      break;
    }
    paths.push_back({kKinds[at(0)], static_cast<uint32_t>(at(1)), static_cast<uint32_t>(at(2)),
                     at(3), events, events - at(5), MoneySum{at(6)} * unit});
  }
  return paths;
}

namespace {

std::vector<int64_t> stickyRow(const Stickiness& sticky, int64_t expected, int64_t unit) {
  std::vector<int64_t> row = {sticky.upgraded - expected};
  for (const Stay& stay : sticky.stays) {
    row.push_back(sticky.upgraded - stay.observed);
    row.push_back(stay.stayed ? stay.observed - *stay.stayed : 0);
  }
  for (const ChurnRate& churn : {sticky.afterUpgrade, sticky.others}) {
    row.push_back(churn.churns);
    row.push_back(churn.seconds / unit);
  }
  return row;
}

bool inDays(const Stickiness& sticky) {
  return sticky.afterUpgrade.seconds % kDaySeconds == 0 && sticky.others.seconds % kDaySeconds == 0;
}

std::optional<Stickiness> stickyFrom(const std::vector<std::vector<int64_t>>& columns, size_t row,
                                     int64_t expected, int64_t unit, const RateOptions& rate) {
  Stickiness sticky;
  size_t c = 0;
  const auto take = [&] { return columns[c++][row]; };
  sticky.upgraded = expected + take();
  bool fits = sticky.upgraded >= 0;
  for (Stay& stay : sticky.stays) {
    stay.observed = sticky.upgraded - take();
    stay.stayed = stay.observed - take();
    fits &= stay.observed >= 0 && stay.observed <= sticky.upgraded && *stay.stayed >= 0 &&
            *stay.stayed <= stay.observed;
  }
  for (ChurnRate* churn : {&sticky.afterUpgrade, &sticky.others}) {
    churn->churns = take();
    churn->seconds = take() * unit;
    fits &= churn->churns >= 0 && churn->seconds >= 0;
  }
  if (!fits) return std::nullopt;
  return judgedStickiness(std::move(sticky), rate.level);
}

}  // namespace

Json writeSharedStickiness(const ReportParts& parts, bool periods) {
  const Journeys& journeys = *parts.journeys;
  bool days = !journeys.headline || inDays(*journeys.headline);
  if (periods) {
    days &= std::all_of(journeys.periods.begin(), journeys.periods.end(), inDays);
  }
  const int64_t unit = days ? kDaySeconds : 1;
  std::vector<std::vector<int64_t>> rows;
  for (size_t p = 0; periods && p < journeys.periods.size(); ++p) {
    rows.push_back(stickyRow(journeys.periods[p], parts.periods[p].counts.upgraded, unit));
  }
  if (journeys.headline) {
    rows.push_back(stickyRow(*journeys.headline, parts.headline->figures.counts.upgraded, unit));
  }
  Json list = writeCountedRows(rows, kStickyColumns);
  list.push_back(unit);
  return list;
}

void readSharedStickiness(const Json& block, ReportParts& parts, std::optional<Error>& error) {
  ListReader list(block, "stickiness", error);
  const size_t rows = static_cast<size_t>(list.number(0, kMostShared + 1));
  std::vector<std::vector<int64_t>> columns;
  for (size_t c = 0; c < kStickyColumns && list.ok(); ++c) {
    columns.push_back(list.column(rows, kLargestCount));
  }
  const int64_t unit = list.number(1, kDaySeconds);
  const size_t periods = parts.periods.size();
  if (!list.ok() || rows < periods || rows > periods + (parts.headline ? 1 : 0)) {
    return list.fail();
  }
  for (const size_t seconds : {kStickyColumns - 3, kStickyColumns - 1}) {
    for (const int64_t each : columns[seconds]) {
      if (each > kLargestCount / unit) return list.fail();
    }
  }
  const bool known = parts.periods.empty() || parts.periods[0].baseKnown;
  for (size_t i = 0; i < rows; ++i) {
    const PeriodFigures& period = i < periods ? parts.periods[i] : parts.headline->figures;
    auto sticky = stickyFrom(columns, i, period.counts.upgraded, unit, parts.settings.rate);
    if (!sticky) return list.fail();
    if (!known) sticky->others.per30Days.reset();
    if (i < periods) {
      parts.journeys->periods.push_back(std::move(*sticky));
    } else {
      parts.journeys->headline = std::move(*sticky);
    }
  }
}

}  // namespace upgrade_rate
