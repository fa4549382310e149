// The report from rows about customers.

#include <algorithm>
#include <utility>

#include "core/cells/iso.h"
#include "core/cells/words.h"
#include "core/kpi/analysis.h"
#include "core/report/changes_report.h"
#include "core/report/data_notes.h"
#include "core/report/findings_input.h"
#include "core/report/journeys_json.h"
#include "core/report/money_json.h"
#include "core/report/period_json.h"
#include "core/report/plans_json.h"
#include "core/report/report.h"
#include "core/report/segment_settings.h"
#include "core/report/segments_json.h"
#include "core/report/snapshot_periods.h"
#include "core/report/trend_json.h"
#include "core/timeline/snapshots.h"
#include "core/timeline/subscription_rows.h"

namespace upgrade_rate {

namespace {

struct DataUntil {
  int64_t instant;
  bool assumed;  // equal to what would be assumed, so that a report's own settings give it again
};

// What every status found means, in the settings too; and what nobody has said of those not known.
std::vector<StatusRole> completeStatuses(const Dictionary& found, Settings& settings,
                                         Notes& notes) {
  std::vector<StatusRole> roles;
  Json unknown = Json::array();
  for (uint32_t i = 0; i < found.size(); ++i) {
    const std::string status(found.key(i));
    const auto words = statusByWords(status);
    const auto said = std::find_if(
        settings.statuses.begin(), settings.statuses.end(),
        [&](const StatusSetting& each) { return headerKey(each.status) == headerKey(status); });
    if (said == settings.statuses.end()) {
      settings.statuses.push_back({status, words.value_or(StatusRole::plan)});
      roles.push_back(settings.statuses.back().role);
    } else {
      roles.push_back(said->role);
    }
    if (!words && roles.back() == StatusRole::plan) unknown.push_back(status);
  }
  if (!unknown.empty()) notes.warn("status.unknown", members({{"statuses", unknown}}));
  return roles;
}

int64_t assumedDataUntil(const Settings& settings, const OrderedEvents& ordered, const Plans& plans,
                         const std::vector<StatusRole>& statuses, std::optional<DateSpan> snapshots,
                         const TimeZone& zone) {
  if (snapshots) return snapshotsUntil(ordered, *snapshots, zone);
  const int64_t today = zone.day(settingInstant(*settings.today, zone));
  if (ordered.end.empty()) return defaultDataUntil(ordered, zone, today);
  const auto latest = latestInstant(ordered, plans, zone, statuses, zone.dayStart(today + 1));
  return defaultDataUntil(latest, zone, today);
}

DataUntil dataUntilOf(const Settings& settings, int64_t assumed, const TimeZone& zone) {
  const int64_t instant = settings.dataUntil ? settingInstant(*settings.dataUntil, zone) : assumed;
  return {instant, instant == assumed};
}

AnalysisRules rulesOf(const Settings& settings, int64_t dataUntil, const TimeZone& zone,
                      const Events& events) {
  AnalysisRules rules;
  rules.states = {dataUntil, settings.bridgeDays, settings.prospectsAreCustomers,
                  ratesFor(settings, events)};
  rules.reportingCurrency = settings.reportingCurrency.value_or("");
  rules.unit = settings.period;
  rules.fiscalStartMonth = settings.fiscalStartMonth;
  rules.rate = settings.rate;
  rules.launchDays = launchDays(settings.launches, zone);
  if (settings.range) {
    rules.range = DayRange{zone.day(settingInstant(settings.range->start, zone)),
                           zone.day(settingInstant(settings.range->end, zone))};
  }
  return rules;
}

// Where the data ends, what statuses mean, and how fine periods are; in the settings too.
AnalysisRules decideTime(const Loaded& loaded, const OrderedEvents& ordered, const Plans& plans,
                         const TimeZone& zone, Settings& settings, Notes& notes) {
  const Events& events = loaded.collected.events;
  const std::vector<StatusRole> statuses = completeStatuses(events.statuses, settings, notes);
  std::optional<DateSpan> snapshots;
  if (!ordered.snapshots.empty()) snapshots = snapshotSpan(loaded, ordered, zone);
  const DataUntil dataUntil = dataUntilOf(
      settings, assumedDataUntil(settings, ordered, plans, statuses, snapshots, zone), zone);
  settings.dataUntil = isoInstant(dataUntil.instant);
  if (dataUntil.assumed)
    notes.info("dataUntil.assumed", members({{"dataUntil", *settings.dataUntil}}));
  AnalysisRules rules = rulesOf(settings, dataUntil.instant, zone, events);
  rules.states.statuses = statuses;
  if (snapshots) rules.unit = unitFor(*snapshots, settings.period);
  if (rules.unit != settings.period)
    notes.info("period.coarser", members({{"unit", periodName(settings.period)}}));
  return rules;
}

// From here on the rows are in the cache. Another time zone puts them back first: which rows fall
// together or come first, and which files are newest first, may be different in it.
const OrderedEvents& orderedFor(Loaded& loaded, const TimeZone& zone,
                                std::optional<MoveValues> moveValues, ReportCache& cache) {
  Events& events = loaded.collected.events;
  const bool stands = cache.ordered && cache.orderedZone == zone.name() &&
                      (cache.ordered->kind.empty() || cache.orderedMoves == moveValues);
  if (stands) return *cache.ordered;
  cache.analysis = {};
  if (cache.ordered) restoreEvents(std::move(*cache.ordered), events);
  cache.ordered.reset();
  const bool backward = !backwardFiles(events, zone).empty();
  MoveReading moves;
  if (!events.kind.empty()) {
    cache.guess = guessMoves(events, zone, loaded.planTable, moveValues, moves);
  } else if (!cache.guess || cache.guessBackward != backward) {
    cache.guess = guessPlans(events, backward, loaded.planTable);
  }
  cache.guessBackward = backward;
  cache.ordered = orderEvents(std::move(events), zone);
  cache.ordered->moves = moves;
  if (areSnapshots(loaded.shape)) takeAsSnapshots(*cache.ordered, zone);
  cache.orderedZone = zone.name();
  cache.orderedMoves = moveValues;
  return *cache.ordered;
}

Json writeInstant(const std::optional<int64_t>& instant) {
  return instant ? Json(isoInstant(*instant)) : Json(nullptr);
}

void noteOrdered(const Loaded& loaded, const OrderedEvents& ordered, const Plans& plans,
                 Notes& notes) {
  notePlans(plans, ordered, notes);
  noteMoves(ordered, notes);
  if (!loaded.hasNoPlans()) noteNoHistory(loaded.shape, ordered, plans, notes);
}

void noteCounts(const Analysis& analysis, const TrendFigures& trend, const Settings& settings,
                bool hasNoPlans, Notes& notes) {
  noteSuperseded(analysis.rows, notes);
  // Who leaves by a movement has no plan either.
  if (analysis.blankPlanRows > 0 && !analysis.changes) {
    notes.info(hasNoPlans ? "value.notPaying" : "blankPlan",
               members({{"rows", analysis.blankPlanRows}}));
  }
  noteChanges(analysis, notes);
  notePeriods(analysis.periods, analysis.headline, settings.rate, notes);
  noteTrend(trend, notes);
  noteLaunches(settings.launches, analysis.launches, notes);
}

void noteHistories(const Analysis& analysis, const Settings& settings, Notes& notes) {
  noteJourneys(analysis.journeys, analysis.headline, analysis.periods, notes);
  noteSegments(*settings.segmentBy, analysis.headline, analysis.segments, settings.rate, notes);
  noteFilters(settings.filters.size(), notes);
}

std::vector<Finding> findingsOf(const Analysis& analysis, const TrendFigures& trend,
                                const Settings& settings) {
  FindingsInput found = findingsInput(analysis.headline, analysis.periods, settings.rate);
  lookAtTrend(trend, found);
  lookAtLaunches(settings.launches, analysis.launches, found);
  if (analysis.segments) lookAtSegments(*analysis.segments, found);
  if (!analysis.baseKnown()) return findAll(found);
  lookAtMoney(found);
  if (analysis.journeys) lookAtJourneys(*analysis.journeys, found);
  return findAll(found);
}

}  // namespace

Result<ReportParts> makeCustomerReport(Loaded& loaded, Settings settings, const Host& host,
                                       ReportCache& cache, ReportPart part) {
  const OrderedEvents& ordered = orderedFor(loaded, host.zone, settings.movementValues, cache);
  const Events& events = loaded.collected.events;
  Notes notes;
  noteReading(loaded, notes);
  for (const uint32_t file : ordered.backwardFiles) {
    notes.info("fileReversed", members({{"file", events.files[file].name}}));
  }

  if (loaded.hasNoPlans()) {
    notes.warn("tiers.unknown", members({{"plan", kPayingPlan}}));
    if (!settings.namesNumerator) settings.rate.numerator = Numerator::upsold;
  }
  const bool upsellsOnly = ordered.deals && !ordered.plansNamed && ordered.moves.levels() == 1;
  if (upsellsOnly && !settings.namesNumerator) settings.rate.numerator = Numerator::upsold;
  const Plans plans =
      applySettings(*cache.guess, settings.plans.value_or(std::vector<PlanSetting>{}));
  settings.plans = settingsOf(plans);
  noteOrdered(loaded, ordered, plans, notes);
  settings.movementValues = movementValues(ordered);

  AnalysisRules rules = decideTime(loaded, ordered, plans, host.zone, settings, notes);
  SegmentRules asked;
  if (auto error = findSegments(loaded, plans, settings, asked)) return *error;
  rules.segmentBy = std::move(asked.segmentBy);
  rules.filters = std::move(asked.filters);
  rules.countsOnly = part == ReportPart::answer;
  Analysis analysis = analyse(events, ordered, plans, host.zone, rules, cache.analysis);
  const TrendFigures trend =
      trendFigures(analysis.periods, settings.fiscalStartMonth, host.zone, settings.rate);
  noteCounts(analysis, trend, settings, loaded.hasNoPlans(), notes);
  if (!rules.countsOnly) {
    noteHistories(analysis, settings, notes);
    noteMoney(loaded, ordered, rules.states, analysis, notes);
  }
  ReportParts parts;
  parts.files = writeFiles(loaded, settings);
  parts.ledger = writeLedger(loaded, analysis.rows, analysis.problems);
  parts.data = members({{"shape", shapeName(loaded.shape)},
                        {"customers", analysis.customers},
                        {"firstInstant", writeInstant(analysis.firstUsed)},
                        {"lastInstant", writeInstant(analysis.lastUsed)},
                        {"plans", writePlans(plans, analysis.customersOnPlan)},
                        {"valueCurrency", writeValueCurrency(plans, events)},
                        {"columns", writeColumns(loaded, settings)}});
  parts.unfinished = rules.countsOnly;
  if (!parts.unfinished) parts.findings = findingsOf(analysis, trend, settings);
  parts.oneCurrency = !severalCurrencies(analysis);
  for (const Plan& plan : plans.plans) parts.planNames.push_back(plan.name);
  parts.notes = std::move(notes);
  parts.periods = std::move(analysis.periods);
  parts.headline = std::move(analysis.headline);
  parts.fiscalStartMonth = settings.fiscalStartMonth;
  parts.trend = trend;
  parts.launches = std::move(analysis.launches);
  parts.segments = std::move(analysis.segments);
  parts.journeys = std::move(analysis.journeys);
  parts.settings = std::move(settings);
  return parts;
}

}  // namespace upgrade_rate
