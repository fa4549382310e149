#include "core/report/share/shared_journeys.h"

#include <algorithm>

#include "core/report/share/shared_cohorts.h"
#include "core/report/share/shared_paths.h"

namespace upgrade_rate {

namespace {

// Where all cohorts are held back there is none to show, which is not the same as nobody.
Json cohortsOrNull(const Journeys& journeys, const TimeZone& zone, HeldBack& held) {
  const int64_t before = held.cohorts;
  Json list = writeSharedCohorts(journeys, zone, held);
  const size_t all = journeys.cohorts.rows.size();
  const bool none = all > 0 && static_cast<size_t>(held.cohorts - before) == all;
  return none ? Json(nullptr) : list;
}

}  // namespace

Json writeSharedJourneys(const ReportParts& parts, const Json& plans, const TimeZone& zone,
                         const ShareOptions& options, const std::optional<int64_t>& unit,
                         HeldBack& held) {
  if (!parts.journeys || (!options.cohorts && !options.paths)) return nullptr;
  const Journeys& journeys = *parts.journeys;
  Json list = Json::array();
  const bool named = options.paths && journeys.paths.has_value();
  list.push_back(options.cohorts ? cohortsOrNull(journeys, zone, held) : Json(nullptr));
  list.push_back(options.cohorts ? writeSharedTime(journeys.timeToUpgrade, held.fewest)
                                 : Json(nullptr));
  list.push_back(named ? writeSharedPaths(parts, plans, unit, held) : Json(nullptr));
  list.push_back(options.paths ? writeSharedStickiness(parts, options.periods) : Json(nullptr));
  return list;
}

JourneysFound readSharedJourneys(const Json& list, int64_t unit, int64_t dataUntil,
                                 const TimeZone& zone, ReportParts& parts,
                                 std::optional<Error>& error) {
  if (list.is_null()) return {};
  ListReader blocks(list, "journeys", error);
  const Json& cohorts = blocks.next();
  const Json& time = blocks.next();
  const Json& paths = blocks.next();
  const Json& sticky = blocks.next();
  if (error) return {};
  parts.journeys.emplace();
  Journeys& journeys = *parts.journeys;
  const JourneysFound found{!cohorts.is_null(), !time.is_null(), !paths.is_null(),
                            !sticky.is_null()};
  if (found.cohorts) {
    readSharedCohorts(cohorts, parts.settings.fiscalStartMonth, dataUntil, zone, journeys, error);
  }
  if (found.time) readSharedTime(time, journeys.timeToUpgrade, error);
  if (found.paths) journeys.paths = readSharedPaths(paths, unit, parts.planNames.size(), error);
  if (found.stickiness) readSharedStickiness(sticky, parts, error);
  return found;
}

}  // namespace upgrade_rate
