// The periods of a table must be those of a calendar, one after the other: then their labels and
// what each is compared with follow as they do from rows.

#include "core/report/aggregates/table_periods.h"

#include <algorithm>

#include "core/cells/iso.h"
#include "core/report/aggregates/table_counts.h"

namespace upgrade_rate {

namespace {

constexpr size_t kMostPeriods = 6000;  // more are no report

// The calendar whose periods begin on these days, the last of which ends on `endDay`. The unit of
// the settings first: periods of rows that are further apart are of a coarser one.
std::optional<PeriodUnit> unitOf(const std::vector<const TableGroup*>& groups,
                                 const TableContext& context, PeriodList& list) {
  if (groups.size() > kMostPeriods) return std::nullopt;
  const int64_t firstDay = *groups.front()->start, endDay = *groups.back()->end;
  for (int step = static_cast<int>(context.settings.period); step <= 3; ++step) {
    const PeriodUnit unit = static_cast<PeriodUnit>(step);
    list = periodsCovering(context.zone.dayStart(firstDay), context.zone.dayStart(endDay) - 1, unit,
                           context.settings.fiscalStartMonth, context.zone);
    bool same = list.size() == groups.size();
    for (size_t p = 0; p < groups.size() && same; ++p) {
      same = list.boundaries[p] == context.zone.dayStart(*groups[p]->start) &&
             list.boundaries[p + 1] == context.zone.dayStart(*groups[p]->end);
    }
    if (same) return unit;
  }
  return std::nullopt;
}

// Those with days, in their order.
std::vector<const TableGroup*> groupsInTime(const TableContext& context) {
  std::vector<const TableGroup*> groups;
  for (const TableGroup& each : context.table.of("period")) {
    if (each.start && each.end && *each.start < *each.end && each.cell("opening")) {
      groups.push_back(&each);
      continue;
    }
    context.table.contradiction(each, "opening",
                                "A period needs its first day, the day after its last one, and the "
                                "row \"opening\". Copy the whole result of the query.");
  }
  std::sort(groups.begin(), groups.end(), [](const TableGroup* a, const TableGroup* b) {
    return std::pair(*a->start, *a->end) < std::pair(*b->start, *b->end);
  });
  return groups;
}

PeriodFigures figuresOf(const TableContext& context, int64_t startDay, int64_t endDay,
                        PeriodLength length, PeriodCounts counts) {
  PeriodFigures period;
  period.start = context.zone.dayStart(startDay);
  period.end = context.zone.dayStart(endDay);
  period.partial = *period.end > context.dataUntil;
  period.length = length;
  period.baseKnown = context.baseKnown;
  period.counts = std::move(counts);
  judge(period, context.settings.rate);
  return period;
}

// Where no row says how the two overlap, nobody is in both bases; where none can say, there is no
// change.
std::optional<ShareChange> tableChange(const TableContext& context, std::string_view part,
                                       std::string_view name, const TableGroup& later,
                                       int64_t earlierDay, const PeriodFigures& before,
                                       const PeriodFigures& now) {
  const bool known = context.table.has(part) || context.table.saysEmpty(part);
  if (!known || !context.overlapsServe) return std::nullopt;
  const TableGroup* found = nullptr;
  for (const TableGroup& each : context.table.between(part, *later.start, *later.end)) {
    if (each.name == name) found = &each;
  }
  if (found != nullptr && !found->other.empty() &&
      found->other.substr(0, 10) != isoDay(earlierDay)) {
    context.table.contradiction(*found, "both",
                                "This overlap is with a period from " + std::string(found->other) +
                                    ", and that one begins on " + isoDay(earlierDay) + ".");
  }
  const Overlap overlap = found ? tableOverlap(context.table, *found) : Overlap{};
  const auto change = changeBetween(before, now, overlap, context.settings.rate);
  const bool possible = changeBetween(before, now, {}, context.settings.rate).has_value();
  if (found != nullptr && possible && !change) {
    context.table.contradiction(*found, "both",
                                "More customers are said to be in both periods than are in each of "
                                "them. Copy the whole result of the query as it is.");
  }
  return change;
}

void addChanges(const TableContext& context, const std::vector<const TableGroup*>& groups,
                const PeriodList& list, std::vector<PeriodFigures>& periods) {
  for (size_t p = 0; p < periods.size(); ++p) {
    if (p > 0) {
      periods[p].change = tableChange(context, "overlap", "before", *groups[p],
                                      *groups[p - 1]->start, periods[p - 1], periods[p]);
    }
    if (const int32_t year = list.yearBefore[p]; year >= 0) {
      periods[p].changeYear = tableChange(context, "overlap", "yearBefore", *groups[p],
                                          *groups[year]->start, periods[year], periods[p]);
    }
  }
}

void checkPartial(const TableContext& context, const TableGroup& group,
                  const PeriodFigures& period) {
  const bool told = group.cell("partial") != nullptr;
  if (!told || (context.table.count(group, "partial") > 0) == period.partial) return;
  context.table.contradiction(group, "partial",
                              "Whether this period is partial does not follow from where the data "
                              "ends. Copy the whole result of the query as it is.");
}

void checkNeighbours(const TableContext& context, const std::vector<const TableGroup*>& groups,
                     const std::vector<PeriodFigures>& periods) {
  if (!context.settings.filters.empty() || !context.baseKnown) return;
  for (size_t p = 1; p < periods.size(); ++p) {
    const int64_t before = periods[p - 1].counts.closing, now = periods[p].counts.opening;
    if (before == now) continue;
    context.table.contradiction(*groups[p], "opening",
                                "These counts cannot be: opening " + std::to_string(now) +
                                    " is not closing " + std::to_string(before) +
                                    " of the period before. Copy the whole result of the query as "
                                    "it is.");
  }
}

}  // namespace

TablePeriods tablePeriods(const TableContext& context) {
  TablePeriods periods;
  periods.unit = context.settings.period;
  const std::vector<const TableGroup*> groups = groupsInTime(context);
  if (groups.empty() || !context.table.ok()) return periods;
  PeriodList list;
  const auto unit = unitOf(groups, context, list);
  if (!unit) {
    context.table.contradiction(*groups.front(), "opening",
                                "The periods are not those of a calendar one after the other: one "
                                "is missing, or they are of different lengths. Copy the whole "
                                "result of the query.");
    return periods;
  }
  periods.unit = *unit;
  for (size_t p = 0; p < groups.size(); ++p) {
    const TableGroup& group = *groups[p];
    const PeriodLength length{monthsOf(*unit), *group.end - *group.start};
    PeriodCounts counts = tableCounts(context.table, group);
    counts.byTier = tableTiers(context.table, "periodTier", *group.start, *group.end, counts);
    periods.figures.push_back(
        figuresOf(context, *group.start, *group.end, length, std::move(counts)));
    periods.figures.back().label = list.labels[p];
    checkPartial(context, group, periods.figures.back());
  }
  addChanges(context, groups, list, periods.figures);
  checkNeighbours(context, groups, periods.figures);
  return periods;
}

namespace {

std::optional<HeadlineReason> reasonNamed(std::string_view name) {
  if (name == "last12Months") return HeadlineReason::last12Months;
  if (name == "longestRun") return HeadlineReason::longestRun;
  if (name == "range") return HeadlineReason::range;
  return std::nullopt;
}

// The one window that is the headline, with its reason.
const TableGroup* headlineGroup(const TableContext& context, HeadlineReason& reason) {
  const std::vector<TableGroup>& groups = context.table.of("headline");
  if (groups.empty()) return nullptr;
  const TableGroup& group = groups.front();
  const auto named = reasonNamed(group.name);
  const bool fits = groups.size() == 1 && named && group.start && group.end &&
                    *group.start < *group.end && group.cell("opening");
  if (!fits) {
    context.table.contradiction(groups.back(), "opening",
                                "There is one headline, with its first day, the day after its last "
                                "one, the reason (last12Months, longestRun or range) and the row "
                                "\"opening\". Copy the whole result of the query.");
    return nullptr;
  }
  reason = *named;
  return &group;
}

// The counts of a window that the headline is compared with; nothing where they are not there.
const TableGroup* windowOf(const TableContext& context, int64_t startDay, int64_t endDay) {
  for (const TableGroup& each : context.table.between("window", startDay, endDay)) {
    if (each.cell("opening")) return &each;
  }
  return nullptr;
}

}  // namespace

std::optional<TableHeadline> tableHeadline(const TableContext& context) {
  HeadlineReason reason = HeadlineReason::range;
  const TableGroup* const group = headlineGroup(context, reason);
  if (group == nullptr) return std::nullopt;
  HeadlineWindow window = rangeHeadline(*group->start, *group->end);
  window.reason = reason;
  PeriodCounts counts = tableCounts(context.table, *group);
  counts.byTier = tableTiers(context.table, "headlineTier", *group->start, *group->end, counts);
  TableHeadline found{
      {{}, reason}, window.startDay, window.endDay, window.previousStartDay, false, {}};
  PeriodFigures& now = found.headline.figures;
  now = figuresOf(context, window.startDay, window.endDay, window.length, std::move(counts));
  now.label = headlineLabel(window);
  const auto compare = [&](std::string_view name, int64_t startDay, int64_t endDay,
                           PeriodFigures& before) -> std::optional<ShareChange> {
    const TableGroup* const other = windowOf(context, startDay, endDay);
    if (other == nullptr) return std::nullopt;
    before =
        figuresOf(context, startDay, endDay, window.length, tableCounts(context.table, *other));
    return tableChange(context, "headlineOverlap", name, *group, startDay, before, now);
  };
  PeriodFigures before, year;
  now.change = compare("before", window.previousStartDay, window.startDay, before);
  const bool same = window.yearBeforeStartDay == window.previousStartDay &&
                    window.yearBeforeEndDay == window.startDay;
  if (same) {
    now.changeYear = now.change;
  } else if (window.yearBeforeEndDay <= window.startDay) {
    now.changeYear =
        compare("yearBefore", window.yearBeforeStartDay, window.yearBeforeEndDay, year);
  }
  if (const auto alone = changeBetween(before, now, {}, context.settings.rate)) {
    found.hasBefore = true;
    found.alone = *alone;
  }
  return found;
}

}  // namespace upgrade_rate
