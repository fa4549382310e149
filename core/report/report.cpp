#include "core/report/report.h"

#include "core/cells/date.h"
#include "core/cells/words.h"
#include "core/report/aggregates/aggregates_report.h"
#include "core/report/findings_json.h"
#include "core/report/journeys_json.h"
#include "core/report/period_json.h"
#include "core/report/segments_json.h"
#include "core/report/trend_json.h"

namespace upgrade_rate {

Result<ReportParts> makeCustomerReport(Loaded& loaded, Settings settings, const Host& host,
                                       ReportCache& cache, ReportPart part);
Result<ReportParts> makeTotalsReport(const Loaded& loaded, Settings settings, const Host& host,
                                     ReportCache& cache);
Result<ReportParts> makeFlagsReport(const Loaded& loaded, Settings settings, const Host& host,
                                    ReportCache& cache);

int64_t settingInstant(const std::string& written, const TimeZone& zone) {
  return zone.instant(*readDate(trimmed(written), DateFormat::yearMonthDay));
}

Result<ReportParts> makeReport(Loaded& loaded, const Settings& asked, const Host& host,
                               ReportCache& cache, ReportPart part) {
  Settings settings = asked;
  if (!settings.today) settings.today = host.today;
  if (settings.range && settingInstant(settings.range->start, host.zone) >=
                            settingInstant(settings.range->end, host.zone)) {
    return Error{"setting.value", "range", "\"range\" must end after it starts."};
  }
  if (loaded.shape == Shape::totals) return makeTotalsReport(loaded, settings, host, cache);
  if (loaded.shape == Shape::aggregates) return makeAggregatesReport(loaded, settings, host);
  if (loaded.shape == Shape::flags) return makeFlagsReport(loaded, settings, host, cache);
  return makeCustomerReport(loaded, settings, host, cache, part);
}

Json writeReport(const ReportParts& parts) {
  const Settings& settings = parts.settings;
  const Bands& bands = settings.rate.bands;
  const std::optional<Journeys> none;
  const auto unless = [&](bool leftOut) -> const std::optional<Journeys>& {
    return leftOut ? none : parts.journeys;
  };
  const std::vector<std::string> segmentBy =
      settings.segmentBy.value_or(std::vector<std::string>{});
  Json report = members({{"schema", 1},
                         {"settings", writeSettings(settings, parts.files)},
                         {"ledger", parts.ledger},
                         {"data", parts.data},
                         {"notes", parts.notes.list()},
                         {"headline", writeHeadline(parts.headline, bands)},
                         {"periods", writePeriods(parts.periods, bands)},
                         {"trend", writeTrend(parts.trend)},
                         {"launches", writeLaunches(settings.launches, parts.launches, segmentBy)},
                         {"segments", writeSegments(segmentBy, parts.segments, bands)},
                         {"cohorts", writeCohorts(unless(parts.leftOut.cohorts))},
                         {"timeToUpgrade", writeTimeToUpgrade(unless(parts.leftOut.timeToUpgrade))},
                         {"paths", writePaths(parts.journeys, parts.planNames, parts.oneCurrency)},
                         {"stickiness", writeStickiness(unless(parts.leftOut.stickiness))},
                         {"findings", writeFindings(parts.findings)}});
  if (parts.unfinished) report["unfinished"] = true;
  return report;
}

}  // namespace upgrade_rate
