// The counts of a report from rows, so that the same figures come of them: the wait is told by days
// with how many ended on each, and the curve is estimated here.

#include "core/report/aggregates/table_journeys.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "core/cells/words.h"
#include "core/input/ledger.h"

namespace upgrade_rate {

namespace {

constexpr int64_t kLongestWait = 150'000;  // days: four centuries
constexpr int64_t kMostAges = static_cast<int64_t>(kCohortAges) - 1;

bool isTold(const TableContext& context, std::string_view part) {
  return context.table.has(part) || context.table.saysEmpty(part);
}

std::string impossible(const std::string& what) {
  return what + " Copy the whole result of the query as it is.";
}

// Cohorts by their first day, with what each row says of them.
struct CohortRows {
  const TableGroup* head = nullptr;
  std::map<int64_t, int64_t> upgraded;  // by age
};

std::map<std::pair<int64_t, int64_t>, CohortRows> cohortRows(const TableContext& context) {
  std::map<std::pair<int64_t, int64_t>, CohortRows> rows;
  for (const TableGroup& group : context.table.of("cohort")) {
    if (!group.start || !group.end || *group.start >= *group.end) {
      context.table.contradiction(group, "customers",
                                  impossible("A cohort needs the first day of its period and the "
                                             "day after the last one."));
      continue;
    }
    CohortRows& cohort = rows[{*group.start, *group.end}];
    if (group.name.empty()) {
      cohort.head = &group;
    } else {
      const int64_t age = context.table.number(group, group.name, 0, kMostAges);
      cohort.upgraded[age] = context.table.count(group, "upgraded");
      if (cohort.head == nullptr) cohort.head = &group;
    }
  }
  return rows;
}

// The cohort of one period of `calendar`, to which all ages up to the end of the data belong.
Cohort cohortAt(const TableContext& context, const PeriodList& calendar, size_t place,
                const CohortRows& rows) {
  TableIndex& table = context.table;
  const TableGroup& head = *rows.head;
  Cohort cohort{calendar.boundaries[place],
                calendar.boundaries[place + 1],
                calendar.labels[place],
                table.count(head, "customers"),
                {},
                0};
  const size_t ages = std::min(kCohortAges, calendar.size() - place);
  int64_t before = 0;
  for (size_t age = 0; age < ages; ++age) {
    const auto at = rows.upgraded.find(static_cast<int64_t>(age));
    const int64_t upgraded = at == rows.upgraded.end() ? 0 : at->second;
    if (upgraded < before || upgraded > cohort.customers) {
      table.contradiction(
          head, "customers",
          impossible("Of the cohort " + cohort.label + " with customers " +
                     std::to_string(cohort.customers) + ", upgraded " + std::to_string(upgraded) +
                     " follows " + std::to_string(before) + " of the age before."));
    }
    before = upgraded;
    cohort.upgraded.push_back(upgraded);
    cohort.complete += calendar.boundaries[place + age + 1] <= context.dataUntil ? 1 : 0;
  }
  const bool more =
      !rows.upgraded.empty() && rows.upgraded.rbegin()->first >= static_cast<int64_t>(ages);
  const bool differs = head.cell("complete") != nullptr &&
                       table.count(head, "complete") != static_cast<int64_t>(cohort.complete);
  if (more || differs) {
    table.contradiction(head, "complete",
                        impossible("The cohort " + cohort.label + " has other ages than the end " +
                                   "of the data leaves it, of which complete " +
                                   std::to_string(cohort.complete) + "."));
  }
  return cohort;
}

void addCohorts(const TableContext& context, Journeys& journeys) {
  for (const TableGroup& group : context.table.of("cohortsUnknown")) {
    journeys.cohorts.unknownStart = context.table.count(group, "customers");
  }
  const auto rows = cohortRows(context);
  if (rows.empty() || !context.table.ok()) return;
  const int64_t first = context.zone.dayStart(rows.begin()->first.first);
  const PeriodList calendar =
      periodsCovering(first, std::max(first, context.dataUntil - 1), journeys.cohortUnit,
                      context.settings.fiscalStartMonth, context.zone);
  for (const auto& [days, cohort] : rows) {
    const auto at = std::lower_bound(calendar.boundaries.begin(), calendar.boundaries.end(),
                                     context.zone.dayStart(days.first));
    const size_t place = static_cast<size_t>(at - calendar.boundaries.begin());
    if (place >= calendar.size() || *at != context.zone.dayStart(days.first) ||
        calendar.boundaries[place + 1] != context.zone.dayStart(days.second)) {
      return context.table.contradiction(
          *cohort.head, "customers",
          impossible("This cohort is none of the months or quarters up to the end of the data."));
    }
    Cohort row = cohortAt(context, calendar, place, cohort);
    if (row.customers > 0) journeys.cohorts.rows.push_back(std::move(row));
  }
}

TimeToUpgrade waitOf(const TableContext& context) {
  TableIndex& table = context.table;
  std::vector<EndingsAtTime> byDay;
  int64_t newOnTopTier = 0, unknownStart = 0;
  for (const TableGroup& group : table.of("wait")) {
    if (group.name.empty()) {
      newOnTopTier = table.count(group, "newOnTopTier");
      unknownStart = table.count(group, "unknownStart");
      continue;
    }
    const size_t day = static_cast<size_t>(table.number(group, group.name, 0, kLongestWait));
    while (byDay.size() <= day) byDay.push_back({static_cast<double>(byDay.size()), 0, 0, 0});
    byDay[day].events += static_cast<uint64_t>(table.count(group, "upgraded"));
    byDay[day].competing += static_cast<uint64_t>(table.count(group, "churned"));
    byDay[day].censored += static_cast<uint64_t>(table.count(group, "censored"));
  }
  return timeToUpgrade(byDay, newOnTopTier, unknownStart, context.settings.rate.level);
}

// Parts of the table: the same two plans can be a downgrade for one customer and a switch for
// another, where who tries a plan is a customer.
constexpr std::pair<std::string_view, Movement> kPathParts[] = {
    {"upgradePath", Movement::upgrade},
    {"downgradePath", Movement::downgrade},
    {"switchPath", Movement::switchPlan}};

// Its place among the names; plans that the settings do not name come behind those that they do.
uint32_t placeOfPlan(std::string_view plan, std::vector<std::string>& names) {
  const std::string key = planKey(plan);
  for (size_t i = 0; i < names.size(); ++i) {
    if (planKey(names[i]) == key) return static_cast<uint32_t>(i);
  }
  names.push_back(problemText(plan));
  return static_cast<uint32_t>(names.size() - 1);
}

Path pathOf(TableIndex& table, Movement kind, const TableGroup& group,
            std::vector<std::string>& names) {
  Path path{kind, placeOfPlan(group.name, names), placeOfPlan(group.other, names)};
  path.customers = table.count(group, "customers");
  path.events = table.count(group, "events");
  path.valuedEvents = table.count(group, "valuedEvents");
  path.value = table.amount(group, "value");
  if (path.customers > path.events || path.valuedEvents > path.events) {
    table.contradiction(group, "events",
                        impossible("A path has more customers, or more events with a value, than "
                                   "events."));
  }
  return path;
}

// Upgrades, then downgrades, then switches, each from the lowest plan up: plans stand in the order
// of their tiers.
std::vector<Path> pathsOf(const TableContext& context, std::vector<std::string>& names) {
  std::vector<Path> paths;
  for (const auto& [part, kind] : kPathParts) {
    for (const TableGroup& group : context.table.of(part)) {
      paths.push_back(pathOf(context.table, kind, group, names));
    }
  }
  std::sort(paths.begin(), paths.end(), [](const Path& a, const Path& b) {
    return std::tuple(a.kind, a.from, a.to) < std::tuple(b.kind, b.from, b.to);
  });
  return paths;
}

void addStay(TableIndex& table, const TableGroup& group, Stickiness& sticky) {
  if (group.name.empty()) {
    sticky.upgraded = table.count(group, "upgraded");
    sticky.afterUpgrade.churns = table.count(group, "churnsAfter");
    sticky.afterUpgrade.seconds = table.count(group, "secondsAfter");
    sticky.others.churns = table.count(group, "churnsOthers");
    sticky.others.seconds = table.count(group, "secondsOthers");
    return;
  }
  const int64_t days = table.number(group, group.name, 1, kStayDays.back());
  for (size_t i = 0; i < kStayDays.size(); ++i) {
    if (kStayDays[i] != days) continue;
    sticky.stays[i].observed = table.count(group, "observed");
    sticky.stays[i].stayed = table.count(group, "stayed");
  }
}

Stickiness stickinessBetween(const TableContext& context, std::string_view part, int64_t startDay,
                             int64_t endDay, const PeriodCounts& counts) {
  Stickiness sticky;
  for (Stay& stay : sticky.stays) stay.stayed = 0;
  const TableGroup* last = nullptr;
  for (const TableGroup& group : context.table.between(part, startDay, endDay)) {
    addStay(context.table, group, sticky);
    last = &group;
  }
  bool fits = sticky.upgraded == counts.upgraded;
  for (const Stay& stay : sticky.stays) {
    fits &= stay.observed <= sticky.upgraded && *stay.stayed <= stay.observed;
  }
  if (!fits) {
    context.table.contradiction(last ? *last : context.table.of("about")[0], "upgraded",
                                impossible("Of upgraded " + std::to_string(counts.upgraded) + ", " +
                                           std::to_string(sticky.upgraded) +
                                           " are followed, or more stayed than were "
                                           "observed."));
  }
  Stickiness judged = judgedStickiness(std::move(sticky), context.settings.rate.level);
  if (!context.baseKnown) judged.others.per30Days.reset();
  return judged;
}

}  // namespace

void addTableJourneys(const TableContext& context, PeriodUnit unit,
                      const std::optional<TableHeadline>& headline, ReportParts& parts) {
  for (const PlanSetting& plan : parts.settings.plans.value_or(std::vector<PlanSetting>{})) {
    parts.planNames.push_back(plan.plan);
  }
  parts.leftOut = {!isTold(context, "cohort"), !isTold(context, "wait"), !isTold(context, "stay")};
  if (context.table.saysEmpty("period")) return;  // no row was used
  const bool paths = headline && isTold(context, kPathParts[0].first);
  if (parts.leftOut.cohorts && parts.leftOut.timeToUpgrade && parts.leftOut.stickiness && !paths) {
    return;
  }
  Journeys& journeys = parts.journeys.emplace();
  journeys.cohortUnit = cohortUnit(unit);
  if (!parts.leftOut.cohorts) addCohorts(context, journeys);
  if (!parts.leftOut.timeToUpgrade) journeys.timeToUpgrade = waitOf(context);
  if (paths) journeys.paths = pathsOf(context, parts.planNames);
  if (headline && isTold(context, "headlineStay")) {
    journeys.headline = stickinessBetween(context, "headlineStay", headline->startDay,
                                          headline->endDay, headline->headline.figures.counts);
  }
  if (parts.leftOut.stickiness) return;
  for (const PeriodFigures& period : parts.periods) {
    journeys.periods.push_back(stickinessBetween(context, "stay", context.zone.day(*period.start),
                                                 context.zone.day(*period.end), period.counts));
  }
}

}  // namespace upgrade_rate
