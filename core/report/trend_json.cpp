// Wire names of the trend and of the launches.
#include "core/report/trend_json.h"

#include <map>
#include <utility>

#include "core/cells/iso.h"
#include "core/report/figure_json.h"
#include "core/report/report.h"
#include "core/report/segments_json.h"
#include "core/stats/forecast.h"
#include "core/stats/p_chart.h"

namespace upgrade_rate {

namespace {

std::string_view directionName(TrendDirection direction) {
  constexpr std::string_view kNames[] = {"flat", "rising", "falling"};
  return kNames[static_cast<size_t>(direction)];
}

void writeDirection(const TrendFigures& trend, Json& object) {
  const Trend none{};
  const bool found = trend.direction.has_value();
  const Trend& test = found ? *trend.direction : none;
  const auto where = [&](auto value) { return found ? std::optional(value) : std::nullopt; };
  put(object, {"direction", where(directionName(test.direction))});
  put(object, {"z", test.z});
  put(object, {"p", test.p});
  put(object, {"dispersion", test.z ? std::optional(test.dispersion) : std::nullopt});
  put(object, {"pAdjusted", test.pAdjusted});
  put(object, {"slopePointsPerPeriod", where(test.slopePoints / 100)});
  put(object, {"periods", trend.directionPeriods});
  put(object, {"first", where(std::string_view(trend.firstLabel))});
  put(object, {"last", where(std::string_view(trend.lastLabel))});
}

Json writeChart(const std::optional<RateChart>& chart) {
  if (!chart) return nullptr;
  Json limits = Json::array();
  for (const std::optional<Interval>& each : chart->limits) limits.push_back(writeInterval(each));
  return members(
      {{"centre", chart->centre}, {"sigmaZ", chart->sigmaZ}, {"limits", std::move(limits)}});
}

Json writeForecast(const std::optional<RateForecast>& forecast) {
  if (!forecast) return nullptr;
  Json periods = Json::array();
  for (const ForecastPeriod& each : forecast->periods) {
    Json model = nullptr;
    if (each.model) {
      model =
          members({{"rate", each.model->rate}, {"interval", writeInterval(each.model->interval)}});
    }
    periods.push_back(members({{"start", isoInstant(each.start)},
                               {"end", isoInstant(each.end)},
                               {"label", each.label},
                               {"rate", each.rate},
                               {"interval", writeInterval(each.interval)},
                               {"model", std::move(model)}}));
  }
  return members({{"shown", forecast->modelShown ? "model" : "sameAsLast"},
                  {"sameAsLast", forecast->sameAsLast},
                  {"modelError", forecast->modelError},
                  {"sameAsLastError", forecast->sameAsLastError},
                  {"periods", std::move(periods)}});
}

Json writeWindow(const PeriodFigures& window) {
  if (!window.fraction) return nullptr;
  const auto count = [&](int64_t value) { return writeScaled(value, window.fraction->scale); };
  return members({{"start", isoInstant(*window.start)},
                  {"end", isoInstant(*window.end)},
                  {"numerator", count(window.fraction->numerator)},
                  {"base", count(window.fraction->base)},
                  {"rate", window.rate},
                  {"interval", writeInterval(window.interval)}});
}

// How many periods the figure needs that a code speaks of; 0 for other codes.
size_t periodsNeeded(std::string_view code) {
  if (code == "trend.tooFew") return kFewestTrendPeriods;
  if (code == "chart.tooFew") return kFewestChartPeriods;
  if (code == "forecast.tooFew") return kFewestForecastPeriods;
  return 0;
}

}  // namespace

Json writeTrend(const TrendFigures& trend) {
  Json object = Json::object();
  writeDirection(trend, object);
  put(object, {"chart", writeChart(trend.chart)});
  put(object, {"forecast", writeForecast(trend.forecast)});
  put(object, {"why", writeCodes(trend.why)});
  return object;
}

Json writeLaunches(const std::vector<Launch>& launches, const std::vector<LaunchEffect>& effects,
                   const std::vector<std::string>& segmentBy) {
  Json list = Json::array();
  for (size_t i = 0; i < effects.size(); ++i) {
    const LaunchEffect& effect = effects[i];
    list.push_back(members({{"date", launches[i].date},
                            {"name", launches[i].name},
                            {"days", effect.days > 0 ? Json(effect.days) : Json(nullptr)},
                            {"before", writeWindow(effect.before)},
                            {"after", writeWindow(effect.after)},
                            {"change", writeChange(effect.change)},
                            {"segments", writeLaunchSegments(effect.segments, segmentBy)},
                            {"why", writeCodes(effect.why)}}));
  }
  return list;
}

void noteTrend(const TrendFigures& trend, Notes& notes) {
  for (const std::string_view code : trend.why) {
    if (const size_t needs = periodsNeeded(code); needs > 0) {
      notes.info(code, members({{"has", trend.complete}, {"needs", needs}}));
    } else if (code == "trend.allAlike" || code == "chart.allAlike") {
      notes.info(code);
    } else if (trend.forecast) {
      notes.info(code, members({{"modelError", trend.forecast->modelError},
                                {"sameAsLastError", trend.forecast->sameAsLastError}}));
    }
  }
}

void noteLaunches(const std::vector<Launch>& launches, const std::vector<LaunchEffect>& effects,
                  Notes& notes) {
  std::map<std::string_view, Json> names;
  for (size_t i = 0; i < effects.size(); ++i) {
    for (const std::string_view code : effects[i].why) {
      if (code == "base.notShare" || code == "base.incomplete") continue;  // said already
      const std::string& name = launches[i].name.empty() ? launches[i].date : launches[i].name;
      names.try_emplace(code, Json::array()).first->second.push_back(name);
    }
  }
  for (const auto& [code, list] : names) notes.info(code, members({{"launches", list}}));
}

std::vector<int64_t> launchDays(const std::vector<Launch>& launches, const TimeZone& zone) {
  std::vector<int64_t> days;
  days.reserve(launches.size());
  for (const Launch& launch : launches) {
    days.push_back(zone.day(settingInstant(launch.date, zone)));
  }
  return days;
}

}  // namespace upgrade_rate
