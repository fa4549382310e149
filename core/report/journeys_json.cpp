#include "core/report/journeys_json.h"

#include <map>

#include "core/cells/iso.h"
#include "core/report/figure_json.h"
#include "core/report/settings.h"

namespace upgrade_rate {

namespace {

// Days are whole numbers, kept as double by the curve.
Json writeDays(const std::optional<double>& days) {
  return days ? Json(static_cast<int64_t>(*days)) : Json(nullptr);
}

std::string_view kindName(Movement kind) {
  return kind == Movement::upgrade     ? "upgrade"
         : kind == Movement::downgrade ? "downgrade"
                                       : "switch";
}

Json writeChurn(const ChurnRate& churn) {
  return members(
      {{"churns", churn.churns}, {"customerDays", churn.days()}, {"per30Days", churn.per30Days}});
}

Json writeOne(const Stickiness& sticky) {
  Json stays = Json::array();
  for (const Stay& stay : sticky.stays) {
    stays.push_back(members({{"days", stay.days},
                             {"observed", stay.observed},
                             {"stayed", stay.stayed},
                             {"share", stay.share},
                             {"interval", writeInterval(stay.interval)}}));
  }
  return members({{"upgraded", sticky.upgraded},
                  {"stays", std::move(stays)},
                  {"churnAfterUpgrade", writeChurn(sticky.afterUpgrade)},
                  {"churnOfOthers", writeChurn(sticky.others)},
                  {"why", writeCodes(sticky.why)}});
}

}  // namespace

Json writeCohorts(const std::optional<Journeys>& journeys) {
  if (!journeys) return nullptr;
  const Cohorts& cohorts = journeys->cohorts;
  Json rows = Json::array();
  for (const Cohort& cohort : cohorts.rows) {
    Json shares = Json::array();
    for (const int64_t upgraded : cohort.upgraded) {
      shares.push_back(static_cast<double>(upgraded) / static_cast<double>(cohort.customers));
    }
    rows.push_back(members({{"label", cohort.label},
                            {"start", isoInstant(cohort.start)},
                            {"end", isoInstant(cohort.end)},
                            {"customers", cohort.customers},
                            {"upgraded", cohort.upgraded},
                            {"shares", std::move(shares)},
                            {"complete", cohort.complete}}));
  }
  Json why = Json::array();
  if (cohorts.rows.empty()) why.push_back("cohorts.nobody");
  return members({{"unit", periodName(journeys->cohortUnit)},
                  {"rows", std::move(rows)},
                  {"unknownStart", cohorts.unknownStart},
                  {"why", std::move(why)}});
}

Json writeTimeToUpgrade(const std::optional<Journeys>& journeys) {
  if (!journeys) return nullptr;
  const TimeToUpgrade& time = journeys->timeToUpgrade;
  Json curve = Json::array();
  for (const IncidencePoint& point : time.curve) {
    curve.push_back(members({{"days", static_cast<int64_t>(point.time)},
                             {"watched", point.atRisk},
                             {"share", point.incidence},
                             {"interval", writeInterval(point.interval)},
                             {"churnShare", point.competingIncidence}}));
  }
  Json atAges = Json::array();
  for (const IncidenceAtAge& age : time.atAges) {
    atAges.push_back(members({{"days", age.days},
                              {"watched", age.watched},
                              {"share", age.share},
                              {"interval", writeInterval(age.interval)}}));
  }
  const MedianTime& median = time.median;
  return members({{"customers", time.customers},
                  {"upgraded", time.upgraded},
                  {"churned", time.churned},
                  {"censored", time.censored},
                  {"newOnTopTier", time.newOnTopTier},
                  {"unknownStart", time.unknownStart},
                  {"lastDay", time.lastDay},
                  {"median", members({{"days", writeDays(median.time)},
                                      {"low", writeDays(median.low)},
                                      {"high", writeDays(median.high)}})},
                  {"atDays", std::move(atAges)},
                  {"curve", std::move(curve)},
                  {"why", writeCodes(time.why)}});
}

Json writePaths(const std::optional<Journeys>& journeys, const std::vector<std::string>& plans,
                bool oneCurrency) {
  if (!journeys || !journeys->paths) return nullptr;
  Json list = Json::array();
  for (const Path& path : *journeys->paths) {
    const bool valued = oneCurrency && path.valuedEvents > 0;
    list.push_back(members({{"kind", kindName(path.kind)},
                            {"from", plans[path.from]},
                            {"to", plans[path.to]},
                            {"customers", path.customers},
                            {"events", path.events},
                            {"valuedEvents", path.valuedEvents},
                            {"value", valued ? writeAmount(path.value) : Json(nullptr)}}));
  }
  return list;
}

Json writeStickiness(const std::optional<Journeys>& journeys) {
  if (!journeys) return nullptr;
  Json periods = Json::array();
  for (const Stickiness& each : journeys->periods) periods.push_back(writeOne(each));
  const auto& headline = journeys->headline;
  return members({{"headline", headline ? writeOne(*headline) : Json(nullptr)},
                  {"periods", std::move(periods)}});
}

void noteJourneys(const std::optional<Journeys>& followed, const std::optional<Headline>& headline,
                  const std::vector<PeriodFigures>& periods, Notes& notes) {
  if (!followed) return notes.info("journeys.needCustomers");
  const Journeys& journeys = *followed;
  if (journeys.cohorts.rows.empty()) notes.info("cohorts.nobody");
  for (const std::string_view code : journeys.timeToUpgrade.why) notes.info(code);
  std::map<std::string_view, Json> labels;
  const auto list = [&](const Stickiness& each, const std::string& label) {
    for (const std::string_view code : each.why) {
      Json& names = labels.try_emplace(code, Json::array()).first->second;
      if (names.size() < 12) names.push_back(label);
    }
  };
  if (journeys.headline) list(*journeys.headline, headline->figures.label);
  for (size_t p = 0; p < journeys.periods.size(); ++p) {
    list(journeys.periods[p], periods[p].label);
  }
  for (const auto& [code, names] : labels) notes.info(code, members({{"periods", names}}));
}

}  // namespace upgrade_rate
