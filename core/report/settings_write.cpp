// Settings out: the struct, and how files are read, as the document.

#include <algorithm>
#include <utility>

#include "core/report/settings.h"

namespace upgrade_rate {

namespace {

std::string character(char byte) { return byte == 0 ? std::string() : std::string(1, byte); }

Json columnName(const Reading& reading, int32_t column) {
  return column == kNoColumn ? Json(nullptr) : Json(columnLabel(reading, column));
}

Json writeMapping(const Reading& reading, const std::vector<int32_t>& segments) {
  Json mapping = Json::object();
  const auto add = [&](Part part) {
    mapping[std::string(partName(part))] = columnName(reading, reading.mapping.of(part));
  };
  for (const Part part : partsOf(reading.shape)) add(part);
  put(mapping, {"segments", Json::array()});
  for (const int32_t column : segments) {
    mapping["segments"].push_back(columnName(reading, column));
  }
  return mapping;
}

Json writeBands(const Bands& bands) {
  Json list = Json::array();
  for (const Band& band : bands) {
    list.push_back(
        members({{"name", band.name},
                 {band.strict ? "above" : "from", percentNumber(band.percentMillionths)}}));
  }
  return list;
}

Json writePlans(const std::vector<PlanSetting>& plans) {
  Json list = Json::array();
  for (const PlanSetting& plan : plans) {
    Json entry = members({{"plan", plan.plan}, {"role", roleName(plan.rule.role)}});
    if (plan.rule.role == Role::tier) put(entry, {"tier", plan.rule.tier});
    list.push_back(std::move(entry));
  }
  return list;
}

Json writeFilters(const std::vector<Filter>& filters) {
  Json list = Json::array();
  for (const Filter& filter : filters) {
    Json entry = Json::object();
    if (filter.byPlan) {
      put(entry, {"plan", true});
    } else {
      put(entry, {"column", filter.column});
    }
    put(entry, {"in", filter.in});
    list.push_back(std::move(entry));
  }
  return list;
}

}  // namespace

std::string_view periodName(PeriodUnit unit) {
  constexpr std::string_view kNames[] = {"week", "month", "quarter", "year"};
  return kNames[static_cast<size_t>(unit)];
}

std::string_view baseName(Base base) {
  constexpr std::string_view kNames[] = {"opening", "eligible", "average", "active", "closing"};
  return kNames[static_cast<size_t>(base)];
}

std::string_view numeratorName(Numerator numerator) {
  constexpr std::string_view kNames[] = {"upgraded", "kept", "upsold", "upgradedOrUpsold",
                                         "upgradeEvents"};
  return kNames[static_cast<size_t>(numerator)];
}

std::string_view roleName(Role role) {
  constexpr std::string_view kNames[] = {"tier", "addOn", "prospect", "none"};
  return kNames[static_cast<size_t>(role)];
}

std::string_view movementValuesName(MoveValues values) {
  constexpr std::string_view kNames[] = {"level", "delta", "sizes"};
  return kNames[static_cast<size_t>(values)];
}

std::string_view bandWindowName(int32_t months) {
  return months == 1 ? "month" : months == 3 ? "quarter" : months == 12 ? "year" : "as shown";
}

Json percentNumber(int64_t percentMillionths) {
  if (percentMillionths % 1'000'000 == 0) return percentMillionths / 1'000'000;
  return static_cast<double>(percentMillionths) / 1e6;
}

Json writeFileSettings(const std::string& name, const Reading& reading,
                       const ReadingRequest& asked) {
  const bool hasDates = reading.dateFormat != DateFormat::none;
  return members(
      {{"name", name},
       {"shape", shapeName(reading.shape)},
       {"sheet", reading.sheet ? Json(*reading.sheet) : Json(nullptr)},
       {"encoding", encodingName(reading.encoding)},
       {"delimiter", character(reading.dialect.delimiter)},
       {"quote", character(reading.dialect.quote)},
       {"header", reading.header},
       {"skipRows", reading.skipRows},
       {"mapping", writeMapping(reading, askedSegments(asked, reading))},
       {"dateFormat", hasDates ? Json(dateFormatName(reading.dateFormat)) : Json(nullptr)},
       {"decimal", character(reading.numberFormat.decimal)},
       {"valueUnit", reading.minorUnits ? "minor" : "major"}});
}

Json writeSettings(const Settings& settings, Json files) {
  const RateOptions& rate = settings.rate;
  Json document = members({{"schema", 1}, {"files", std::move(files)}});
  put(document, {"plans", settings.plans ? writePlans(*settings.plans) : Json::array()});
  put(document, {"statuses", Json::array()});
  for (const StatusSetting& status : settings.statuses) {
    document["statuses"].push_back(
        members({{"status", status.status}, {"as", statusRoleName(status.role)}}));
  }
  put(document, {"prospectsAreCustomers", settings.prospectsAreCustomers});
  put(document, {"bridgeDays", settings.bridgeDays});
  const auto& values = settings.movementValues;
  put(document, {"movementValues", values ? Json(movementValuesName(*values)) : Json(nullptr)});
  put(document, {"period", periodName(settings.period)});
  put(document, {"range", settings.range ? members({{"start", settings.range->start},
                                                    {"end", settings.range->end}})
                                         : Json(nullptr)});
  put(document, {"fiscalStartMonth", settings.fiscalStartMonth});
  put(document, {"timeZone", settings.timeZone});
  put(document, {"dataUntil", settings.dataUntil});
  put(document, {"today", settings.today});
  put(document, {"base", baseName(rate.base)});
  put(document, {"numerator", numeratorName(rate.numerator)});
  put(document, {"level", rate.level});
  put(document, {"bands", writeBands(rate.bands)});
  put(document, {"bandWindow", bandWindowName(rate.bandWindowMonths)});
  put(document, {"launches", Json::array()});
  for (const Launch& launch : settings.launches) {
    document["launches"].push_back(members({{"date", launch.date}, {"name", launch.name}}));
  }
  put(document, {"segmentBy", settings.segmentBy.value_or(std::vector<std::string>{})});
  put(document, {"filters", writeFilters(settings.filters)});
  put(document, {"currencyRates", settings.currencyRates.empty() ? Json(nullptr) : Json::object()});
  for (const RateSetting& each : settings.currencyRates) {
    document["currencyRates"][each.currency] = each.written;
  }
  put(document, {"reportingCurrency", settings.reportingCurrency});
  return document;
}

}  // namespace upgrade_rate
