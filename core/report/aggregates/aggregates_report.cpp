// Counts become figures by the functions that a report from rows goes through. What is missing from
// the table is null, and one note says what that is.

#include "core/report/aggregates/aggregates_report.h"

#include <algorithm>
#include <utility>

#include "core/cells/iso.h"
#include "core/input/ledger.h"
#include "core/report/aggregates/table_about.h"
#include "core/report/aggregates/table_journeys.h"
#include "core/report/aggregates/table_money.h"
#include "core/report/aggregates/table_periods.h"
#include "core/report/aggregates/table_segments.h"
#include "core/report/findings_input.h"
#include "core/report/journeys_json.h"
#include "core/report/period_json.h"
#include "core/report/report.h"
#include "core/report/segments_json.h"
#include "core/report/trend_json.h"

namespace upgrade_rate {

namespace {

TableIndex indexOf(const Loaded& loaded) {
  return TableIndex(loaded.collected.aggregates, loaded.files[loaded.order[0]]->name());
}

// Parts that a report lacks where the table does not have them, and those that it does not miss.
constexpr std::string_view kParts[] = {
    "plan",    "period",          "periodTier",    "headline",      "headlineTier",
    "overlap", "headlineOverlap", "periodMoney",   "headlineMoney", "segment",
    "cohort",  "upgradePath",     "downgradePath", "switchPath",    "wait",
    "stay"};
constexpr std::string_view kOtherParts[] = {"about", "unknownPlan", "window", "cohortsUnknown",
                                            "headlineStay"};

// Parts of which the table has no row, and does not say that there are none to have.
Json missingParts(const TableIndex& table, bool hasValues, bool hasSegments) {
  Json missing = Json::array();
  for (const std::string_view part : kParts) {
    if (!hasValues && part.ends_with("Money")) continue;
    if (!hasSegments && part == "segment") continue;
    if (!table.has(part) && !table.saysEmpty(part)) missing.push_back(std::string(part));
  }
  return missing;
}

// Whether the rows behind the table have a column of values; true where that is not said.
bool mapsValues(const Settings& counted) {
  if (counted.files.empty() || counted.files[0].reading.mapping.empty()) return true;
  const auto& mapping = counted.files[0].reading.mapping;
  const auto has = [&](Part part) {
    const auto at = mapping.find(part);
    return at != mapping.end() && !at->second.empty();
  };
  return has(Part::value) || has(Part::valueBefore) || has(Part::valueAfter);
}

void noteSource(TableIndex& table, Notes& notes) {
  const TableGroup& about = table.of("about")[0];
  notes.info("aggregates.source", members({{"shape", table.text(about, "shape")},
                                           {"dialect", table.text(about, "dialect")}}));
}

// What a newer writer added, which is left out here.
void noteUnknown(const TableIndex& table, Notes& notes) {
  const auto isAmong = [](const auto& names, std::string_view part) {
    return std::find(std::begin(names), std::end(names), part) != std::end(names);
  };
  Json unknown = Json::array();
  for (const auto& [part, groups] : table.parts()) {
    const bool known = isAmong(kParts, part) || isAmong(kOtherParts, part);
    if (!known && unknown.size() < 12) unknown.push_back(problemText(part));
  }
  if (!unknown.empty()) notes.info("aggregates.unknown", members({{"parts", unknown}}));
  Json plans = Json::array();
  for (const TableGroup& group : table.of("unknownPlan")) {
    if (plans.size() < 12) plans.push_back(problemText(group.name));
  }
  if (!plans.empty()) notes.warn("aggregates.unknownPlans", members({{"plans", plans}}));
}

void findInTable(ReportParts& parts) {
  FindingsInput found = findingsInput(parts.headline, parts.periods, parts.settings.rate);
  lookAtTrend(parts.trend, found);
  if (parts.segments) lookAtSegments(*parts.segments, found);
  const bool baseKnown = parts.periods.empty() || parts.periods[0].baseKnown;
  if (baseKnown) {
    lookAtMoney(found);
    if (parts.journeys) lookAtJourneys(*parts.journeys, found);
  }
  parts.findings = findAll(found);
}

}  // namespace

Result<std::string> aggregatesZone(const Loaded& loaded) {
  TableIndex table = indexOf(loaded);
  if (table.error()) return *table.error();
  const Result<Settings> settings = tableSettings(table);
  if (!settings) return settings.error();
  return settings->timeZone;
}

namespace {

TableContext contextOf(TableIndex& table, const Settings& counted, const TimeZone& zone,
                       Settings& settings) {
  const TableGroup& about = table.of("about")[0];
  TableContext context{table, settings, zone, settingInstant(*settings.dataUntil, zone)};
  settings.dataUntil = isoInstant(context.dataUntil);
  context.overlapsServe =
      settings.rate.base == counted.rate.base && settings.rate.numerator == counted.rate.numerator;
  if (about.cell("baseKnown")) context.baseKnown = table.count(about, "baseKnown") > 0;
  return context;
}

// Periods, headline and all that follows from them.
void fillFromTable(const TableContext& context, ReportParts& parts) {
  TablePeriods periods = tablePeriods(context);
  auto headline = tableHeadline(context);
  if (!context.table.ok()) return;
  const Settings& settings = parts.settings;
  addTableMoney(context, periods.figures, headline);
  parts.periods = std::move(periods.figures);
  parts.oneCurrency = tableCurrencies(context.table).size() < 2;
  if (headline) {
    parts.headline = headline->headline;
    parts.segments = tableSegments(context, *headline, *settings.segmentBy);
  }
  parts.fiscalStartMonth = settings.fiscalStartMonth;
  parts.trend = trendFigures(parts.periods, parts.fiscalStartMonth, context.zone, settings.rate);
  parts.launches.assign(settings.launches.size(), launchWithout("launch.needsCustomers"));
  addTableJourneys(context, periods.unit, headline, parts);
  findInTable(parts);
}

void noteCurrencies(const TableIndex& table, const ReportParts& parts, Notes& notes) {
  if (parts.oneCurrency) return;
  notes.info("money.severalCurrencies", members({{"currencies", tableCurrencies(table)}}));
  const bool paths = parts.journeys && parts.journeys->paths;
  if (paths && !parts.journeys->paths->empty()) notes.info("paths.severalCurrencies");
}

// Blocks that are left out are not nobody.
void noteTableJourneys(const ReportParts& parts, Notes& notes) {
  if (!parts.journeys) return;
  Notes told;
  noteJourneys(parts.journeys, parts.headline, parts.periods, told);
  for (const Json& each : told.list()) {
    const std::string& code = each["code"].get_ref<const std::string&>();
    if (code.starts_with("cohorts.") && parts.leftOut.cohorts) continue;
    if (code.starts_with("timeToUpgrade.") && parts.leftOut.timeToUpgrade) continue;
    notes.info(code, each["params"]);
  }
}

void noteTable(const TableContext& context, const Settings& counted, ReportParts& parts) {
  Notes& notes = parts.notes;
  const Settings& settings = parts.settings;
  const Json missing =
      missingParts(context.table, mapsValues(counted), !settings.segmentBy->empty());
  if (!missing.empty()) notes.info("aggregates.missing", members({{"parts", missing}}));
  if (!context.overlapsServe && isShare(settings.rate.numerator, settings.rate.base)) {
    notes.info("aggregates.overlaps",
               members({{"base", baseName(counted.rate.base)},
                        {"numerator", numeratorName(counted.rate.numerator)}}));
  }
  noteUnknown(context.table, notes);
  notePeriods(parts.periods, parts.headline, settings.rate, notes);
  noteTrend(parts.trend, notes);
  noteLaunches(settings.launches, parts.launches, notes);
  noteTableJourneys(parts, notes);
  noteSegments(*settings.segmentBy, parts.headline, parts.segments, settings.rate, notes);
  noteFilters(settings.filters.size(), notes);
  noteCurrencies(context.table, parts, notes);
}

}  // namespace

Result<ReportParts> makeAggregatesReport(const Loaded& loaded, const Settings& asked,
                                         const Host& host) {
  TableIndex table = indexOf(loaded);
  if (table.error()) return *table.error();
  const Result<Settings> counted = tableSettings(table);
  if (!counted) return counted.error();
  ReportParts parts;
  noteReading(loaded, parts.notes);
  noteSource(table, parts.notes);
  parts.settings = settingsInForce(counted.value(), asked, host.zone, parts.notes);
  const TableContext context = contextOf(table, counted.value(), host.zone, parts.settings);
  fillFromTable(context, parts);
  parts.files = writeFiles(loaded, parts.settings);
  parts.ledger = tableLedger(table, writeLedger(loaded, {}, {}));
  parts.data = tableData(table, parts.settings, host.zone);
  const std::vector<std::string> currencies = tableCurrencies(table);
  const bool one = currencies.size() == 1 && !currencies[0].empty();
  put(parts.data, {"valueCurrency", one ? Json(currencies[0]) : Json(nullptr)});
  put(parts.data, {"columns", writeColumns(loaded, parts.settings)});
  if (table.error()) return *table.error();
  noteTable(context, counted.value(), parts);
  return parts;
}

}  // namespace upgrade_rate
