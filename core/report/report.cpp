#include "core/report/report.h"

#include "core/cells/date.h"
#include "core/cells/words.h"

namespace upgrade_rate {

Result<Json> makeCustomerReport(Loaded& loaded, Settings settings, const Host& host,
                                ReportCache& cache, ReportPart part);
Result<Json> makeTotalsReport(const Loaded& loaded, Settings settings, const Host& host,
                              ReportCache& cache);
Result<Json> makeFlagsReport(const Loaded& loaded, Settings settings, const Host& host,
                             ReportCache& cache);

int64_t settingInstant(const std::string& written, const TimeZone& zone) {
  return zone.instant(*readDate(trimmed(written), DateFormat::yearMonthDay));
}

Result<Json> makeReport(Loaded& loaded, const Settings& asked, const Host& host, ReportCache& cache,
                        ReportPart part) {
  Settings settings = asked;
  if (!settings.today) settings.today = host.today;
  if (settings.range && settingInstant(settings.range->start, host.zone) >=
                            settingInstant(settings.range->end, host.zone)) {
    return Error{"setting.value", "range", "\"range\" must end after it starts."};
  }
  if (loaded.shape == Shape::totals) return makeTotalsReport(loaded, settings, host, cache);
  if (loaded.shape == Shape::flags) return makeFlagsReport(loaded, settings, host, cache);
  return makeCustomerReport(loaded, settings, host, cache, part);
}

}  // namespace upgrade_rate
