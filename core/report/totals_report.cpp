// The report from rows that count upgrades themselves: typed or pasted totals, and flags.

#include <algorithm>
#include <utility>

#include "core/cells/iso.h"
#include "core/kpi/flags_analysis.h"
#include "core/kpi/totals_analysis.h"
#include "core/report/data_notes.h"
#include "core/report/findings_input.h"
#include "core/report/period_json.h"
#include "core/report/report.h"
#include "core/report/segment_settings.h"
#include "core/report/segments_json.h"
#include "core/report/trend_json.h"

namespace upgrade_rate {

namespace {

Result<TotalsRules> rulesOf(const Loaded& loaded, Settings& settings, const TimeZone& zone) {
  SegmentRules asked;
  if (auto error = findSegments(loaded, {}, settings, asked)) return *error;
  TotalsRules rules;
  rules.columns = std::move(asked.columns);
  rules.segmentBy = std::move(asked.segmentBy);
  rules.filters = std::move(asked.filters);
  rules.unit = settings.period;
  rules.fiscalStartMonth = settings.fiscalStartMonth;
  rules.rate = settings.rate;
  if (settings.dataUntil) rules.dataUntil = settingInstant(*settings.dataUntil, zone);
  if (settings.range) {
    rules.range = DayRange{zone.day(settingInstant(settings.range->start, zone)),
                           zone.day(settingInstant(settings.range->end, zone))};
  }
  return rules;
}

void noteTotals(const TotalsAnalysis& analysis, PeriodUnit unit, const TimeZone& zone,
                Notes& notes) {
  if (analysis.dataUntil && *analysis.dataUntil == zone.dayStart(*analysis.endDay)) {
    notes.info("dataUntil.assumed", members({{"dataUntil", isoInstant(*analysis.dataUntil)}}));
  }
  if (analysis.summed) notes.info("totals.assumesNoRepeat");
  const auto changes = [](const PeriodFigures& period) {
    return period.change || period.changeYear;
  };
  if (std::any_of(analysis.periods.begin(), analysis.periods.end(), changes)) {
    notes.info("totals.separateSamples");
  }
  if (analysis.ownPeriods && analysis.dataUntil)
    notes.info("period.coarser", members({{"unit", periodName(unit)}}));
}

std::vector<std::string> fileNames(const Loaded& loaded) {
  std::vector<std::string> names;
  for (const auto& file : loaded.files) names.push_back(file->name());
  return names;
}

Json writeDay(const std::optional<int64_t>& day, const TimeZone& zone) {
  return day ? Json(isoInstant(zone.dayStart(*day))) : Json(nullptr);
}

// What both kinds of counts say.
ReportParts partsOf(const Loaded& loaded, Settings settings, const Host& host,
                    TotalsAnalysis analysis, int32_t fiscalStartMonth, Notes notes) {
  ReportParts parts;
  parts.files = writeFiles(loaded, settings);
  parts.trend = trendFigures(analysis.periods, fiscalStartMonth, host.zone, settings.rate);
  parts.launches.assign(settings.launches.size(), launchWithout("launch.needsCustomers"));
  noteSuperseded(analysis.rows, notes);
  notePeriods(analysis.periods, analysis.headline, settings.rate, notes);
  noteTrend(parts.trend, notes);
  noteLaunches(settings.launches, parts.launches, notes);
  noteSegments(*settings.segmentBy, analysis.headline, analysis.segments, settings.rate, notes);
  noteFilters(settings.filters.size(), notes);
  notes.info("journeys.needCustomers");
  settings.plans = std::vector<PlanSetting>{};
  if (analysis.dataUntil) settings.dataUntil = isoInstant(*analysis.dataUntil);

  FindingsInput found = findingsInput(analysis.headline, analysis.periods, settings.rate);
  lookAtTrend(parts.trend, found);
  if (analysis.segments) lookAtSegments(*analysis.segments, found);
  parts.findings = findAll(found);
  const bool hasDays = analysis.firstDay.has_value();
  parts.ledger = writeLedger(loaded, analysis.rows, analysis.problems);
  parts.data =
      members({{"shape", shapeName(loaded.shape)},
               {"customers", analysis.customers},
               {"firstInstant", writeDay(analysis.firstDay, host.zone)},
               {"lastInstant", hasDays ? writeDay(*analysis.endDay - 1, host.zone) : Json(nullptr)},
               {"plans", Json::array()},
               {"valueCurrency", nullptr},
               {"columns", writeColumns(loaded, settings)}});
  parts.notes = std::move(notes);
  parts.periods = std::move(analysis.periods);
  parts.headline = std::move(analysis.headline);
  parts.fiscalStartMonth = fiscalStartMonth;
  parts.segments = std::move(analysis.segments);
  parts.settings = std::move(settings);
  return parts;
}

}  // namespace

Result<ReportParts> makeTotalsReport(const Loaded& loaded, Settings settings, const Host& host,
                                     ReportCache& cache) {
  const Totals& totals = loaded.collected.totals;
  const std::optional<DateSpan> span = periodSpan(totals);
  if (!span) {
    return Error{"input.periodUnclear", "period",
                 "The dates of the periods are neither firsts nor lasts of months nor whole weeks "
                 "apart. Write the period as 2024-03, 2024-Q1 or 2024-W07."};
  }
  const Result<TotalsRules> rules = rulesOf(loaded, settings, host.zone);
  if (!rules) return rules.error();
  TotalsAnalysis analysis =
      analyseTotals(totals, *span, host.zone, rules.value(), fileNames(loaded));
  cache.setAside = std::move(analysis.setAside);
  Notes notes;
  noteReading(loaded, notes);
  noteTotals(analysis, settings.period, host.zone, notes);
  const int32_t firstMonth = analysis.ownPeriods ? 1 : settings.fiscalStartMonth;
  return partsOf(loaded, std::move(settings), host, std::move(analysis), firstMonth,
                 std::move(notes));
}

Result<ReportParts> makeFlagsReport(const Loaded& loaded, Settings settings, const Host& host,
                                    ReportCache& cache) {
  const Flags& flags = loaded.collected.flags;
  Result<TotalsRules> rules = rulesOf(loaded, settings, host.zone);
  if (!rules) return rules.error();
  Notes notes;
  noteReading(loaded, notes);
  if (flags.dated()) {
    const DateSpan written = dateSpan(loaded.files[loaded.order[0]]->reading().dateFormat);
    const int64_t today = host.zone.day(settingInstant(*settings.today, host.zone));
    const int64_t until = flagsUntil(flags, written, host.zone, today);
    if (!rules.value().dataUntil) rules.value().dataUntil = until;
    if (*rules.value().dataUntil == until)
      notes.info("dataUntil.assumed", members({{"dataUntil", isoInstant(until)}}));
    rules.value().unit = unitFor(flagsSpan(flags, written, host.zone), settings.period);
    if (rules.value().unit != settings.period)
      notes.info("period.coarser", members({{"unit", periodName(settings.period)}}));
  }
  TotalsAnalysis analysis = analyseFlags(flags, host.zone, rules.value(), fileNames(loaded));
  cache.setAside = std::move(analysis.setAside);
  const int32_t firstMonth = settings.fiscalStartMonth;
  return partsOf(loaded, std::move(settings), host, std::move(analysis), firstMonth,
                 std::move(notes));
}

}  // namespace upgrade_rate
