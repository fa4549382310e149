// The settings document: every choice a reader can make, with defaults for all of them.
//
// The only place, beside the report writer, that knows the wire names. Unknown keys, wrong types
// and values out of range are errors that name the key.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/input/plans.h"
#include "core/input/price.h"
#include "core/input/reading.h"
#include "core/input/status_words.h"
#include "core/kpi/figures.h"
#include "core/kpi/periods.h"
#include "core/report/json.h"
#include "core/result.h"
#include "core/timeline/move_values.h"

namespace upgrade_rate {

struct FileSettings {
  std::string name;  ///< empty: the file at the same place
  ReadingRequest reading;
};

/// A range of dates as they were written, to be placed by the time zone.
struct DateRangeSetting {
  std::string start, end;
};

/// A day on which something changed that may have moved the rate.
struct Launch {
  std::string date, name;
};

/// A condition on customers: the plan, or the value of a column, is one of these.
struct Filter {
  bool byPlan = false;
  std::string column;  ///< unless by plan
  std::vector<std::string> in;
};

/// What one unit of a currency is in the reporting currency.
struct RateSetting {
  std::string currency;  ///< as keys of currencies: in capitals, empty for none
  CurrencyRate rate;
  double written;
};

struct Settings {
  std::vector<FileSettings> files;
  std::optional<std::vector<PlanSetting>> plans;  ///< nothing: guessed
  std::vector<StatusSetting> statuses;            ///< of subscriptions; what is missing is guessed
  bool prospectsAreCustomers = false;
  int32_t bridgeDays = 1;
  std::optional<MoveValues> movementValues;  ///< nothing: told from the rows
  PeriodUnit period = PeriodUnit::month;
  std::optional<DateRangeSetting> range;
  int32_t fiscalStartMonth = 1;
  std::string timeZone = "UTC";
  std::optional<std::string> dataUntil;
  std::optional<std::string> today;
  RateOptions rate;
  std::vector<std::string> named;  ///< keys of the document that have a value
  bool namesNumerator = false;  ///< else it follows from the data: without plans there are upsells
  std::vector<Launch> launches;
  std::vector<RateSetting> currencyRates;
  std::optional<std::string> reportingCurrency;       ///< always given where there are rates
  std::optional<std::vector<std::string>> segmentBy;  ///< nothing: all that the files map
  std::vector<Filter> filters;                        ///< all of them hold
};

/// Reads a settings document; missing keys keep their defaults.
Result<Settings> readSettings(std::string_view text);

/// Names as they stand in the documents.
std::string_view periodName(PeriodUnit);
std::string_view baseName(Base);
std::string_view numeratorName(Numerator);
std::string_view roleName(Role);
std::string_view movementValuesName(MoveValues);  ///< not of unclear ones
std::string_view bandWindowName(int32_t months);

/// `settings` as a document. `files` come from the readings in force.
Json writeSettings(const Settings& settings, Json files);

/// One entry of `files[]`: how a file is read. `asked`: of its segments, those that were asked for
/// are written; an earlier report may have asked for more.
Json writeFileSettings(const std::string& name, const Reading& reading,
                       const ReadingRequest& asked);

/// What the settings ask of a file: the entry with its name (of several, the one in its place),
/// else a nameless one in its place; and the columns that segments and filters name.
ReadingRequest requestFor(const Settings& settings, const std::string& name, size_t index);

/// A band's threshold, or a plan's tier, as the number it was written as.
Json percentNumber(int64_t percentMillionths);

}  // namespace upgrade_rate
