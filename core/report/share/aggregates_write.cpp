// A report's counts as an aggregates document. Its lists have no keys: aggregates_read.cpp reads
// them in the order in which they are written here.

#include <algorithm>
#include <array>

#include "core/report/object_reader.h"
#include "core/report/report.h"
#include "core/report/share/aggregates.h"
#include "core/report/share/carried_notes.h"
#include "core/report/share/count_columns.h"
#include "core/report/share/money_columns.h"
#include "core/report/share/shared_journeys.h"
#include "core/report/share/shared_periods.h"
#include "core/report/share/shared_segments.h"

namespace upgrade_rate {

namespace {

using Row = std::vector<int64_t>;

Json writeSharedSettings(const Settings& settings, const Json& plans) {
  Settings shared = settings;
  shared.files.clear();
  shared.plans.reset();
  shared.statuses.clear();
  shared.filters.clear();
  const Json none = writeSettings({}, Json::array());
  const Json whole = writeSettings(shared, Json::array());
  Json document = Json::object();
  for (const auto& item : whole.items()) {
    if (item.value() != none[item.key()]) document[item.key()] = item.value();
  }
  if (!plans.empty()) document["plans"] = plans;
  return document;
}

// Plans that few were ever on have names that may tell who.
Json sharedPlans(const Json& found, int64_t fewest, Json& customers, int64_t& held) {
  Json plans = Json::array();
  for (const Json& plan : found) {
    if (plan["customers"].get<int64_t>() < fewest) {
      ++held;
      continue;
    }
    Json entry = members({{"plan", plan["plan"]}, {"role", plan["role"]}});
    if (!plan["tier"].is_null()) put(entry, {"tier", plan["tier"]});
    plans.push_back(std::move(entry));
    customers.push_back(plan["customers"]);
  }
  return plans;
}

bool sameShare(const Share& share, const PeriodFigures& period) {
  const auto& fraction = period.fraction;
  return fraction && static_cast<int64_t>(share.count) == fraction->numerator &&
         static_cast<int64_t>(share.base) == fraction->base;
}

bool isSeparate(const Overlap& overlap) {
  return overlap.both + overlap.onlyFirst + overlap.onlySecond + overlap.neither == 0;
}

// How many are expected in both bases: who stayed from one opening to the next.
int64_t expectedShared(const PeriodFigures& before, const PeriodFigures& now) {
  return now.counts.opening - before.counts.joined;
}

Row overlapRow(const ShareChange& change, const PeriodFigures& now, int64_t shared) {
  const OverlapResiduals row =
      residualsOf(change.overlap, change.first, shareOf(*now.fraction), shared);
  return {row.begin(), row.end()};
}

Json writeChanges(const std::vector<PeriodFigures>& periods) {
  std::vector<Row> rows;
  bool separate = true;
  for (size_t p = 0; p < periods.size(); ++p) {
    const auto& change = periods[p].change;
    if (change) separate &= isSeparate(change->overlap);
    rows.push_back(change && p > 0
                       ? overlapRow(*change, periods[p], expectedShared(periods[p - 1], periods[p]))
                       : Row(4));
  }
  return separate ? Json(0) : writeRows(rows, 4);
}

// How many places before it the period stands that it is compared with; 0: with none.
size_t yearBack(const std::vector<PeriodFigures>& periods, size_t p) {
  constexpr int64_t kDay = 86'400'000'000, kShortest = 350 * kDay, kLongest = 380 * kDay;
  const auto& change = periods[p].changeYear;
  if (!change) return 0;
  for (size_t back = 1; back <= p; ++back) {
    const PeriodFigures& earlier = periods[p - back];
    const int64_t between = *periods[p].start - *earlier.start;
    const bool aYear = between > kShortest && between < kLongest;
    const bool longer = between > 0 && periods[p].length.months == 12 && back == 1;
    if ((aYear || longer) && sameShare(change->first, earlier)) return back;
  }
  return 0;
}

Json writeYearChanges(const std::vector<PeriodFigures>& periods) {
  std::vector<Row> rows;
  bool separate = true;
  for (size_t p = 0; p < periods.size(); ++p) {
    const size_t back = yearBack(periods, p);
    Row row = {static_cast<int64_t>(back)};
    const auto& change = periods[p].changeYear;
    if (back > 0) separate &= isSeparate(change->overlap);
    const Row overlap = back > 0 ? overlapRow(*change, periods[p], 0) : Row(4);
    row.insert(row.end(), overlap.begin(), overlap.end());
    rows.push_back(std::move(row));
  }
  return writeRows(rows, separate ? 1 : 5);
}

Json writeCountsOf(const std::vector<PeriodFigures>& periods, bool totals) {
  std::vector<Row> rows;
  PeriodCounts before;
  for (const PeriodFigures& period : periods) {
    const CountResiduals row = residualsOf(period.counts, before);
    rows.push_back(totals ? Row{period.counts.opening, period.counts.upgraded}
                          : Row(row.begin(), row.end()));
    before = period.counts;
  }
  return writeRows(rows, totals ? 2 : kCountColumns);
}

bool isGap(const PeriodFigures& period) {
  return std::find(period.why.begin(), period.why.end(), "totals.gap") != period.why.end();
}

Json writePeriodsShared(const ReportParts& parts, bool totals, const TimeZone& zone) {
  const std::vector<PeriodFigures>& periods = parts.periods;
  std::vector<int64_t> gaps;
  gaps.reserve(periods.size());
  for (const PeriodFigures& period : periods) gaps.push_back(isGap(period) ? 1 : 0);
  Json list = Json::array();
  list.push_back(writeTimes(periods, parts.fiscalStartMonth, zone));
  list.push_back(writeColumn(gaps));
  list.push_back(writeCountsOf(periods, totals));
  list.push_back(writeChanges(periods));
  list.push_back(writeYearChanges(periods));
  return list;
}

Json writeHeadlineChange(const std::optional<ShareChange>& change) {
  if (!change) return 0;
  const auto& [both, onlyFirst, onlySecond, neither] = change->overlap;
  Json list = Json::array();
  for (const uint64_t each :
       {change->first.count, change->first.base, both, onlyFirst, onlySecond, neither}) {
    list.push_back(each);
  }
  return list;
}

Json writeHeadlineShared(const std::optional<Headline>& headline, const TimeZone& zone) {
  if (!headline) return nullptr;
  const PeriodFigures& period = headline->figures;
  Json list = Json::array();
  list.push_back(static_cast<int64_t>(headline->reason));
  list.push_back(period.start ? Json(zone.day(*period.start)) : Json(nullptr));
  list.push_back(period.end ? Json(zone.day(*period.end)) : Json(nullptr));
  list.push_back(period.length.months);
  list.push_back(period.length.days);
  list.push_back(isGap(period) ? 1 : 0);
  const CountResiduals counts = residualsOf(period.counts, {});
  list.push_back(writeColumn({counts.begin(), counts.end()}));
  list.push_back(writeHeadlineChange(period.change));
  list.push_back(writeHeadlineChange(period.changeYear));
  return list;
}

Json dayOf(const Json& instant, const TimeZone& zone) {
  if (!instant.is_string()) return nullptr;
  return zone.day(settingInstant(instant.get<std::string>(), zone));
}

Json writeData(const ReportParts& parts, const Json& customers, const TimeZone& zone) {
  const Json& data = parts.data;
  Json list = Json::array();
  list.push_back(data["shape"]);
  list.push_back(data["customers"]);
  list.push_back(dayOf(data["firstInstant"], zone));
  list.push_back(dayOf(data["lastInstant"], zone));
  list.push_back(data["valueCurrency"]);
  list.push_back(customers);
  list.push_back(parts.settings.filters.size());
  list.push_back(parts.oneCurrency ? 1 : 0);
  for (const char* fate : {"rows", "used", "duplicate", "superseded", "ignored", "rejected"}) {
    list.push_back(parts.ledger[fate]);
  }
  return list;
}

// Where nobody is told apart, or some customers are missing: as PeriodFigures says of every period.
int64_t kindOf(const std::vector<const PeriodFigures*>& figures) {
  if (figures.empty()) return 0;
  return (figures.front()->fromTotals ? 1 : 0) + (figures.front()->baseKnown ? 0 : 2);
}

bool allFit(const std::vector<const PeriodFigures*>& figures) {
  return std::all_of(figures.begin(), figures.end(),
                     [](const PeriodFigures* each) { return countsFit(each->counts); });
}

}  // namespace

Result<ShareOptions> readShareOptions(std::string_view text) {
  const Result<Json> document = parseJson(text, "share");
  if (!document) return document.error();
  ShareOptions options;
  std::optional<Error> error;
  ObjectReader reader(document.value(), "share", error);
  int32_t fewest = static_cast<int32_t>(options.fewest);
  reader.integer("fewest", 1, 1000, fewest);
  options.fewest = fewest;
  if (const Json* list = reader.array("parts")) {
    const auto has = [&](const char* part) {
      return std::find(list->begin(), list->end(), Json(part)) != list->end();
    };
    options.periods = has("periods");
    options.segments = has("segments");
    options.cohorts = has("cohorts");
    options.paths = has("paths");
    options.money = has("money");
  }
  reader.finish();
  if (error) return *error;
  return options;
}

Result<Json> writeAggregates(const ReportParts& parts, const TimeZone& zone,
                             const ShareOptions& options) {
  std::vector<const PeriodFigures*> figures;
  for (const PeriodFigures& period : parts.periods) figures.push_back(&period);
  if (!options.periods) figures.clear();
  if (parts.headline) figures.push_back(&parts.headline->figures);
  if (!allFit(figures) || parts.periods.size() > static_cast<size_t>(kMostShared)) {
    return Error{"share.tooLarge", "", "These counts are too large to be shared."};
  }
  HeldBack held{options.fewest};
  Json customers = Json::array();
  const Json plans = sharedPlans(parts.data["plans"], options.fewest, customers, held.plans);
  const bool totals = (kindOf(figures) & 1) != 0;
  const std::optional<int64_t> unit = options.money ? moneyUnit(figures) : std::nullopt;

  Json document = members({{"aggregates", kAggregatesVersion},
                           {"settings", writeSharedSettings(parts.settings, plans)}});
  put(document, {"data", writeData(parts, customers, zone)});
  put(document, {"notes", carriedNotes(parts.notes.list())});
  put(document, {"kind", kindOf(figures)});
  put(document, {"headline", writeHeadlineShared(parts.headline, zone)});
  if (options.periods) put(document, {"periods", writePeriodsShared(parts, totals, zone)});
  if (unit) {
    put(document, {"unit", *unit});
    put(document, {"money", writeMoneyColumns(figures, *unit)});
  }
  if (options.segments) {
    put(document, {"segments", writeSharedSegments(parts.segments, zone, held)});
    put(document, {"launches", writeSharedLaunches(parts.launches, held)});
  }
  put(document, {"journeys", writeSharedJourneys(parts, plans, zone, options, unit, held)});
  put(document, {"heldBack", held.list()});
  return document;
}

}  // namespace upgrade_rate
